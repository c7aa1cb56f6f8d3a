import { describe, expect, test } from "vitest";
import type { EarlierDeficit, RestoringPlan, YearLines } from "../../base/rules/position.ts";
import type { Result } from "../../base/rules/result.ts";
import {
  balanceRemarks,
  reserveRemarks,
  restoringRemarks,
  type ToRestore,
  unbalancedYears,
} from "./balance-remarks.ts";
import {
  type BesideResult,
  balanceLeft,
  proposedPlans,
  requirementLines,
  requirementYears,
  restoring,
} from "./balance-requirement.ts";

const NONE = { reserveTkr: 0, deficits: [], plans: [] };
/** Results of the years from 2027; with what is beside a result, its lines too. */
const of = (...results: (number | [number, BesideResult])[]): Result[] =>
  results.map((given, i) => {
    const [resultTkr, beside] = typeof given === "number" ? [given, undefined] : given;
    return {
      year: 2027 + i,
      taxTkr: 810_100,
      operationsTkr: -1_060_020,
      taxAndGrantsTkr: 1_070_100,
      resultTkr,
      resultPercent: 0,
      ...(beside ? { lines: requirementLines(resultTkr, beside, NONE) } : {}),
    };
  });

describe("E-7: the budget balances, KL 11:5", () => {
  const why = { reasons: "Stängd industri", restoringPlan: "Återställs 2028–2030" };

  test("a surplus has no remark", () => expect(balanceRemarks(of(1, 1, 1), null)).toEqual([]));
  test.each([
    [0, 0],
    [-1, 1],
    [-5000, 5000],
  ])("a result of %i stops, with the %i tkr that are missing", (result, missingTkr) => {
    expect(balanceRemarks(of(result), null)).toEqual([
      { level: "stops", code: "not-balanced", cite: "KL 11:5", params: { year: 2027, missingTkr } },
    ]);
  });
  test("exceptional reasons with a plan make it a deviation that is shown", () => {
    expect(balanceRemarks(of(-5000), why)).toMatchObject([
      { level: "deviation", code: "deficit-with-reasons", cite: "KL 11:12" },
    ]);
  });
  test("reasons are not needed for a surplus, and change nothing there", () => {
    expect(balanceRemarks(of(10), why)).toEqual([]);
  });
  test("a deficit in a plan year is a deviation, and does not stop", () => {
    expect(balanceRemarks(of(10, -20, 0), null)).toEqual([
      {
        level: "deviation",
        code: "plan-year-deficit",
        cite: "KL 11:6",
        params: { year: 2028, missingTkr: 20 },
      },
    ]);
  });
  test("what is taken from the reserve covers a deficit, and what it does not cover is missing", () => {
    expect(balanceRemarks(of([-500, { fromReserve: 500 }]), null)).toEqual([
      {
        level: "info",
        code: "covered-by-reserve",
        cite: "KL 11:14",
        params: { year: 2027, deficitTkr: 500 },
      },
    ]);
    expect(balanceRemarks(of([-500, { fromReserve: 300 }]), null)).toMatchObject([
      { level: "stops", code: "not-balanced", params: { missingTkr: 200 } },
    ]);
    expect(balanceRemarks(of(10, [-500, { fromReserve: 500 }]), null)).toEqual([]);
  });
  test("without a result there is nothing to say", () => expect(balanceRemarks([], null)).toEqual([]));
});

