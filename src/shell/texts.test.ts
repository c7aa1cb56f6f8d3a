import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Messages } from "../platform/messages.ts";
import { type Language, readMessages, readTexts } from "../platform/texts.ts";
import { dataText, type Text } from "../platform/ui/texts.ts";
import { codesIn } from "./testing/codes.ts";

const SOURCES = join(import.meta.dirname, "..");
const all = { sv: readMessages(SOURCES, "sv"), en: readMessages(SOURCES, "en") };
const chapters = [...all.sv.keys()];
const read = (chapter: string, language: Language) => all[language].get(chapter) as Messages;
const flat = (messages: Messages, path = ""): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const placeholders = (text: string) => [...new Set(text.match(/\{\{-?\s*(\w+)/g) ?? [])].sort();

describe.each(chapters)("T-1: the texts of %s", (chapter) => {
  const swedish = new Map(flat(read(chapter, "sv")));
  const english = new Map(flat(read(chapter, "en")));
  test("are there in both languages, each with the same facts filled in", () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
    for (const [key, text] of swedish) {
      expect(text.trim(), key).not.toBe("");
      expect(english.get(key)?.trim(), key).not.toBe("");
      expect(placeholders(english.get(key) as string), key).toEqual(placeholders(text));
    }
  });
});

describe("T-1: everything that a person can meet is told in words", () => {
  const texts = readTexts(SOURCES);
  const { found, unread } = codesIn(SOURCES);
  const keys = chapters.flatMap((chapter) => flat(read(chapter, "sv")).map(([key]) => key));
  // What the schemas find tells of itself in its message
  const begun = (key: string) =>
    key === "remark.schema-*" || keys.some((one) => one.startsWith(key.slice(0, key.indexOf("*"))));
  const untold = (sort: string, parts: string[]) =>
    found
      .filter((one) => one.sort === sort)
      .flatMap(({ code, at }) => parts.map((part) => ({ key: `${sort}.${code}${part}`, at })))
      .filter(({ key }) => (key.includes("*") ? !begun(key) : !texts("sv", key) || !texts("en", key)))
      .map(({ key, at }) => `${key} (${at})`);

  test("the sources have been read: there are codes, and none that can't be followed", () => {
    expect(found.filter(({ sort }) => sort === "problem").length).toBeGreaterThan(30);
    expect(found.filter(({ sort }) => sort === "remark").length).toBeGreaterThan(40);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "stale",
        "no-municipality",
        "more-than-three",
        "coverage-range",
        "wording-activity",
      ]),
    );
    expect(unread).toEqual([]);
  });
  test("every problem has a title and what to do", () =>
    expect(untold("problem", [".title", ".detail"])).toEqual([]));
  test("every remark has its text", () => expect(untold("remark", [""])).toEqual([]));
});

test("T-1: a key is known to the compiler: its chapter's, its sub-chapters' and the platform's", () => {
  const asked: string[] = [];
  const t: Text<"budget"> = (key) => {
    asked.push(key);
    return key;
  };
  t("page.balanced");
  t("true-up.title");
  t("ui.status.draft");
  t("compare.position-count", { count: 2 });
  dataText(t, "service", "skola", { defaultValue: "skola" });
  // What the compiler lets through here fails `npm run check`
  // @ts-expect-error there is no such text
  t("page.balancd");
  // @ts-expect-error another chapter's text
  t("page.mandate.title");
  // @ts-expect-error any text at all
  t(`page.${String(asked)}`);
  // @ts-expect-error no texts lie there
  dataText(t, "services", "skola");
  expect(asked.slice(0, 5)).toEqual([
    "page.balanced",
    "true-up.title",
    "ui.status.draft",
    "compare.position-count",
    "service.skola",
  ]);
});
