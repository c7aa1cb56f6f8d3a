import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SUPERVISED_KINDS } from "../decisions/rules/reading.ts";
import { type Language, readTexts } from "../platform/texts.ts";
import { objects } from "./objects.ts";
import { KINDS, wordsOf } from "./testing/kind-words.ts";
import { kindPages } from "./web/kinds.ts";
import { pages } from "./web/pages.ts";

const texts = readTexts(join(import.meta.dirname, ".."));
const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../sample/organisation.json"), "utf8"),
) as { mandates: { action: string }[] };
const actions = sample.mandates.map(({ action }) => action.split(":") as [verb: string, object: string]);

describe.each(["sv", "en"] satisfies Language[])(
  "T-1: nothing that is decided lacks a word, in %s",
  (language) => {
    test("every kind of matter, and every object of a mandate, has its name and what it is called in a sentence", () => {
      const objects = new Set([...actions.map(([, object]) => object), ...KINDS, "*"]);
      expect(KINDS.length).toBeGreaterThan(15);
      expect([...objects]).toEqual(expect.arrayContaining(["scenario", "year-wheel", "population-forecast"]));
      for (const object of objects) {
        expect(wordsOf(object)?.names[language], object).toMatch(/^\p{Lu}/u);
        expect(wordsOf(object)?.definite[language], object).toMatch(/^\p{Ll}/u);
      }
    });

    test("every verb of a mandate has its word", () => {
      const verbs = [...new Set(actions.map(([verb]) => verb))];
      expect(verbs).toContain("answer");
      for (const verb of verbs) {
        expect(texts(language, `verb.${verb}`), verb).toBeTruthy();
        expect(texts(language, `page.sign-in.${verb}`), verb).toBeTruthy();
      }
    });
  },
);

test("KL 6:1: what the executive supervises of other bodies' drafts is every kind on economy and follow-up", () => {
  const of = kindPages.filter(({ kind }) => kind.chapter === "budget" || kind.chapter === "followup");
  expect([...SUPERVISED_KINDS].sort()).toEqual(of.map(({ kind }) => kind.kind).sort());
});

describe("P-4: what a mandate is about has a page to read, and where anyone may write it a page to write", () => {
  const paths = new Set(pages.map(({ path }) => path));
  /** "/mal?ar=2027" is the page /mal. */
  const isPage = (address: string) => paths.has(address.replace(/[?#].*$/, ""));

  test("every kind has its three files: what the server does with it, how it is read, and what both know", () => {
    expect(kindPages.map(({ kind }) => kind.kind).sort()).toEqual([...KINDS].sort());
  });
  test.each(kindPages.map((one) => [one.kind.kind, one] as const))("%s", (name, { kind, Read, write }) => {
    expect(Read).toBeDefined();
    expect(isPage(kind.address.all), kind.address.all).toBe(true);
    if (kind.address.own) expect(isPage(kind.address.own), kind.address.own).toBe(true);
    expect(write === undefined).toBe(kind.address.write === undefined);
    if (kind.address.write) expect(isPage(kind.address.write), kind.address.write).toBe(true);
    const written = actions.some(([verb, object]) => verb === "edit" && object === name);
    expect(kind.address.write === undefined && written).toBe(false);
  });
  test.each(objects.map((one) => [one.object, one] as const))("%s", (name, { address }) => {
    expect(actions.some(([, object]) => object === name)).toBe(true);
    expect(isPage(address.all), address.all).toBe(true);
    // What is only read is written nowhere
    const written = actions.some(([verb, object]) => object === name && verb !== "read");
    expect(address.write !== undefined && isPage(address.write), address.write).toBe(written);
  });
});
