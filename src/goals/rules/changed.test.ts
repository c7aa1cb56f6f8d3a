import { expect, test } from "vitest";
import { changedRemarks, isChanged } from "./changed.ts";

const goal = {
  id: "lasning",
  wording: "Minst 90 procent läser säkert senast 2029.",
  targetYear: 2029,
  changeReason: "",
  indicators: [{ id: "andel", target: 90 }],
};
const codes = (now: typeof goal, was = goal, year = 2028) =>
  changedRemarks([now], [was], year).map(({ level, code }) => [level, code]);
const lower = { ...goal, indicators: [{ id: "andel", target: 85 }] };

test("V-6: a goal that runs changes only with a reason: another wording, year or target, or measured no more", () => {
  expect(codes(goal)).toEqual([]);
  expect(codes({ ...goal, wording: " minst 90 procent  läser säkert senast 2029." })).toEqual([]);
  for (const changed of [
    lower,
    { ...goal, wording: "Alla läser säkert senast 2029." },
    { ...goal, targetYear: 2030 },
    { ...goal, indicators: [] },
  ]) {
    expect(isChanged(changed, goal)).toBe(true);
    expect(codes(changed)).toEqual([["needs-reason", "goal-changed-without-reason"]]);
    expect(codes({ ...changed, changeReason: "Ny mätning." })).toEqual([["deviation", "goal-changed"]]);
  }
  // One more indicator takes nothing away
  expect(codes({ ...goal, indicators: [...goal.indicators, { id: "ny", target: 3 }] })).toEqual([]);
});

test("V-6: the reason of an earlier change is no reason for this one, and what has ended or is new needs none", () => {
  const before = { ...goal, changeReason: "Ny mätning." };
  expect(codes({ ...lower, changeReason: "Ny  mätning." }, before)).toEqual([
    ["needs-reason", "goal-changed-without-reason"],
  ]);
  expect(codes({ ...lower, id: "annat" })).toEqual([]);
  expect(codes(lower, { ...goal, targetYear: 2027 })).toEqual([]);
});
