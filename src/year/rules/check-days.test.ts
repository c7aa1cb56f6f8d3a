import { expect, test } from "vitest";
import { daysRemarks } from "./check-days.ts";
import { holderRemarks } from "./check-wheel.ts";
import { MODEL_WHEEL } from "./model-wheel.ts";
import type { WrittenStep } from "./written-step.ts";

const changed = (id: string, change: Partial<WrittenStep>): WrittenStep[] =>
  MODEL_WHEEL.map((step) => (step.id === id ? { ...step, ...change } : step));
const found = (steps: readonly WrittenStep[]) =>
  daysRemarks(steps, 2027, (body, year) => (body === "ks" && year < 2029 ? [`${year}-05-26`] : [])).map(
    ({ level, code, cite, params }) => [level, code, cite, params.year],
  );

test("A-13: the model's own wheel has nothing wrong with its days in any year", () => {
  for (const first of [2025, 2026, 2027, 2028]) expect(daysRemarks(MODEL_WHEEL, first, () => [])).toEqual([]);
});

test("A-13: a step that is due before one that it waits for is told of, with the first year that it is so in", () => {
  expect(found(changed("U-3", { due: { month: 10, day: 1 }, from: { month: 8, day: 1 } }))).toEqual([]);
  expect(found(changed("U-3", { from: { month: 8, day: 1 }, due: { month: 9, day: 1 } }))).toEqual([
    ["needs-reason", "wheel-before-prerequisite", "§2.4", 2027],
  ]);
});

test("A-13, KL 11:8, 11:10: the budget later than the law's day takes a reason, and beyond its last day stops", () => {
  expect(found(changed("A-8", { due: { month: 12, day: 5 } }))).toEqual([
    ["needs-reason", "wheel-after-law", "KL 11:10", 2027],
  ]);
  // From November, due earlier in the year than it begins: January
  expect(found(changed("A-8", { electionYearDue: { month: 1, day: 15 } }))).toEqual([
    ["stops", "wheel-after-law", "KL 11:10", 2030],
  ]);
  expect(found(changed("A-7", { due: { month: 11, day: 5 } }))).toEqual([
    ["needs-reason", "wheel-after-law", "KL 11:8", 2027],
  ]);
});

test("LKBR 13 kap.: an interim report looks at six to eight months", () => {
  expect(found(changed("U-3", { looksTo: 5 }))).toMatchObject([
    ["stops", "wheel-interim-months", "LKBR 13 kap.", undefined],
  ]);
  expect(found(changed("U-3", { looksTo: 6 }))).toEqual([]);
});

test("A-13: a day counted from a meeting that there is not stops, with the year", () => {
  const due = { rule: "meeting", body: "ks", month: 5, which: "last", weeksBefore: 4 } as const;
  expect(found(changed("A-2", { due }))).toContainEqual(["stops", "wheel-no-meeting", "§2.4", 2029]);
  expect(found(changed("A-2", { due: { ...due, month: 7 } }))).toContainEqual([
    "stops",
    "wheel-no-meeting",
    "§2.4",
    2027,
  ]);
});

test("A-13: a step that no body is there to take, and an owner that nobody is, are told of", () => {
  const holders = {
    kinds: new Set(["council", "executive"]),
    holds: (role: string) => role === "controller",
  };
  const [step] = MODEL_WHEEL as [WrittenStep, ...WrittenStep[]];
  const codes = (of: Partial<WrittenStep>) =>
    holderRemarks([{ ...step, ...of }], holders).map(({ code }) => code);
  expect(codes({})).toEqual([]);
  expect(codes({ bodies: ["company"] })).toEqual(["wheel-no-such-body"]);
  expect(codes({ owner: "controller" })).toEqual([]);
  expect(codes({ owner: "finance-director" })).toEqual(["wheel-nobody-holds"]);
});