describe("E-7: a balance result below nothing is a deficit, in any year (KL 11:12, LKBR 11:10)", () => {
  // 2027 gives 50 tkr, of which a sale is 5 000: without the gain 4 950 tkr are missing
  const sold = of([50, { realisationGains: 5000 }], 200, 300);
  const judged = (plans: readonly RestoringPlan[], deficits?: readonly EarlierDeficit[]) => {
    const years = requirementYears(sold);
    const all: ToRestore = {
      deficits: restoring(years, deficits ?? []),
      plans,
      from: 2027,
      years,
      weight: (year) => (year <= 2027 ? "stops" : "needs-reason"),
      at: "restoringPlans",
    };
    return restoringRemarks(all).map(({ level, code, params }) => [level, code, params]);
  };

  test("a result of 50 with a gain of 5 000 is a balance result of −4 950, which is said and demands a plan", () => {
    expect(sold[0]?.lines).toMatchObject({ adjustedResult: -4950, balanceResult: -4950, toRestore: 4950 });
    expect(unbalancedYears(sold)).toEqual([{ year: 2027, why: "balance-result", missingTkr: 4950 }]);
    expect(balanceRemarks(sold, null)).toEqual([
      {
        level: "deviation",
        code: "balance-result-negative",
        cite: "LKBR 11:10",
        params: { year: 2027, resultTkr: 50, missingTkr: 4950 },
      },
    ]);
    expect(judged([])).toEqual([
      ["stops", "no-restoring-plan", { year: 2027, amountTkr: 4950, restoreBy: 2030 }],
    ]);
  });

  test("a plan is held against each year's result; a year that is not budgeted is told", () => {
    expect(judged([{ deficitYear: 2027, amountsTkr: { 2028: 200, 2029: 300, 2030: 4450 } }])).toEqual([
      ["info", "restoring-beyond", { year: 2030, plannedTkr: 4450 }],
    ]);
    expect(judged([{ deficitYear: 2027, amountsTkr: { 2028: 201, 2029: 4749 } }])).toEqual([
      ["stops", "restoring-not-borne", { year: 2028, plannedTkr: 201, resultTkr: 200 }],
      ["stops", "restoring-not-borne", { year: 2029, plannedTkr: 4749, resultTkr: 300 }],
    ]);
  });

  test("what is left, what comes too late and synnerliga skäl are each said with their amount", () => {
    expect(judged([{ deficitYear: 2027, amountsTkr: { 2028: 200, 2031: 1000 } }])).toEqual([
      ["stops", "restored-late", { year: 2027, lateTkr: 1000, restoreBy: 2030, years: "2031" }],
      ["stops", "not-restored", { year: 2027, leftTkr: 3750, restoreBy: 2030 }],
      ["info", "restoring-beyond", { year: 2031, plannedTkr: 1000 }],
    ]);
    expect(judged([{ deficitYear: 2027, amountsTkr: { 2028: 200 }, reasons: "Stängd industri" }])).toEqual([
      ["deviation", "not-restored-with-reasons", { year: 2027, leftTkr: 4750, restoreBy: 2030 }],
    ]);
    expect(judged([{ deficitYear: 2027, amountsTkr: {}, reasons: " \u200b" }])[0]?.[1]).toBe(
      "no-restoring-plan",
    );
  });

  test("an amount in the deficit's own year or before it restores nothing", () => {
    expect(judged([{ deficitYear: 2027, amountsTkr: { 2026: 4950, 2027: 4950 } }])[0]?.[1]).toBe(
      "no-restoring-plan",
    );
  });

  test("a deficit whose time is out before the plan can only be restored too late", () => {
    const found = judged(
      [
        { deficitYear: 2023, amountsTkr: { 2028: 100 } },
        { deficitYear: 2027, amountsTkr: { 2030: 4950 } },
      ],
      [{ year: 2023, amountTkr: 100, restoreBy: 2026 }],
    );
    expect(found[0]).toEqual([
      "stops",
      "restored-late",
      { year: 2023, lateTkr: 100, restoreBy: 2026, years: "2028" },
    ]);
  });

  test("a plan year's deficit needs a reason where it has no plan", () => {
    const years = requirementYears(of(10, -20, 5));
    const found = restoringRemarks({
      deficits: restoring(years, []),
      plans: [],
      from: 2027,
      years,
      weight: (year) => (year <= 2027 ? "stops" : "needs-reason"),
      at: "restoringPlans",
    });
    expect(found).toMatchObject([
      { level: "needs-reason", code: "no-restoring-plan", params: { year: 2028 } },
    ]);
  });

  test("a plan of no deficit is told, and two plans of one stop", () => {
    const plan = { deficitYear: 2027, amountsTkr: { 2030: 4950 } };
    expect(
      judged([plan, plan, { deficitYear: 2019, amountsTkr: {} }]).map(([level, code]) => `${level} ${code}`),
    ).toEqual(["info restoring-beyond", "stops plan-twice", "info plan-without-deficit"]);
  });

  test("the plan that is proposed takes the oldest first, no more than each year bears, and leaves the rest to the last year", () => {
    const years = requirementYears(sold);
    const deficits = restoring(years, [{ year: 2026, amountTkr: 150, restoreBy: 2029 }]);
    expect(proposedPlans(years, deficits)).toEqual([
      { deficitYear: 2026, amountsTkr: { 2028: 150 } },
      { deficitYear: 2027, amountsTkr: { 2028: 50, 2029: 300, 2030: 4600 } },
    ]);
  });
});

describe("KL 11:14: the reserve holds what it was carried with", () => {
  const at = (i: number, line: string) => `${i}.${line}`;
  test("100 000 tkr can't be taken from a reserve that has 9 000", () => {
    const opening = { reserveTkr: 9000, deficits: [], plans: [] };
    const lines = requirementLines(-120_000, { fromReserve: 100_000 }, opening);
    expect(reserveRemarks({ reserve: 9000, toRestore: 0 }, [{ year: 2027, lines }], at)).toEqual([
      {
        level: "stops",
        code: "reserve-empty",
        cite: "KL 11:14",
        params: { year: 2027, hasTkr: 9000, takenTkr: 100_000 },
        at: "0.fromReserve",
      },
    ]);
  });
});

describe("KL 11:12–14: what a year leaves is what the next begins with", () => {
  const ended = (lines: YearLines["lines"]): YearLines => ({ year: 2027, lines });
  test("its reserve, its own deficit, and what is left of earlier ones", () => {
    const opening = {
      reserveTkr: 900,
      deficits: [{ year: 2026, amountTkr: 300, restoreBy: 2029 }],
      plans: [{ deficitYear: 2026, amountsTkr: { 2027: 100, 2028: 200 } }],
    };
    const surplus = requirementLines(400, { toReserve: 300 }, opening);
    expect(balanceLeft(opening, ended(surplus))).toEqual({
      reserveTkr: 1200,
      deficits: [{ year: 2026, amountTkr: 200, restoreBy: 2029 }],
      plans: opening.plans,
    });
    const deficit = requirementLines(-1000, { fromReserve: 900 }, opening);
    expect(balanceLeft(opening, ended(deficit))).toEqual({
      reserveTkr: 0,
      deficits: [
        { year: 2026, amountTkr: 300, restoreBy: 2029 },
        { year: 2027, amountTkr: 100, restoreBy: 2030 },
      ],
      plans: opening.plans,
    });
  });
  test("KL 11:13: what the council for synnerliga skäl does not restore is carried no further", () => {
    const plans = [{ deficitYear: 2027, amountsTkr: { 2028: 40 }, reasons: "Brand" }];
    expect(balanceLeft({ deficits: [], plans }, ended({ balanceResult: -100, reserve: 0 })).deficits).toEqual(
      [{ year: 2027, amountTkr: 40, restoreBy: 2030 }],
    );
  });
});
