import { expect, test } from "vitest";
import { leftOutRemarks, nextYearGoals } from "./next-year.ts";

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

test("V-6: a longer goal that is left out of the next year's goals is told of; one whose time has ended is not", () => {
  const before = [
    { id: "a", wording: "Till 2029 …", term: "long" as const, targetYear: 2029 },
    { id: "b", wording: "I år …", term: "short" as const, targetYear: 2027 },
  ];
  expect(leftOutRemarks([{ id: "a" }], before, 2028)).toEqual([]);
  expect(leftOutRemarks([{ id: "c" }], before, 2028)).toMatchObject([
    {
      level: "deviation",
      code: "running-goal-left-out",
      params: { wording: "Till 2029 …", targetYear: 2029 },
    },
  ]);
});
