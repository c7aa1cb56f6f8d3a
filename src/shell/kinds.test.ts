import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Language, readTexts } from "../platform/texts.ts";
import { KINDS, wordsOf } from "./testing/kind-words.ts";

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
