import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormulaGoal, goalDecimals, goalOutcome } from "./financial-goals.ts";

const goal = (direction: FormulaGoal["direction"], target: number, formula = "equity / assets * 100") =>
  ({ id: "a", text: "Mål", measure: "formula", formula, direction, unit: "percent", target }) as const;

test("P-5: at most 60.25 per cent is met at exactly 60.25", () => {
  const lines = { equity: 241, assets: 400 };
  expect(goalOutcome(goal("at-most", 60.25), 2027, lines)).toEqual({
    target: 60.25,
    outcome: 60.25,
    met: true,
  });
});

test("P-5: at least 2 per cent is not met at 1.95 per cent, nor shown as 2.0", () => {
  const lines = { equity: 195, assets: 10_000 };
  expect(goalOutcome(goal("at-least", 2), 2027, lines)).toEqual({ target: 2, outcome: 1.95, met: false });
  expect(goalOutcome(goal("at-most", 2), 2027, { equity: 2001, assets: 100_000 })).toEqual({
    target: 2,
    outcome: 2.001,
    met: false,
  });
});

test("P-5: a third of three is one, whatever the order of dividing", () => {
  expect(goalOutcome(goal("at-least", 1, "equity / 3 * 3"), 2027, { equity: 1 }).met).toBe(true);
  expect(goalOutcome(goal("at-most", -1, "equity / -3 * 3"), 2027, { equity: 1 }).met).toBe(true);
});

test("P-5: away from its target the outcome is shown with one decimal", () => {
  expect(goalOutcome(goal("at-least", 40), 2027, { equity: 4812, assets: 10_000 }).outcome).toBe(48.1);
  expect(goalOutcome(goal("at-least", 40), 2027, { equity: 1, assets: 0 })).toEqual({
    target: 40,
    outcome: null,
    met: false,
  });
  expect([goalDecimals(60.25, 60.25), goalDecimals(2, null), goalDecimals(40, 48.1)]).toEqual([2, 1, 1]);
});

test("P-5: what is shown stands on the side of the target where it is judged", () => {
  const tkr = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(tkr, tkr, fc.integer({ min: 0, max: 40_000 }), (equity, assets, hundredths) => {
      const { target, outcome, met } = goalOutcome(goal("at-least", hundredths / 100), 2027, {
        equity,
        assets,
      });
      if (Math.abs((equity / assets) * 100 - target) > 1e-5) expect((outcome as number) >= target).toBe(met);
    }),
  );
});
