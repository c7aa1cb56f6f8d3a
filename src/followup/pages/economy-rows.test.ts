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
const allocated = (state: string) => ({
  state,
  allocation: {
    years: [{ year: 2027, opening: {}, frames: { skola: 1200 }, totalTkr: 1200, lines: [] }],
  },
});

test("U-2: the budget to date is the months' part of what the council has decided", () => {
  expect(economyRows(outcome, allocated("decided"))).toMatchObject([
    { body: "skola", allocationTkr: 1200, budgetToDateTkr: 400, outcomeTkr: 420, deviationTkr: -20 },
    { body: null, allocationTkr: null, budgetToDateTkr: null, outcomeTkr: -30, deviationTkr: null },
  ]);
});

test("U-2: what is only proposed is no budget to be followed up against", () => {
  for (const budget of [allocated("draft"), allocated("proposed"), undefined])
    expect(economyRows(outcome, budget)[0]).toMatchObject({ allocationTkr: null, deviationTkr: null });
});

test("U-2: months after the day that the accounts reach are not shown as months without cost", () => {
  const padded = {
    ...outcome,
    bodies: [{ body: "skola", name: "Skola", ...sums(420, [100, 100, 110, 110, 0, 0, 0, 0, 0, 0, 0, 0]) }],
  };
  expect(economyRows(padded, allocated("decided"))[0]?.byMonth.map(({ month }) => month)).toEqual([
    1, 2, 3, 4,
  ]);
});
