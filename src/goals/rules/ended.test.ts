import { expect, test } from "vitest";
import { endedGoals, endedRemarks } from "./ended.ts";

const goal = {
  id: "lasning",
  wording: "Minst 90 procent läser säkert senast 2028.",
  targetYear: 2028,
  term: "short" as const,
  year: 2028,
  years: [{ year: 2027 }],
};
const judged = { goal: "lasning", judgement: "partly" as const, grounds: "86 procent i juni." };
const codes = (rows: Parameters<typeof endedRemarks>[1], ended = [goal]) =>
  endedRemarks(ended, rows).map(({ level, code, at }) => [level, code, at]);

test("V-6: a goal that has stood longer than its last year, or was set as a longer one, is evaluated when its year has come", () => {
  expect(endedGoals([goal])).toEqual([goal]);
  // A goal of the year alone is judged by the year's reports
  expect(endedGoals([{ ...goal, years: [] }])).toEqual([]);
  expect(endedGoals([{ ...goal, years: [{ year: 2029 }] }])).toEqual([]);
  expect(endedGoals([{ ...goal, targetYear: 2029 }])).toEqual([]);
  const first = { ...goal, term: "long" as const, years: [] };
  expect(endedGoals([first])).toEqual([first]);
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
