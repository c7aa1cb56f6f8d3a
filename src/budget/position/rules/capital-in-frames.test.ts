import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../allocation/rules/check-input.ts";
import example from "../../allocation/testing/worked-example.input.json" with { type: "json" };
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import { resultOf } from "../../base/rules/result.ts";
import { capitalInFramesTkr, withCapitalInFrames } from "./capital-in-frames.ts";
import { investmentCost } from "./investments.ts";
import { positionOf, withNewCosts } from "./position.ts";

const input = example as unknown as AllocationInput;
const { years, bodies } = input;
const RESULT = years.map((year) => ({
  year,
  taxBaseTkr: 4_000_000,
  taxRate: 20,
  settlementTkr: 0,
  equalisationTkr: 300_000,
  centralTkr: -50_000,
  depreciationTkr: -40_000,
  financialNetTkr: -1_000,
}));
const position = (internalRate: number, capitalInFrames: boolean): PositionInput => ({
  opening: {
    fixedAssets: 900_000,
    financialAssets: 0,
    currentAssets: 50_000,
    cash: 50_000,
    equity: 600_000,
    provisions: 0,
    loans: 300_000,
    deferredGrants: 0,
    shortDebt: 100_000,
  },
  reserveTkr: 0,
  pensionsOutsideTkr: null,
  leastCashTkr: 30_000,
  loanRate: 3,
  internalRate,
  capitalInFrames,
  years: [],
  earlierDeficits: [],
});

/** The budget's frames, results and statements, as they are computed when it is saved. */
function computed(investments: readonly Investment[], own: PositionInput) {
  const framed = withCapitalInFrames({ input, investments, position: own });
  const allocation = allocate(framed);
  const total = (i: number) => allocation.years[i]?.totalTkr ?? 0;
  const statements = positionOf({
    position: own,
    investments,
    resultInput: RESULT,
    results: RESULT.map((line, i) => resultOf(total(i), line)),
    allocations: allocation.years,
    population: framed.population,
    adjustments: framed.adjustments,
  });
  const results = withNewCosts(RESULT, statements).map((line, i) => resultOf(total(i), line));
  return { framed, allocation, statements, results };
}

const SCHOOL: Investment = {
  body: bodies[0] as string,
  name: "Ny skola",
  amountsTkr: { 2027: 12_000 },
  components: [{ name: "Allt", share: 100, years: 10 }],
  inUseFrom: "2027-07",
};

test("E-1: a body's allocation gets the change of depreciation and interest, and its line names the investment", () => {
  const { framed, allocation } = computed([SCHOOL], position(2, true));
  // 12 000 over 120 months from July; 2 per cent of 12 000 for half a year, then of what is left
  const made = framed.adjustments.filter(({ capital }) => capital);
  expect(made).toEqual([
    {
      body: SCHOOL.body,
      year: 2027,
      amountTkr: 720,
      text: "Ny skola",
      capital: { investment: 0, depreciationTkr: 600, interestTkr: 120 },
    },
    {
      body: SCHOOL.body,
      year: 2028,
      amountTkr: 708,
      text: "Ny skola",
      capital: { investment: 0, depreciationTkr: 600, interestTkr: 108 },
    },
    {
      body: SCHOOL.body,
      year: 2029,
      amountTkr: -24,
      text: "Ny skola",
      capital: { investment: 0, depreciationTkr: 0, interestTkr: -24 },
    },
  ]);
  const line = allocation.years[0]?.lines.find(({ origin }) => origin.step === "other" && origin.capital);
  expect(line).toMatchObject({ amountTkr: 720, origin: { text: "Ny skola", capital: { investment: 0 } } });
});

test("E-1: what the body paid the year before the plan is no change, and is still part of what it pays", () => {
  const before = { ...SCHOOL, amountsTkr: {}, spentBeforeTkr: 12_000, inUseFrom: "2026-01" };
  const { framed, statements } = computed([before], position(0, true));
  expect(framed.adjustments.some(({ capital }) => capital)).toBe(false);
  const [cost] = statements.capitalCosts;
  expect(cost?.depreciationTkr).toBe(1200);
  expect(cost?.withCapitalTkr).toBe((cost?.allocationTkr ?? 0) + 1200);
});

