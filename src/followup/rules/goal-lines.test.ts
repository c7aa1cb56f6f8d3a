import { describe, expect, test } from "vitest";
import { goalOutcome } from "../../budget/base/rules/financial-goals.ts";
import { goalLines } from "./goal-lines.ts";

const statement = [
  ["operating-net", -950],
  ["depreciation", -40],
  ["tax", 800],
  ["grants-and-equalisation", 200],
  ["financial-income", 5],
  ["financial-cost", -15],
  ["result", 40],
].map(([row, outcomeTkr]) => ({
  row: String(row),
  outcomeTkr: Number(outcomeTkr),
  budgetTkr: null,
  deviationTkr: null,
}));
const sheet = [
  ["land-buildings-plant", 500, 540],
  ["cash", 100, 100],
  ["assets", 600, 640],
  ["equity-total", 300, 340],
  ["long-term-debt", 200, 200],
].map(([row, openingTkr, closingTkr]) => ({
  row: String(row),
  openingTkr: Number(openingTkr),
  closingTkr: Number(closingTkr),
}));
const budget = {
  year: 2027,
  taxTkr: 790,
  operationsTkr: -960,
  taxAndGrantsTkr: 990,
  resultTkr: 20,
  resultPercent: 2,
  lines: { inhabitants: 16, equity: 320 },
};
const goal = (formula: string) =>
  ({
    id: "g",
    text: "Mål",
    measure: "formula",
    formula,
    direction: "at-least",
    unit: "percent",
    target: 40,
  }) as const;

describe("P-5: financial goals are followed up over the same lines as they are set", () => {
  test("after the year, from the accounts: what was built is what fixed assets grew by and what was written off", () => {
    const lines = goalLines({ resultTkr: 40, statement, sheet, budget });
    expect(goalOutcome(goal("equity / assets * 100"), 2027, lines).outcome).toBe(53.1);
    expect(goalOutcome(goal("(result + depreciation) / netInvestments * 100"), 2027, lines).outcome).toBe(
      100,
    );
    expect(lines).toMatchObject({
      investments: 80,
      netDebt: 100,
      inhabitants: 16,
      financialNet: -10,
      operations: 950,
    });
  });
  test("before it, with the forecast result; what needs the balance of the last day can't be judged", () => {
    const lines = goalLines({ resultTkr: 30, statement: [], sheet: [], budget });
    expect(goalOutcome(goal("result / taxAndGrants * 100"), 2027, lines).outcome).toBe(3);
    expect(goalOutcome(goal("equity / assets * 100"), 2027, lines)).toMatchObject({
      outcome: null,
      met: false,
    });
  });
  test("without a budget or accounts nothing is known", () => {
    expect(goalLines({ resultTkr: null, statement: [], sheet: [], budget: undefined })).toEqual({});
  });
});
