import { describe, expect, test } from "vitest";
import { type GoalFacts, goalCountRemarks, goalSetRemarks } from "./goal-set.ts";

const GOAL: GoalFacts = {
  wording: "Minst 90 procent av eleverna i årskurs 9 är behöriga till yrkesprogram.",
  term: "short",
  targetYear: 2027,
  strategicGoals: ["vaxa"],
  responsible: "chef",
  indicators: [{ name: "Behöriga", target: 90, direction: "up" }],
};
const context = { year: 2027, moreThanThreeReason: undefined, strategicGoals: ["vaxa"], people: ["chef"] };
const found = (goals: GoalFacts[], more: Partial<typeof context> = {}) =>
  goalSetRemarks(goals, { ...context, ...more }).map(({ level, code, at }) => [level, code, at]);

describe("V-4: how many goals", () => {
  test.each([0, 1, 2, 3])("%i need no reason", (count) => {
    expect(goalCountRemarks(count, undefined)).toEqual([]);
  });
  test.each([4, 12])("%i can be decided only with a reason", (count) => {
    expect(goalCountRemarks(count, undefined)).toMatchObject([
      { level: "needs-reason", code: "more-than-three-without-reason", params: { count, max: 3 } },
    ]);
    expect(goalCountRemarks(count, "   ")).toMatchObject([{ level: "needs-reason" }]);
  });
  test("a fourth with a reason is shown as a deviation, with the reason", () => {
    expect(goalCountRemarks(4, "Två uppdrag från fullmäktige")).toMatchObject([
      {
        level: "deviation",
        code: "more-than-three",
        cite: "§2.1",
        params: { reason: "Två uppdrag från fullmäktige" },
      },
    ]);
  });
});

test("V-3: a good goal needs nothing", () => {
  expect(found([GOAL])).toEqual([]);
});

test("V-3: a body without goals has nothing to decide", () => {
  expect(found([])).toEqual([["stops", "no-goals", undefined]]);
});

test("V-2: each goal contributes to strategic goals that have been decided, and each that has not is named", () => {
  expect(found([GOAL, { ...GOAL, strategicGoals: ["vaxa", "okant", "annat"] }])).toEqual([
    ["stops", "unknown-strategic-goal", "goals.1.strategicGoals"],
    ["stops", "unknown-strategic-goal", "goals.1.strategicGoals"],
  ]);
});

test("V-3: nothing is ownerless", () => {
  expect(found([{ ...GOAL, responsible: "ingen" }])).toEqual([
    ["stops", "no-responsible", "goals.0.responsible"],
  ]);
});

test("V-7: a goal without indicator is judged by the profession", () => {
  expect(found([{ ...GOAL, indicators: [] }])).toEqual([
    ["info", "judged-by-profession", "goals.0.indicators"],
  ]);
});

test("V-7: a range has two ends, the lower first", () => {
  const range = { name: "Elever per lärare", target: 20, direction: "within" as const };
  expect(found([{ ...GOAL, indicators: [{ ...range, targetTo: 25 }] }])).toEqual([]);
  for (const wrong of [range, { ...range, targetTo: 19 }])
    expect(found([{ ...GOAL, indicators: [wrong] }])).toEqual([
      ["stops", "range-without-end", "goals.0.indicators.0.targetTo"],
    ]);
});

test("V-6: a short goal is for the year itself", () => {
  for (const targetYear of [2026, 2028])
    expect(found([{ ...GOAL, targetYear }])).toEqual([["stops", "short-goal-year", "goals.0.targetYear"]]);
});

describe("V-6: a longer goal is met within two to four years, and says when", () => {
  const long = (targetYear: number, wording = `Minst 90 procent är behöriga ${targetYear}.`): GoalFacts => ({
    ...GOAL,
    term: "long",
    targetYear,
    wording,
  });
  test.each([2028, 2029, 2030])("%i", (year) => expect(found([long(year)])).toEqual([]));
  test.each([2026, 2027, 2031])("not %i", (year) =>
    expect(found([long(year)])).toEqual([["stops", "long-goal-year", "goals.0.targetYear"]]),
  );
  test("another year in the wording does not do", () => {
    expect(found([long(2029, "Minst 90 procent är behöriga 2028.")])).toEqual([
      ["stops", "year-not-in-wording", "goals.0.wording"],
    ]);
  });
});

test("V-5: what the wording check finds has its place in the set", () => {
  const places = found([GOAL, { ...GOAL, wording: "Ta fram en plan." }]).map(([, , at]) => at);
  expect(new Set(places)).toEqual(new Set(["goals.1.wording"]));
});
