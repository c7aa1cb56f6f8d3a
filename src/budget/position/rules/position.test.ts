import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { financialGoalRemarks, goalOutcome } from "../../base/rules/financial-goals.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import { resultOf } from "../../base/rules/result.ts";
import { LINE_IDS, STATEMENTS, YEAR_LINES } from "../../base/rules/result-lines.ts";
import { reserveRemarks } from "./balance-remarks.ts";
import { restoring } from "./balance-requirement.ts";
import { explainPositionLine, type PositionBasis, positionOf, withNewCosts } from "./position.ts";
import { positionInputRemarks } from "./remarks.ts";

const YEARS = [2027, 2028, 2029];
const zeros = Object.fromEntries(YEAR_LINES.map((line) => [line, 0])) as Omit<
  PositionInput["years"][number],
  "year"
>;

function basis({
  results = [10, 10, 10],
  spend = {},
  years = [],
  ...change
}: {
  results?: readonly number[];
  spend?: Record<string, number>;
  years?: readonly (Partial<PositionInput["years"][number]> & { year: number })[];
} & Partial<Omit<PositionInput, "years">> = {}): PositionBasis {
  const resultInput = YEARS.map((year, i) => ({
    year,
    taxBaseTkr: 5000,
    taxRate: 20,
    settlementTkr: 0,
    equalisationTkr: 500 + (results[i] ?? 0),
    centralTkr: -100,
    depreciationTkr: -90,
    financialNetTkr: -10,
  }));
  const allocations = YEARS.map((year) => ({ year, totalTkr: 1300, frames: { skola: 1300 } }));
  return {
    position: {
      opening: {
        fixedAssets: 900,
        financialAssets: 50,
        currentAssets: 100,
        cash: 150,
        equity: 600,
        provisions: 100,
        loans: 300,
        deferredGrants: 0,
        shortDebt: 200,
      },
      reserveTkr: 40,
      pensionsOutsideTkr: null,
      leastCashTkr: 100,
      loanRate: 5,
      internalRate: 2,
      years: years.map((line) => ({ ...zeros, ...line })),
      earlierDeficits: [],
      ...change,
    },
    investments: [
      {
        body: "skola",
        name: "Skola",
        amountsTkr: spend,
        components: [{ name: "Allt", share: 100, years: 10 }],
        inUseFrom: "2028-01",
      },
    ],
    resultInput,
    results: resultInput.map((line) => resultOf(1300, line)),
    allocations,
    population: { 2027: { 0: 10, 1: 20 }, 2028: { 0: 11 }, 2029: {} },
  };
}
const line = (b: PositionBasis, id: (typeof LINE_IDS)[number]) =>
  positionOf(b).years.map(({ lines }) => lines[id]);

const reserved = (b: PositionBasis) => {
  const { opening, years } = positionOf(b);
  return reserveRemarks(opening.lines, years, (i, of) => `position.years.${i}.${of}`);
};

