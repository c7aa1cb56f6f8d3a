import { expect, test } from "vitest";
import { strategicGoalsInWords, visionInWords } from "./in-words.ts";

test("V-1, V-2: vision and strategic goals say themselves", () => {
  expect(visionInWords({ name: "Söderåsstaden", validTo: "2030-12-31" })).toBe(
    "Visionen till och med 2030 är ”Söderåsstaden”",
  );
  expect(strategicGoalsInWords([{ name: "God livskvalitet" }, { name: "Hållbar framtid" }], 2021)).toBe(
    "Målen för hela kommunen från 2021 är god livskvalitet och hållbar framtid",
  );
});
