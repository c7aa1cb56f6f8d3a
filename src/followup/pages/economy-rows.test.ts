import { expect, test } from "vitest";
import { economyRows } from "./economy-rows.ts";

const sums = (netCostTkr: number, byMonth: number[]) => ({
  incomeTkr: 0,
  costTkr: netCostTkr,
  otherTkr: 0,
  netCostTkr,
  byAccountGroup: [],
  byMonth: byMonth.map((tkr, i) => ({ month: i + 1, netCostTkr: tkr })),
});
const outcome = {
  year: 2027,
  until: "2027-04-30" as const,
  source: {} as never,
  bodies: [
    { body: "skola", name: "Skola", ...sums(420, [100, 100, 110, 110]) },
    { body: null, name: "Gemensamt", ...sums(-30, [-30, 0, 0, 0]) },
  ],
  parts: [],
  total: sums(390, []),
  incomeStatement: [],
  balanceSheet: [],
};
const skola = (monthsTkr: number[]) => ({
  year: 2027,
  bodies: [{ body: "skola", allocationTkr: 1200, by: "internal-budget" as const, monthsTkr }],
});
const TWELFTHS = Array.from({ length: 12 }, () => 100);

test("U-2: the budget to date is the budget's own months until the day that the accounts reach", () => {
  expect(economyRows(outcome, skola([120, 120, 120, 120, 120, 60, 0, 60, 120, 120, 120, 120]))).toMatchObject(
    [
      {
        body: "skola",
        allocationTkr: 1200,
        budgetBy: "internal-budget",
        budgetToDateTkr: 480,
        outcomeTkr: 420,
        deviationTkr: 60,
      },
      { body: null, allocationTkr: null, budgetToDateTkr: null, outcomeTkr: -30, deviationTkr: null },
    ],
  );
});

test("U-2: where nothing is decided there is no budget to be followed up against", () => {
  for (const budget of [{ year: 2027, bodies: [] }, undefined])
    expect(economyRows(outcome, budget)[0]).toMatchObject({ allocationTkr: null, deviationTkr: null });
});

test("U-2: months after the day that the accounts reach are not shown as months without cost", () => {
  const padded = {
    ...outcome,
    bodies: [{ body: "skola", name: "Skola", ...sums(420, [100, 100, 110, 110, 0, 0, 0, 0, 0, 0, 0, 0]) }],
  };
  expect(economyRows(padded, skola(TWELFTHS))[0]?.byMonth.map(({ month }) => month)).toEqual([1, 2, 3, 4]);
});