describe("E-7: income statement, cash flow and balance sheet hang together", () => {
  test("what is built is paid with cash, then borrowed; its interest and depreciation burden later years", () => {
    const built = basis({ spend: { 2027: 400 } });
    expect(line(built, "newLoans")).toEqual([250, 0, 0]);
    expect(line(built, "cash")).toEqual([100, 187, 274]);
    expect(line(built, "newDepreciation")).toEqual([0, 40, 40]);
    // 5 per cent of the 250 borrowed the year before, 12.5, halves away from zero
    expect(line(built, "newInterest")).toEqual([0, 13, 13]);
    expect(line(built, "result")).toEqual([10, -43, -43]);
    expect(line(built, "inhabitants")).toEqual([30, 11, 0]);
  });
  test("the budget's result with new costs is the position's result", () => {
    const built = basis({ spend: { 2027: 400 } });
    const position = positionOf(built);
    const results = withNewCosts(built.resultInput, position).map((input) => resultOf(1300, input).resultTkr);
    expect(results).toEqual(position.years.map(({ lines }) => lines.result));
  });
  test("whatever is planned, assets are equity and liabilities, and every row is the sum of its parts", () => {
    const tkr = fc.integer({ min: -100_000, max: 100_000 });
    const positive = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(
        fc.array(tkr, { minLength: 3, maxLength: 3 }),
        fc.record({ 2027: positive, 2028: positive, 2029: positive }),
        fc.array(fc.record(Object.fromEntries(YEAR_LINES.map((id) => [id, tkr]))), {
          minLength: 3,
          maxLength: 3,
        }),
        positive,
        fc.double({ min: 0, max: 20, noNaN: true }),
        (results, spend, beside, leastCashTkr, loanRate) => {
          const years = beside.map((of, i) => ({ ...of, year: YEARS[i] as number }));
          const position = positionOf(basis({ results, spend, years, leastCashTkr, loanRate }));
          for (const { year, lines } of position.years) {
            expect(lines.assets).toBe(lines.equityAndLiabilities);
            for (const id of LINE_IDS) {
              const explained = explainPositionLine(position, id, year);
              if (lines[id] === undefined) expect(explained).toBeUndefined();
              else if (explained?.kind === "sum")
                expect(explained.parts.reduce((sum, part) => sum + part.sign * part.tkr, 0)).toBe(lines[id]);
            }
          }
        },
      ),
    );
  });
  test.each(Object.entries(STATEMENTS))("%s: each sum is what stands in it", (id, rows) => {
    const position = positionOf(
      basis({
        spend: { 2027: 400, 2028: 90 },
        years: [{ year: 2027, sales: 30, realisationGains: 20, provisionsChange: 7, amortisation: 15 }],
      }),
    );
    if (id === "requirement") return;
    for (const { lines } of position.years) {
      const at = (place: number) => (rows[place]?.[0] ?? 0) * (lines[rows[place]?.[1] ?? "result"] ?? 0);
      let whole = 0;
      let part = 0;
      for (const [i, row] of rows.entries()) {
        if (row[2] === undefined) part += at(i);
        else if (row[2] === "sub") {
          // Operations and net financial items are shown signed; tax and grants are both
          expect([id, row[1], at(i)]).toEqual([id, row[1], part]);
          whole += part;
          part = 0;
        } else {
          expect([id, row[1], at(i)]).toEqual([id, row[1], whole + part]);
          whole = part = 0;
        }
      }
    }
  });
  test("a figure leads down to what is given", () => {
    const position = positionOf(basis({ spend: { 2027: 400 } }));
    expect(explainPositionLine(position, "cash", 2027)?.parts).toMatchObject([
      { line: "cash", year: 2026, tkr: 150 },
      { line: "cashFlow", year: 2027, tkr: -50 },
    ]);
    expect(explainPositionLine(position, "cash", 2026)).toMatchObject({
      kind: "given",
      source: "opening",
      parts: [],
    });
    expect(explainPositionLine(position, "newDepreciation", 2028)).toMatchObject({
      kind: "given",
      source: "projects",
    });
    expect(explainPositionLine(position, "tax", 2031)).toBeUndefined();
  });
});