const investment: fc.Arbitrary<Investment> = fc.record(
  {
    body: fc.constantFrom(...bodies, "utan-ram"),
    name: fc.constantFrom("Skola", "Väg"),
    amountsTkr: fc.record({
      2027: fc.nat(90_000),
      2028: fc.nat(90_000),
      2029: fc.integer({ min: -5000, max: 90_000 }),
    }),
    components: fc.constantFrom(
      [{ name: "Allt", share: 100, years: 7 }],
      [
        { name: "Stomme", share: 66.67, years: 50 },
        { name: "Mark", share: 33.33, years: 0 },
      ],
    ),
    inUseFrom: fc.constantFrom(null, "2026-04", "2027-01", "2027-08", "2028-12", "2029-05"),
    spentBeforeTkr: fc.nat(80_000),
    carriedOverTkr: fc.integer({ min: -3000, max: 30_000 }),
    grantsTkr: fc.record({ 2027: fc.nat(9_000), 2028: fc.nat(9_000) }),
  },
  { requiredKeys: ["body", "name", "amountsTkr", "components", "inUseFrom"] },
);
const rate = fc.integer({ min: 0, max: 2000 }).map((n) => n / 100);

test("E-1, E-7: with capital cost in the allocations every year's result, cash and balance are what they were, to the krona", () => {
  fc.assert(
    fc.property(fc.array(investment, { maxLength: 6 }), rate, (investments, internalRate) => {
      const without = computed(investments, position(internalRate, false));
      const within = computed(investments, position(internalRate, true));
      expect(within.results.map(({ resultTkr }) => resultTkr)).toEqual(
        without.results.map(({ resultTkr }) => resultTkr),
      );
      for (const [i, { year, lines }] of within.statements.years.entries()) {
        const were = without.statements.years[i]?.lines;
        const { allocations, internalCapital, ...rest } = lines;
        expect(rest).toEqual({ ...were, allocations: undefined, internalCapital: undefined });
        expect((allocations ?? 0) - (internalCapital ?? 0)).toBe(were?.allocations);
        // Each body's allocation has grown by exactly as much as its capital cost since the year before the plan
        for (const body of bodies) {
          const costs = investments
            .filter((one) => one.body === body)
            .map((one) => investmentCost(one, years, internalRate));
          const grown = costs.reduce((sum, cost) => {
            const now = cost.years[i];
            const then = cost.before.depreciationTkr + cost.before.internalInterestTkr;
            return sum + (now?.depreciationTkr ?? 0) + (now?.internalInterestTkr ?? 0) - then;
          }, 0);
          expect(capitalInFramesTkr(within.framed.adjustments, year, body)).toBe(grown);
          const [a, b] = [within.allocation.years[i], without.allocation.years[i]];
          expect((a?.frames[body] ?? 0) - (b?.frames[body] ?? 0)).toBe(grown);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("E-1: capital cost is made anew each time, whatever was sent, and goes when the switch does", () => {
  fc.assert(
    fc.property(fc.array(investment, { maxLength: 4 }), rate, (investments, internalRate) => {
      const on = { investments, position: position(internalRate, true) };
      const once = withCapitalInFrames({ ...on, input });
      expect(checkAllocationInput(once)).toHaveProperty("input");
      const typed = {
        body: bodies[0] as string,
        year: 2027,
        amountTkr: 5,
        capital: { investment: 0, depreciationTkr: 5, interestTkr: 0 },
      };
      const twice = withCapitalInFrames({
        ...on,
        input: { ...once, adjustments: [...once.adjustments, typed] },
      });
      expect(twice).toEqual(once);
      const off = withCapitalInFrames({ investments, position: position(internalRate, false), input: once });
      expect(off.adjustments).toEqual(input.adjustments);
    }),
    { numRuns: 100 },
  );
});
