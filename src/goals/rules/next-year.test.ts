import { expect, test } from "vitest";
import { nextYearGoals } from "./next-year.ts";

const goal = (id: string, targetYear: number) => ({
  id,
  term: targetYear > 2028 ? ("long" as const) : ("short" as const),
  targetYear,
  indicators: [{ id: "matt-1" }],
});

test("V-6: goals that still run stand in the next year's from the beginning, the same with the same indicators", () => {
  const last = [goal("ett", 2028), goal("tva", 2029), goal("tre", 2031)];
  const { running, ended } = nextYearGoals(last, 2029);
  expect(running).toEqual([
    { ...goal("tva", 2029), term: "short" },
    { ...goal("tre", 2031), term: "long" },
  ]);
  expect(ended).toEqual([{ ...goal("ett", 2029), term: "short" }]);
});
