import { describe, expect, test } from "vitest";
import { sampleFacts } from "../../document/testing/budget-facts.ts";
import { besideAllocations, investmentsOf } from "./beside.ts";

/** The sample's budget with spending carried over, a grant, and capital cost in the allocations. */
const { budget } = sampleFacts(({ investments, position }) => {
  Object.assign(investments[0] as object, {
    carriedOverTkr: 1_800,
    grantsTkr: { "2027": 3_000 },
    inUseFrom: "2027-07",
    components: [{ name: "Allt", share: 100, years: 30 }],
  });
  Object.assign(position as object, { capitalInFrames: true });
});

describe("E-7, E-8: what stands beside the allocations has one source", () => {
  test("each measure is its line of the position, and with the allocations they are the operations' net cost", () => {
    const years = budget.statements?.years ?? [];
    const beside = besideAllocations(budget);
    expect(beside).toHaveLength(3);
    for (const [i, one] of beside.entries()) {
      const lines = years[i]?.lines ?? {};
      expect(one.centralTkr).toBe(budget.resultInput[i]?.centralTkr);
      expect(one.depreciationTkr).toBe(-(lines.depreciation ?? 0));
      expect(one.dissolvedGrantsTkr).toBe(lines.dissolvedGrants);
      expect(one.centralTkr + one.internalCapitalTkr + one.depreciationTkr + one.dissolvedGrantsTkr).toBe(
        (lines.allocations ?? 0) - (lines.operations ?? 0),
      );
    }
    // 3 000 over 30 years is dissolved by 50 in the half year of use, then 100, beside the 32 and 31 of the sample
    expect(beside.map((one) => one.dissolvedGrantsTkr)).toEqual([50, 132, 131]);
  });

  test("a budget without an opening balance has what is given", () => {
    const { resultInput } = budget;
    expect(besideAllocations({ resultInput })).toEqual(
      resultInput.map(({ year, centralTkr, depreciationTkr, financialNetTkr }) => ({
        year,
        centralTkr,
        internalCapitalTkr: 0,
        depreciationTkr,
        dissolvedGrantsTkr: 0,
        financialNetTkr,
      })),
    );
  });

  test("what is carried over is spent in the first year: 18 000 and 1 800, and the sum is the cash flow's line", () => {
    expect(investmentsOf(budget, 2027).spentTkr[0]).toBe(19_800);
    for (const [i, year] of [2027, 2028, 2029].entries())
      expect(investmentsOf(budget, year).totalTkr).toBe(budget.statements?.years[i]?.lines.investments);
  });
});
