import { describe, expect, test } from "vitest";
import { missingTkr } from "../../base/rules/missing.ts";
import type { Result } from "../../base/rules/result.ts";
import { balanceRemarks, unbalancedYears } from "./balance-remarks.ts";

const of = (...results: number[]): Result[] =>
  results.map((resultTkr, i) => ({
    year: 2029 + i,
    taxTkr: 810_100,
    operationsTkr: -1_060_020,
    taxAndGrantsTkr: 1_070_100,
    resultTkr,
    resultPercent: 0,
  }));

describe("E-7: what is missing is the deficit, in every year and place by one rule (KL 11:5)", () => {
  test.each([
    [-64_874, 64_874],
    [-12_008, 12_008],
    [-1, 1],
    [0, 0],
    [1, 0],
  ])("of a result of %i it is %i", (result, missing) => expect(missingTkr(result)).toBe(missing));

  test("the same deficit is as much in the budget year as in a plan year", () => {
    const results = of(-64_874, -64_874);
    expect(unbalancedYears(results).map((one) => one.missingTkr)).toEqual([64_874, 64_874]);
    expect(balanceRemarks(results, null).map(({ params }) => params.missingTkr)).toEqual([64_874, 64_874]);
  });

  test("a budget year of nought lacks nothing and does not balance; a plan year of nought does", () => {
    const results = of(0, 0);
    expect(unbalancedYears(results)).toEqual([{ year: 2029, why: "even", missingTkr: 0 }]);
  });
});
