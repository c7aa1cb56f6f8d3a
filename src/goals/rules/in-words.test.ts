import { expect, test } from "vitest";
import { bodyGoalsInWords, strategicGoalsInWords, visionInWords } from "./in-words.ts";

const reading = { id: "lasning", wording: "Minst 90 procent läser säkert i årskurs 3." };
const presence = { id: "narvaro", wording: "Högst 8 procent är borta mer än 15 procent av tiden." };
const of = { body: "Bildningsnämnden", year: 2028 };

test("V-1, V-2: vision and strategic goals say themselves", () => {
  expect(visionInWords({ name: "Söderåsstaden", validTo: "2030-12-31" })).toBe(
    "Visionen till och med 2030 är ”Söderåsstaden”",
  );
  expect(strategicGoalsInWords([{ name: "God livskvalitet" }, { name: "Hållbar framtid" }], 2021)).toBe(
    "Målen för hela kommunen från 2021 är god livskvalitet och hållbar framtid",
  );
});

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
