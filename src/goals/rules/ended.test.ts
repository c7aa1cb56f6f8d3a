import { expect, test } from "vitest";
import { endedGoals, endedRemarks } from "./ended.ts";

const goal = {
  id: "lasning",
  wording: "Minst 90 procent läser säkert senast 2028.",
  targetYear: 2028,
  term: "short" as const,
};
const judged = { goal: "lasning", judgement: "partly" as const, grounds: "86 procent i juni." };
const codes = (rows: Parameters<typeof endedRemarks>[1], ended = [goal]) =>
  endedRemarks(ended, rows).map(({ level, code, at }) => [level, code, at]);

test("V-6: a longer goal is evaluated when its year has come; one of the year alone, taken up each year, is not", () => {
  const before = { id: "lasning", targetYear: 2028 };
  expect(endedGoals([goal], [before], 2028)).toEqual([goal]);
  expect(endedGoals([goal], [], 2028)).toEqual([]);
  expect(endedGoals([goal], [{ ...before, targetYear: 2027 }], 2028)).toEqual([]);
  expect(endedGoals([{ ...goal, targetYear: 2029 }], [before], 2028)).toEqual([]);
  const left = { ...goal, term: "long" as const };
  expect(endedGoals([left], [], 2028)).toEqual([left]);
});

test("V-6: what has ended is judged with grounds before the next year's goals are decided", () => {
  expect(codes([judged])).toEqual([]);
  expect(codes([])).toEqual([["stops", "ended-not-evaluated", undefined]]);
  expect(codes([{ ...judged, judgement: null }])).toEqual([
    ["stops", "ended-not-evaluated", "evaluations.0.judgement"],
  ]);
  expect(codes([{ ...judged, grounds: "\u200b" }])).toEqual([
    ["stops", "evaluated-without-grounds", "evaluations.0.grounds"],
  ]);
  expect(codes([judged], [])).toEqual([["deviation", "evaluated-not-ended", "evaluations.0"]]);
});
