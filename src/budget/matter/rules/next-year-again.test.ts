import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../allocation/rules/check-input.ts";
import { Budget } from "../../base/contract.ts";
import type { Investment } from "../../base/rules/investment.ts";
import { withParts } from "../../base/rules/result-parts.ts";
import { sampleFacts } from "../../document/testing/budget-facts.ts";
import { withResults } from "../../position/complete.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";
import { outlookOf } from "../../scenarios/rules/outlook.ts";
import { nextYear } from "./next-year.ts";

const ORIGIN = { what: "Utgångspunkt", source: "Budget 2027, version 1" };
const { budget: sample } = sampleFacts();
const { bodies } = sample.input;

/** A budget as it is when it is saved. */
function saved(content: Budget): Budget {
  const input = withCapitalInFrames(content);
  const resultInput = withParts(content.resultInput, content.resultParts ?? []);
  const allocation = allocate(input);
  return {
    ...content,
    input,
    resultInput,
    allocation,
    ...withResults({ ...content, resultInput }, input, allocation),
  };
}

/** What each year gives: allocations, and the lines that do not depend on where a cost stands. */
function outcomes({ allocation, results, statements }: Budget) {
  return new Map(
    allocation?.years.map(({ year, frames }, i) => {
      const lines = statements?.years[i]?.lines;
      const { result, operations, financialNet, taxAndGrants, depreciation, dissolvedGrants } = lines ?? {};
      const { cash, loans, fixedAssets, equity, deferredGrants, internalCapital } = lines ?? {};
      const costs = (depreciation ?? 0) - (dissolvedGrants ?? 0);
      const balance = { cash, loans, equity, net: (fixedAssets ?? 0) - (deferredGrants ?? 0) };
      const inFrames = internalCapital;
      return [
        year,
        {
          frames,
          resultTkr: results?.[i]?.resultTkr,
          inFrames,
          lines: { result, operations, financialNet, taxAndGrants, costs, ...balance },
        },
      ] as const;
    }),
  );
}
type Outcome = NonNullable<ReturnType<ReturnType<typeof outcomes>["get"]>>;
/** Without what a new base holds from the start. */
const shared = ({ inFrames: _own, ...rest }: Outcome) => rest;

const tkr = fc.integer({ min: 0, max: 90_000 });
const investment: fc.Arbitrary<Investment> = fc.record({
  body: fc.constantFrom(...bodies),
  name: fc.constantFrom("Skola", "Väg", "Bad"),
  amountsTkr: fc.dictionary(fc.constantFrom("2027", "2028", "2029", "2030"), tkr),
  grantsTkr: fc.dictionary(fc.constantFrom("2027", "2028", "2029"), fc.integer({ min: 0, max: 9_000 })),
  components: fc.constantFrom(
    [{ name: "Allt", share: 100, years: 3 }],
    [
      { name: "Stomme", share: 61.5, years: 33 },
      { name: "Mark", share: 12.5, years: 0 },
      { name: "Teknik", share: 26, years: 7 },
    ],
  ),
  inUseFrom: fc.constantFrom(null, "2024-03", "2026-08", "2027-07", "2028-01", "2029-11"),
  spentBeforeTkr: tkr.map((amount) => amount + 500),
  carriedOverTkr: fc.integer({ min: -500, max: 5_000 }),
});
const plans = fc.record({
  investments: fc.array(investment, { maxLength: 6 }),
  inFrames: fc.boolean(),
  loanRate: fc.constantFrom(0, 2.35, 3.1),
  taxBase: fc.array(fc.integer({ min: 3_500_000, max: 4_400_000 }), { minLength: 3, maxLength: 3 }),
  central: fc.array(fc.integer({ min: -90_000, max: -10_000 }), { minLength: 3, maxLength: 3 }),
  parts: fc.boolean(),
});
const planOf = ({ investments, inFrames, loanRate, taxBase, central, parts }: PlanOf): Budget => {
  const { position } = sample;
  return saved({
    ...sample,
    investments: structuredClone(investments) as Budget["investments"],
    ...(position
      ? { position: { ...position, capitalInFrames: inFrames, loanRate, internalRate: 2.5 } }
      : {}),
    resultInput: sample.resultInput.map((line, i) => ({
      ...line,
      taxBaseTkr: taxBase[i] as number,
      centralTkr: central[i] as number,
    })),
    ...(parts
      ? {
          resultParts: [
            {
              id: "pensioner",
              line: "centralTkr" as const,
              name: "Pensioner",
              amountsTkr: Object.fromEntries(central.map((amount, i) => [2027 + i, amount])),
            },
            { id: "reserv", line: "centralTkr" as const, name: "Reserv", amountsTkr: { 2028: -4_000 } },
          ],
        }
      : {}),
  });
};
/** The plan as it is carried on: its lines are given there, and no longer in parts. */
const outlook = (before: Budget, count: number) =>
  outcomes(saved({ ...outlookOf(before, { count }), resultParts: undefined }));
type PlanOf = typeof plans extends fc.Arbitrary<infer T> ? T : never;

test("E-1, E-2, E-7: a budget moved on gives the plan's years as they were, and then what its outlook has, to the krona", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const before = planOf(plan);
      const was = outlook(before, 4);
      const { content } = nextYear(before, ORIGIN);
      expect(Budget.safeParse(content).error).toBeUndefined();
      expect(checkAllocationInput(content.input)).not.toHaveProperty("faults");
      const now = outcomes(saved(content));
      expect([...now.keys()]).toEqual([2028, 2029, 2030]);
      for (const [year, own] of now)
        expect(shared(own), String(year)).toEqual(shared(was.get(year) as Outcome));
    }),
    { numRuns: 40 },
  );
});

test("E-1, E-2: moved on twice is the plan of two years on: allocations to the krona, results but for an interest's rounding", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const before = planOf(plan);
      const was = outlook(before, 5);
      const once = saved(nextYear(before, ORIGIN).content);
      const now = outcomes(saved(nextYear(once, ORIGIN).content));
      expect([...now.keys()]).toEqual([2029, 2030, 2031]);
      for (const [year, { frames, resultTkr }] of now) {
        const other = was.get(year);
        expect(frames, String(year)).toEqual(other?.frames);
        const rounded = year === 2031 ? 2 : 0;
        expect(Math.abs((resultTkr ?? 0) - (other?.resultTkr ?? 0)), String(year)).toBeLessThanOrEqual(
          rounded,
        );
      }
    }),
    { numRuns: 40 },
  );
});
