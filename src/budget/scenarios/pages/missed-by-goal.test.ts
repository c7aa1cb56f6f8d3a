import { expect, test } from "vitest";
import type { MissedGoal } from "../../base/rules/missed-goals.ts";
import { missedByGoal } from "./missed-by-goal.ts";

const missed = (goal: string, year: number, outcome: number): MissedGoal => ({
  goal,
  text: `Målet ${goal}`,
  year,
  direction: "at-least",
  unit: "percent",
  target: 1,
  outcome,
});

test("P-5: a goal that several years miss is named once, with each year and its outcome", () => {
  expect(missedByGoal([])).toEqual([]);
  expect(
    missedByGoal([
      missed("resultat", 2028, 0),
      missed("soliditet", 2029, 39),
      missed("resultat", 2030, 0.4),
    ]).map(({ goal, years }) => [goal, years]),
  ).toEqual([
    [
      "resultat",
      [
        { year: 2028, outcome: 0 },
        { year: 2030, outcome: 0.4 },
      ],
    ],
    ["soliditet", [{ year: 2029, outcome: 39 }]],
  ]);
});
