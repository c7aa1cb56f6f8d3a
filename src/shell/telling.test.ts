import { describe, expect, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import { type Telling, tellingFor } from "./telling.ts";

const READY = {
  url: "http://127.0.0.1:8080",
  people: ["Rektor", "Ekonomichef", "Controller", "Revisor"],
  data: "/srv/tillit/data",
};

/** A start from beginning to end, as it is told. */
function told(environment: Record<string, string>, isTTY: boolean, more: (t: Telling) => void = () => {}) {
  let text = "";
  const output = {
    isTTY,
    write(part: string) {
      text += part;
    },
  };
  const telling = tellingFor(readConfig(environment, isTTY), output);
  telling.begin("database");
  telling.begin("pages");
  telling.end("database");
  telling.end("pages");
  telling.ready(READY);
  telling.begin("year");
  for (let done = 1; done <= 8; done++) telling.step("year", { done, of: 8 });
  telling.end("year");
  more(telling);
  telling.stopping();
  return text;
}

/** What stands on the terminal when a line has been written over, as a terminal shows it. */
const onScreen = (text: string) =>
  text
    .split("\n")
    .map((line) => line.split("\r\x1b[2K").at(-1))
    .join("\n");

const IN_WORDS = [
  /^ {2}✓ databasen är förberedd \(\d+,\d s\)$/m,
  /^ {2}✓ sidorna är byggda \(\d+,\d s\)$/m,
  /^ {2}Tillit är igång: {2}http:\/\/127\.0\.0\.1:8080$/m,
  /^ {2}Vem du kan vara: {2}4 roller, till exempel rektor, ekonomichef och controller; välj på http:\/\/127\.0\.0\.1:8080\/logga-in$/m,
  /^ {2}Data ligger i: {4}\/srv\/tillit\/data$/m,
  /^ {2}Avsluta: {10}Ctrl\+C$/m,
  /^ {2}✓ exempelåret är uppspelat \(\d+,\d s\)$/m,
];

describe("T-1: a start speaks to whoever started it", () => {
  test("on a terminal: what is under way with how far it has come, what is done, and all one needs; no JSON", () => {
    const text = told({}, true);
    for (const line of IN_WORDS) expect(onScreen(text)).toMatch(line);
    expect(text).toContain("… förbereder databasen, bygger sidorna");
    expect(text).toContain("… spelar exempelåret 3/8");
    expect(onScreen(text)).not.toContain("…  ");
    expect(text).not.toContain("{");
  });

  test("text where nothing can be written over: a line a thing, none for each step", () => {
    const text = told({ TILLIT_LOG_FORMAT: "text" }, false);
    for (const line of IN_WORDS) expect(text).toMatch(line);
    expect(text).not.toContain("\x1b");
    expect(text).not.toContain("3/8");
  });

  test("in text a warning is a line in words, and what is only news for programs is left out", () => {
    const text = told({}, true, ({ log }) => {
      log.info("incoming request");
      log.warn("disken är snart full");
    });
    expect(onScreen(text)).toMatch(/WARN.*disken är snart full/);
    expect(text).not.toContain("incoming request");
  });

  test.each([
    [{}, false],
    [{ TILLIT_LOG_FORMAT: "json" }, true],
  ] as const)("elsewhere, or when asked for, JSON lines alone (%j)", (environment, terminal) => {
    const lines = told(environment, terminal)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toEqual([
      "förbereder databasen",
      "bygger sidorna",
      "databasen är förberedd",
      "sidorna är byggda",
      "Tillit är igång",
      "spelar exempelåret",
      "spelar exempelåret",
      "spelar exempelåret",
      "spelar exempelåret",
      "exempelåret är uppspelat",
      "Tillit stannar",
    ]);
    expect(lines[4]).toMatchObject({ url: READY.url, data: READY.data, roles: 4 });
    expect(lines[6]).toMatchObject({ done: 2, of: 8 });
  });
});
