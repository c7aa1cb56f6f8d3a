import fc from "fast-check";
import { expect, test } from "vitest";
import { answersTo, pastAll, rootOf, wordsIn } from "./search-words.ts";

test("§4: what is written is read word by word, whatever stands between them", () => {
  expect(wordsIn("  Skolornas e-tjänst, KF 2027/12 § 112!")).toEqual([
    "skolornas",
    "e",
    "tjänst",
    "kf",
    "2027",
    "12",
    "112",
  ]);
  expect(wordsIn("– … !")).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aÅö É9_-–.<&\n\u00ad\u{1f600}İß§") }), (written) => {
      for (const word of wordsIn(written)) expect(wordsIn(word)).toEqual([word]);
    }),
  );
});

test("§4: a root is looked for inside words only where it still says what was written", () => {
  expect(rootOf("skola", "skol")).toEqual({ root: "skol", inside: "skol" });
  expect(rootOf("skolornas", "skol")).toEqual({ root: "skol", inside: "skolornas" });
  expect(rootOf("rektor", "rekt")).toEqual({ root: "rekt", inside: "rektor" });
  expect(rootOf("el", "el")).toEqual({ root: "el", inside: null });
  // The stemmer knows no definite form of words in -o
  expect(rootOf("frånvaron", "frånvaron")).toEqual({ root: "frånvaro", inside: "frånvaro" });
});

test("§4: a word answers by its beginning, by its end in any form, and inside where the root is whole", () => {
  const school = rootOf("skolornas", "skol");
  expect(["skolan", "grundskolorna", "friskolornas"].every((word) => answersTo(word, school))).toBe(true);
  expect(answersTo("förskollärare", school)).toBe(false);
  expect(answersTo("förskollärare", rootOf("skola", "skol"))).toBe(true);
  const goal = rootOf("mål", "mål");
  expect(answersTo("nämndsmålens", goal)).toBe(true);
  expect(answersTo("utmålning", goal)).toBe(false);
  expect(answersTo("hotell", rootOf("el", "el"))).toBe(false);
});

test("§4: all that begins with something lies before what is past it, letter by letter", () => {
  const text = fc.string({ unit: fc.constantFrom(..."aåäöz09") });
  fc.assert(
    fc.property(text, text, (beginning, rest) => {
      expect(Buffer.compare(Buffer.from(beginning + rest), Buffer.from(pastAll(beginning)))).toBe(-1);
    }),
  );
});
