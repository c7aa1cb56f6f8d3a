import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capitalCosts, investmentCost } from "./investments.ts";

const YEARS = [2027, 2028, 2029];
const SCHOOL = {
  body: "bildningsnamnden",
  name: "Skola",
  amountsTkr: { 2027: 1200, 2028: 600 },
  components: [
    { name: "Stomme", share: 75, years: 50 },
    { name: "Ventilation", share: 25, years: 20 },
  ],
  inUseFrom: "2028-07",
};

describe("E-1: what an investment costs", () => {
  test("it is written off by component, straight line, from the month of use", () => {
    const { years, plannedTkr } = investmentCost(SCHOOL, YEARS, 0);
    // Half a year of 900/50 + 300/20 and of 450/50 + 150/20: 9 + 7.5 + 4.5 + 3.75, each in whole tkr
    expect(years.map((line) => line.depreciationTkr)).toEqual([0, 26, 49]);
    expect(years.map((line) => line.bookValueTkr)).toEqual([1200, 1774, 1725]);
    expect(plannedTkr).toBe(1800);
  });
  test("what is spent after it is in use is written off from the next January", () => {
    const later = { ...SCHOOL, inUseFrom: "2027-01", components: [{ name: "Allt", share: 100, years: 10 }] };
    expect(investmentCost(later, YEARS, 0).years.map((line) => line.depreciationTkr)).toEqual([
      120, 120, 180,
    ]);
  });
  test("what is not in use is not written off, nor is land", () => {
    const none = investmentCost({ ...SCHOOL, inUseFrom: null }, YEARS, 2);
    expect(none.years.map((line) => line.depreciationTkr + line.internalInterestTkr)).toEqual([0, 0, 0]);
    const land = { ...SCHOOL, components: [{ name: "Mark", share: 100, years: 0 }], inUseFrom: "2027-01" };
    const costs = investmentCost(land, YEARS, 2).years;
    expect(costs.map((line) => line.depreciationTkr)).toEqual([0, 0, 0]);
    // Land ties money: 2 per cent of 1 200, and from 2029 of 1 800
    expect(costs.map((line) => line.internalInterestTkr)).toEqual([24, 24, 36]);
  });
  test("what is carried over is spent in the first year; a grant is dissolved as the investment is written off", () => {
    const { years } = investmentCost(
      {
        ...SCHOOL,
        amountsTkr: { 2027: 800 },
        carriedOverTkr: 200,
        grantsTkr: { 2027: 500 },
        components: [{ name: "Allt", share: 100, years: 10 }],
        inUseFrom: "2027-01",
        forecastTkr: 1100,
      },
      YEARS,
      0,
    );
    expect(years[0]).toMatchObject({ spentTkr: 1000, grantTkr: 500, depreciationTkr: 100, dissolvedTkr: 50 });
  });
  test("over its whole life exactly what was spent is written off, never more in between", () => {
    const share = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.nat({ max: 1_000_000 }),
        share,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 12 }),
        (first, second, part, life, month) => {
          const years = Array.from({ length: 12 }, (_, i) => 2027 + i);
          const cost = investmentCost(
            {
              ...SCHOOL,
              amountsTkr: { 2027: first, 2029: second },
              components: [
                { name: "a", share: part, years: life },
                { name: "b", share: 100 - part, years: 9 - life },
              ],
              inUseFrom: `2028-${String(month).padStart(2, "0")}`,
            },
            years,
            3,
          );
          for (const line of cost.years) expect(line.bookValueTkr).toBeGreaterThanOrEqual(0);
          expect(cost.years.at(-1)?.bookValueTkr).toBe(0);
          expect(cost.years.reduce((sum, line) => sum + line.depreciationTkr, 0)).toBe(first + second);
        },
      ),
    );
  });
  test("what is written off is exact: halves go away from zero, also where an amount is paid back", () => {
    const of = (tkr: number) =>
      investmentCost(
        {
          ...SCHOOL,
          amountsTkr: { 2027: tkr },
          components: [{ name: "Allt", share: 100, years: 1 }],
          inUseFrom: "2027-07",
        },
        YEARS,
        0,
      ).years.map((line) => line.depreciationTkr);
    expect(of(5)).toEqual([3, 2, 0]);
    expect(of(-5)).toEqual([-3, -2, 0]);
    expect(of(999_999_999)).toEqual([500_000_000, 499_999_999, 0]);
  });
  test("a body's operations are its allocation with depreciation and internal interest", () => {
    const cost = investmentCost({ ...SCHOOL, inUseFrom: "2027-01" }, YEARS, 2);
    const frames = YEARS.map((year) => ({ year, frames: { bildningsnamnden: 10_000 } }));
    const of = capitalCosts([cost], frames);
    expect(of.map((line) => line.year)).toEqual(YEARS);
    for (const line of of)
      expect(line.withCapitalTkr).toBe(line.allocationTkr + line.depreciationTkr + line.internalInterestTkr);
    expect(of[0]?.internalInterestTkr).toBe(24);
  });
});
