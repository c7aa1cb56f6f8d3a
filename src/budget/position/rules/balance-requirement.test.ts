import { describe, expect, test } from "vitest";
import type { Result } from "../../base/rules/result.ts";
import { balanceRemarks } from "./balance-requirement.ts";

describe("E-7: the budget balances, KL 11:5", () => {
  const of = (...results: number[]): Result[] =>
    results.map((resultTkr, i) => ({
      year: 2027 + i,
      taxTkr: 810_100,
      operationsTkr: -1_060_020,
      taxAndGrantsTkr: 1_070_100,
      resultTkr,
      resultPercent: 0,
    }));
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
    expect(balanceRemarks(of(-500), null, [500])).toEqual([
      {
        level: "info",
        code: "covered-by-reserve",
        cite: "KL 11:14",
        params: { year: 2027, deficitTkr: 500 },
      },
    ]);
    expect(balanceRemarks(of(-500), null, [300])).toMatchObject([
      { level: "stops", code: "not-balanced", params: { missingTkr: 200 } },
    ]);
    expect(balanceRemarks(of(10, -500), null, [0, 500])).toEqual([]);
  });
  test("without a result there is nothing to say", () => expect(balanceRemarks([], null)).toEqual([]));
});
