import { expect, test } from "vitest";
import { bodyGoalsInWords } from "./in-words.ts";

const reading = { id: "lasning", wording: "Minst 90 procent läser säkert i årskurs 3." };
const presence = { id: "narvaro", wording: "Högst 8 procent är borta mer än 15 procent av tiden." };
const of = { body: "Bildningsnämnden", year: 2028 };

test("V-3: a body's goals say the first, and what a new decision changes or takes away", () => {
  expect(bodyGoalsInWords([reading, presence], { ...of, before: undefined })).toBe(
    "Bildningsnämnden 2028: Minst 90 procent läser säkert i årskurs 3, och ett mål till",
  );
  const higher = { ...presence, wording: "Högst 6 procent är borta." };
  expect(bodyGoalsInWords([reading, higher], { ...of, before: [reading, presence] })).toBe(
    "Bildningsnämnden ändrar sina mål för 2028: Högst 6 procent är borta",
  );
  expect(bodyGoalsInWords([reading], { ...of, before: [reading, presence] })).toBe(
    "Bildningsnämnden tar bort ett mål för 2028: Högst 8 procent är borta mer än 15 procent av tiden",
  );
  expect(bodyGoalsInWords([], { ...of, before: undefined })).toBeUndefined();
});
