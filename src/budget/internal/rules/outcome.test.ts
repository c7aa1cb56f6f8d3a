import { expect, test } from "vitest";
import { outcomeLines } from "./outcome.ts";
import { internalRows } from "./rows.ts";

const row = (id: string, unit: string | null, amountTkr: number, periodKey?: string) => ({
  id,
  name: id,
  unit,
  amountTkr,
  ...(periodKey ? { periodKey } : {}),
});
const booked = (body: string, tkr: readonly number[]) => ({
  body,
  byMonth: tkr.map((netCostTkr, i) => ({ month: i + 1, netCostTkr })),
});
const under = (unit: string, part: string) =>
  unit === part || (unit === "skolan" && part === "forvaltningen");

test("E-6, U-2: the budget of the period is the split's own months, next to the outcome of the period", () => {
  const rows = internalRows({
    lines: [
      row("a", "skolan", 1200),
      row("b", "forvaltningen", 300, "summer"),
      row("c", null, 120, "month-1"),
    ],
  });
  expect(
    outcomeLines(
      rows,
      4,
      {
        whole: booked("namnden", [250, 100, 100, 100, 999]),
        parts: [
          booked("forvaltningen", [110, 110, 90, 90]),
          booked("skolan", [100, 90, 90, 90]),
          booked("annan", [1]),
        ],
      },
      under,
    ),
  ).toEqual([
    // Nothing of May, which has only begun; a month is a twelfth only where its line says so
    { of: "namnden", yearTkr: 1620, budgetTkr: 520, outcomeTkr: 550, deviationTkr: -30 },
    { of: "forvaltningen", yearTkr: 1500, budgetTkr: 400, outcomeTkr: 400, deviationTkr: 0 },
    { of: "skolan", yearTkr: 1200, budgetTkr: 400, outcomeTkr: 370, deviationTkr: 30 },
  ]);
});
