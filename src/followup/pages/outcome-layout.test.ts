import fc from "fast-check";
import { expect, test } from "vitest";
import { monthRows, outcomeLayout } from "./outcome-layout.ts";

const months = (...amounts: number[]) => amounts.map((outcomeTkr, i) => ({ month: i + 1, outcomeTkr }));
const anyFacts = fc.record({
  allocationTkr: fc.option(fc.integer({ min: -50_000, max: 900_000 })),
  budgetMonthsTkr: fc.constant(null),
  forecastTkr: fc.option(fc.integer({ min: -50_000, max: 900_000 })),
  byMonth: fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 12 }).map((a) => months(...a)),
});

test("U-2: the table sums since January, and the year's budget sums to the allocation", () => {
  const rows = monthRows({
    allocationTkr: 1000,
    budgetMonthsTkr: null,
    forecastTkr: null,
    byMonth: months(90, 80, 100),
  });
  expect(rows).toHaveLength(12);
  expect(rows.map((row) => row.outcomeSumTkr).slice(0, 4)).toEqual([90, 170, 270, null]);
  expect(rows.at(-1)?.budgetSumTkr).toBe(1000);
  expect(rows[2]?.deviationTkr).toBe((rows[2]?.budgetSumTkr as number) - 270);
  expect(rows[3]?.deviationTkr).toBeNull();
});

test("U-2: the budget's own months are the picture's, not twelfths", () => {
  const budgetMonthsTkr = [200, 200, 200, 200, 200, 0, 0, 0, 0, 0, 0, 200];
  const rows = monthRows({
    allocationTkr: 1200,
    budgetMonthsTkr,
    forecastTkr: null,
    byMonth: months(210, 190),
  });
  expect(rows.map((row) => row.budgetSumTkr).slice(0, 3)).toEqual([200, 400, 600]);
  expect(rows[1]?.deviationTkr).toBe(0);
});

test("U-2: without an allocation there is an outcome and no deviation", () => {
  const rows = monthRows({
    allocationTkr: null,
    budgetMonthsTkr: null,
    forecastTkr: null,
    byMonth: months(5),
  });
  expect(rows[0]).toMatchObject({ outcomeSumTkr: 5, budgetSumTkr: null, deviationTkr: null });
});

test("U-2: everything lies inside the picture, the higher the less is used beside the budget", () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 320, max: 1200 }), (facts, width) => {
      const layout = outcomeLayout(facts, width);
      const { plot } = layout;
      expect(layout.shows).toBe(facts.allocationTkr === null ? "sum" : "deviation");
      for (const point of layout.points) {
        expect(point.x).toBeGreaterThanOrEqual(plot.left);
        expect(point.x).toBeLessThanOrEqual(plot.right + 0.001);
        expect(point.y).toBeGreaterThanOrEqual(plot.top - 0.001);
        expect(point.y).toBeLessThanOrEqual(plot.bottom + 0.001);
        if (point.tkr < 0) expect(point.y).toBeGreaterThan(layout.zeroY);
        if (point.tkr > 0) expect(point.y).toBeLessThan(layout.zeroY);
      }
      for (const a of layout.points)
        for (const b of layout.points) if (a.tkr < b.tkr) expect(a.y).toBeGreaterThan(b.y);
      expect(`${layout.areaPath}${layout.outcomePath}${layout.forecastPath}`).not.toMatch(/NaN|Infinity/);
    }),
  );
});

test("U-2: what the picture shows is what the table says", () => {
  const facts = {
    allocationTkr: 1200,
    budgetMonthsTkr: null,
    forecastTkr: null,
    byMonth: months(100, 120, 90),
  };
  expect(outcomeLayout(facts, 800).points.map((point) => point.tkr)).toEqual(
    monthRows(facts).flatMap((row) => row.deviationTkr ?? []),
  );
  expect(outcomeLayout(facts, 800).points.map((point) => point.tkr)).toEqual([0, -20, -10]);
});

test("U-2: the labels at the end of the lines never overlap", () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 520, max: 1200 }), (facts, width) => {
      const ys = outcomeLayout(facts, width).labels.map((label) => label.y);
      for (const [i, y] of ys.entries())
        if (i > 0) expect(y - (ys[i - 1] as number)).toBeGreaterThanOrEqual(22);
    }),
  );
});

test("U-8: a forecast is drawn from where the accounts end; after the year there is none", () => {
  const during = outcomeLayout(
    { allocationTkr: 1200, budgetMonthsTkr: null, forecastTkr: 1300, byMonth: months(100, 120) },
    800,
  );
  expect(during.forecastPoint?.x).toBe(during.plot.right);
  expect(during.labels.find((label) => label.of === "forecast")?.tkr).toBe(-100);
  const after = outcomeLayout(
    {
      allocationTkr: 1200,
      budgetMonthsTkr: null,
      forecastTkr: 1300,
      byMonth: months(...Array.from({ length: 12 }, () => 100)),
    },
    800,
  );
  expect(after.forecastPath).toBe("");
  expect(after.labels.map((label) => label.of).sort()).toEqual(["budget", "outcome"]);
});
