import { expect, test } from "vitest";
import { outcomeParts, outcomesOfYear } from "./outcomes.ts";

test("V-2: a body goal counts under each strategic goal that it contributes to, as it stands", () => {
  const found = outcomesOfYear(2027, [
    { strategicGoals: ["a", "b"], status: "met" },
    { strategicGoals: ["a", "a"], status: "not-met" },
    { strategicGoals: ["a"], status: "not-yet" },
  ]);
  expect(found.get("a")).toEqual({ year: 2027, goals: 3, met: 1, partly: 0, notMet: 1 });
  expect(found.get("b")).toEqual({ year: 2027, goals: 1, met: 1, partly: 0, notMet: 0 });
});

test("V-2: what is told of an outcome is what there is, and what nobody has judged too", () => {
  expect(outcomeParts({ goals: 7, met: 0, partly: 4, notMet: 0 })).toEqual([
    { how: "partly", count: 4 },
    { how: "unjudged", count: 3 },
  ]);
});