describe("E-7, KL 11:12–14: balance requirement, reserve and restoring", () => {
  const codes = (remarks: readonly { code: string; at?: string }[]) =>
    remarks.map(({ code, at }) => `${code} ${at ?? ""}`.trim());
  test("gains on sales do not count, exceptions do; the reserve fills up or is put aside", () => {
    const b = basis({
      results: [100, -30, 10],
      years: [
        { year: 2027, sales: 60, realisationGains: 50, gainsByException: 20, toReserve: 30 },
        { year: 2028, fromReserve: 30 },
      ],
    });
    expect(line(b, "adjustedResult")).toEqual([70, -30, 10]);
    expect(line(b, "balanceResult")).toEqual([40, 0, 10]);
    expect(line(b, "reserve")).toEqual([70, 40, 40]);
    expect(reserved(b)).toEqual([]);
  });
  test.each([
    [{ year: 2027, toReserve: 11 }, "reserve-too-much position.years.0.toReserve"],
    [{ year: 2027, fromReserve: 41 }, "reserve-empty position.years.0.fromReserve"],
    [{ year: 2027, fromReserve: 5 }, "reserve-not-needed position.years.0.fromReserve"],
  ])("%j is refused: %s", (year, code) => {
    expect(codes(reserved(basis({ years: [year] })))).toEqual([code]);
  });
  test("earlier deficits come before the reserve", () => {
    const b = basis({
      earlierDeficits: [{ year: 2026, amountTkr: 8, restoreBy: 2029 }],
      years: [{ year: 2027, toReserve: 5 }],
    });
    expect(reserved(b)).toMatchObject([{ code: "reserve-too-much", params: { mostTkr: 2 } }]);
  });
  test("the oldest deficit is restored first", () => {
    const earlierDeficits = [
      { year: 2025, amountTkr: 15, restoreBy: 2028 },
      { year: 2024, amountTkr: 12, restoreBy: 2027 },
    ];
    const position = positionOf(basis({ results: [10, 10, 10], earlierDeficits }));
    expect(
      restoring(position.years, earlierDeficits).map(({ year, left }) => [year, left.map(({ tkr }) => tkr)]),
    ).toEqual([
      [2024, [2, 0, 0]],
      [2025, [15, 7, 0]],
    ]);
  });
  test("a deficit of the budget year is to be restored within three years too", () => {
    const position = positionOf(basis({ results: [-20, 5, 30] }));
    expect(restoring(position.years, [])).toEqual([
      {
        year: 2027,
        amountTkr: 20,
        restoreBy: 2030,
        left: [
          { year: 2027, tkr: 20 },
          { year: 2028, tkr: 15 },
          { year: 2029, tkr: 0 },
        ],
      },
    ]);
    expect(line(basis({ results: [-20, 5, 30] }), "toRestore")).toEqual([20, 15, 0]);
  });
  test("an opening balance that does not add up is refused with the difference", () => {
    const { opening } = basis().position;
    const found = positionInputRemarks(
      {
        ...basis().position,
        opening: { ...opening, equity: 599 },
        reserveTkr: 700,
        years: [{ ...zeros, year: 2031, sales: 1, realisationGains: 2, gainsByException: 3 }],
        earlierDeficits: [{ year: 2026, amountTkr: 1, restoreBy: 2030 }],
      },
      YEARS,
    );
    expect(codes(found)).toEqual([
      "opening-differs position.opening.equity",
      "reserve-above-equity position.reserveTkr",
      "position-year position.years.0.year",
      "gain-above-sale position.years.0.realisationGains",
      "exception-above-gain position.years.0.gainsByException",
      "restore-by position.earlierDeficits.0.restoreBy",
    ]);
    expect(found[0]).toMatchObject({ params: { differenceTkr: 1 } });
  });
});

describe("P-5, E-7: financial goals of any formula", () => {
  const goal = (formula: string, change = {}) =>
    ({
      id: "g",
      text: "Mål",
      measure: "formula",
      formula,
      direction: "at-least",
      unit: "percent",
      target: 40,
      ...change,
    }) as const;
  const lines = { equity: 450, assets: 1000, result: 12, taxAndGrants: 1200, investments: 0 };
  test("solidity of at least 40 per cent is met at 45, at most 40 is not", () => {
    expect(goalOutcome(goal("equity / assets * 100"), 2027, lines)).toEqual({
      target: 40,
      outcome: 45,
      met: true,
    });
    expect(goalOutcome(goal("equity / assets * 100", { direction: "at-most" }), 2027, lines).met).toBe(false);
    expect(goalOutcome(goal("equity / assets * 100", { targets: { 2028: 46 } }), 2028, lines)).toMatchObject({
      target: 46,
      met: false,
    });
  });
  test("what can't be computed is not met, and is no number", () => {
    expect(goalOutcome(goal("result / investments"), 2027, lines)).toMatchObject({
      outcome: null,
      met: false,
    });
    expect(goalOutcome(goal("pensionsOutside"), 2027, lines)).toMatchObject({ outcome: null, met: false });
  });
  test("the first sort of goal is met at its target, not below", () => {
    const share = { id: "resultat", text: "Resultatet", measure: "result-share", target: 1 } as const;
    expect(goalOutcome(share, 2027, lines)).toEqual({ target: 1, outcome: 1, met: true });
    expect(goalOutcome(share, 2027, { ...lines, result: 11 })).toEqual({
      target: 1,
      outcome: 0.9,
      met: false,
    });
  });
  test("a formula that can't be read is refused with its place in the text and in the budget", () => {
    expect(
      financialGoalRemarks([goal("equity / tillgångar"), goal("equity", { targets: { 2040: 1 } })], YEARS),
    ).toMatchObject([
      {
        level: "stops",
        code: "formula-name",
        at: "financialGoals.0.formula",
        params: { place: 10, value: "tillgångar" },
      },
      { code: "goal-twice", at: "financialGoals.1.id" },
      { code: "goal-year", at: "financialGoals.1.targets.2040" },
    ]);
  });
});
