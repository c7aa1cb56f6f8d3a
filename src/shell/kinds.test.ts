import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Language, readTexts } from "../platform/texts.ts";
import { KINDS, kindWords, objectWords } from "./testing/kind-words.ts";

const texts = readTexts(join(import.meta.dirname, ".."));
const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../sample/organisation.json"), "utf8"),
) as { mandates: { action: string }[] };
const actions = sample.mandates.map(({ action }) => action.split(":") as [verb: string, object: string]);

describe.each(["sv", "en"] satisfies Language[])(
  "T-1: nothing that is decided lacks a word, in %s",
  (language) => {
    const lacking = (words: Record<string, Record<string, string | undefined>>) =>
      Object.entries(words).flatMap(([name, places]) =>
        Object.entries(places).flatMap(([place, word]) => (word?.trim() ? [] : [`${name}: ${place}`])),
      );

    test("every kind of matter has its name where it is decided and where it is registered", () => {
      expect(KINDS.length).toBeGreaterThan(15);
      expect(KINDS).toEqual(expect.arrayContaining(["budget", "year-wheel", "population-forecast"]));
      expect(
        lacking(Object.fromEntries(KINDS.map((kind) => [kind, kindWords(texts, language, kind)]))),
      ).toEqual([]);
    });

    test("every object of a mandate has its word, in the list of mandates and on the role's card", () => {
      const objects = new Set([...actions.map(([, object]) => object), ...KINDS, "*"]);
      expect(objects).toContain("scenario");
      expect(
        lacking(
          Object.fromEntries([...objects].map((object) => [object, objectWords(texts, language, object)])),
        ),
      ).toEqual([]);
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
