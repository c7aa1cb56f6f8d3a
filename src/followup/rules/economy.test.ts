import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetMonths } from "../../budget/internal/rules/to-date.ts";
import { comparedMonths, economyFact } from "./economy.ts";
import { percent, statementAgainstBudget, together } from "./group-facts.ts";
import { keyFigures } from "./key-figures.ts";

const outcome = {
  tkr: 361_543,
  byAccountGroup: [
    { group: "3", tkr: -46_268 },
    { group: "5", tkr: 407_811 },
  ],
  byMonthTkr: [45_457, 316_086],
};

describe("U-2: budget, outcome, forecast and deviation", () => {
  test("U-2: with a decided internal budget the budget to date is its months', and the fact says so", () => {
    const school = { id: "a", name: "Skola", unit: null, amountTkr: 120_000, periodKey: "school-year" };
    const fact = economyFact("follow-up", 4, {
      allocationTkr: 120_000,
      budget: budgetMonths(120_000, { lines: [school] }),
      outcome: { tkr: 47_000, byAccountGroup: [], byMonthTkr: [12_000, 12_000, 12_000, 11_000] },
      forecastTkr: null,
    });
    expect(fact).toMatchObject({
      budgetBy: "internal-budget",
      budgetToDateTkr: 48_000,
      deviationToDateTkr: 1000,
    });
    expect(fact.byMonth.map(({ budgetTkr }) => budgetTkr)).toEqual([12_000, 12_000, 12_000, 12_000]);
  });

  test("U-3, U-6: budget and outcome are of the same months: the occasion's, as far as they are booked", () => {
    expect(comparedMonths(8, 4)).toBe(4);
    expect(comparedMonths(8, 12)).toBe(8);
    expect(comparedMonths(8, undefined)).toBe(8);
  });

  test("U-4: a part of a year is not the year's deviation", () => {
    const known = {
      allocationTkr: 361_000,
      budget: budgetMonths(361_000, undefined),
      outcome,
      forecastTkr: null,
    };
    expect(economyFact("annual-report", 4, known).deviationTkr).toBeNull();
  });

  test("U-2: the deviation is allocation − forecast, and below nought when it does not suffice", () => {
    const fact = economyFact("interim-report", 8, {
      allocationTkr: 536_329,
      budget: budgetMonths(536_329, undefined),
      outcome,
      forecastTkr: 542_300,
    });
    expect(fact).toMatchObject({
      budgetToDateTkr: 357_553,
      outcomeToDateTkr: 361_543,
      deviationToDateTkr: -3990,
      deviationTkr: -5971,
    });
    expect(fact.byMonth).toEqual([
      { month: 1, budgetTkr: 44_695, outcomeTkr: 45_457 },
      { month: 2, budgetTkr: 44_694, outcomeTkr: 316_086 },
    ]);
  });

  test("U-4: in an annual report the deviation is allocation − outcome, and there is no forecast", () => {
    const fact = economyFact("annual-report", 12, {
      allocationTkr: 361_000,
      budget: budgetMonths(361_000, undefined),
      outcome,
      forecastTkr: 1,
    });
    expect(fact).toMatchObject({ forecastTkr: null, deviationTkr: -543 });
  });

  test("U-6: what is unknown is not nought", () => {
    expect(
      economyFact("follow-up", 4, {
        allocationTkr: undefined,
        budget: undefined,
        outcome: undefined,
        forecastTkr: null,
      }),
    ).toEqual({
      allocationTkr: null,
      budgetToDateTkr: null,
      outcomeToDateTkr: null,
      deviationToDateTkr: null,
      forecastTkr: null,
      deviationTkr: null,
      byAccountGroup: [],
      byMonth: [],
    });
  });
});

describe("U-9: the group's economy", () => {
  const line = (allocationTkr: number, forecastTkr: number | null) =>
    economyFact("interim-report", 8, {
      allocationTkr,
      budget: budgetMonths(allocationTkr, undefined),
      outcome: undefined,
      forecastTkr,
    });

  test("U-6: the bodies' forecasts together; who has not said is counted with its allocation", () => {
    expect(together([line(100, 110), line(50, null)])).toMatchObject({
      allocationTkr: 150,
      forecastTkr: 160,
      deviationTkr: -10,
      outcomeToDateTkr: null,
    });
    expect(together([line(100, null)]).forecastTkr).toBeNull();
    expect(together([]).allocationTkr).toBeNull();
  });

  test("U-9: the statement's budget rows sum as its outcome rows do, for any months", () => {
    const tkr = fc.integer({ min: -2_000_000, max: 2_000_000 });
    fc.assert(
      fc.property(tkr, tkr, tkr, tkr, tkr, fc.integer({ min: 1, max: 12 }), (a, b, c, d, e, months) => {
        const rows = (
          [
            "depreciation",
            "operating-net",
            "tax",
            "grants-and-equalisation",
            "operating-result",
            "result",
          ] as const
        ).map((row) => ({ row, tkr: 0 }));
        const budget = {
          taxTkr: a,
          taxAndGrantsTkr: b,
          operationsTkr: c,
          depreciationTkr: d,
          resultTkr: e,
          allocatedTkr: 1200,
          allocatedToDateTkr: months * 100,
        };
        const of = (row: string) =>
          statementAgainstBudget(rows, budget, months).find((l) => l.row === row)?.budgetTkr ?? Number.NaN;
        expect(of("operating-net") + of("tax") + of("grants-and-equalisation")).toBe(of("operating-result"));
        if (months === 12) expect(of("result")).toBe(e);
      }),
    );
  });

  test("U-2, U-9: the net of operations holds the bodies' own months, and twelfths of what has no months", () => {
    const budget = {
      taxTkr: 1800,
      taxAndGrantsTkr: 1800,
      operationsTkr: -1440,
      depreciationTkr: -120,
      resultTkr: 360,
      allocatedTkr: 1200,
      allocatedToDateTkr: 480,
    };
    const rows = [{ row: "operating-net" as const, tkr: -540 }];
    expect(statementAgainstBudget(rows, budget, 4)).toEqual([
      { row: "operating-net", budgetTkr: -560, outcomeTkr: -540, deviationTkr: 20 },
    ]);
  });

  test("U-9: key figures are left out where their facts are missing, never nought", () => {
    expect(
      keyFigures(
        {
          resultTkr: null,
          taxAndGrantsTkr: 0,
          statement: [],
          sheet: [],
          economy: { budgetToDateTkr: null, outcomeToDateTkr: null },
        },
        [],
      ),
    ).toEqual([]);
    expect(
      keyFigures(
        {
          resultTkr: 120,
          taxAndGrantsTkr: 10_000,
          statement: [
            { row: "operating-net", budgetTkr: null, outcomeTkr: -9800, deviationTkr: null },
            { row: "tax", budgetTkr: null, outcomeTkr: 10_000, deviationTkr: null },
          ],
          sheet: [
            { row: "equity-total", openingTkr: 40, closingTkr: 50 },
            { row: "assets", openingTkr: 100, closingTkr: 100 },
          ],
          economy: { budgetToDateTkr: 100, outcomeToDateTkr: 103 },
        },
        [{ id: "result-share", value: 0.4 }],
      ),
    ).toEqual([
      { id: "result-share", value: 1.2, unit: "procent", before: 0.4 },
      { id: "net-cost-share", value: 98, unit: "procent", before: null },
      { id: "equity-ratio", value: 50, unit: "procent", before: 40 },
      { id: "allocation-use", value: 103, unit: "procent", before: null },
    ]);
    expect(percent(1, 0)).toBeNull();
    expect(percent(-125, 10_000)).toBe(-1.3);
  });
});
