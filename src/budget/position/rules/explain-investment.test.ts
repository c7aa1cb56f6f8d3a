import fc from "fast-check";
import { expect, test } from "vitest";
import { componentCosts } from "./explain-investment.ts";
import { investmentCost } from "./investments.ts";

const YEARS = [2027, 2028, 2029];
const tkr = fc.integer({ min: 0, max: 500_000 });

test("E-1, E-8: an investment's components sum to its depreciation and dissolved grants, every year", () => {
  const investment = fc.record({
    body: fc.constant("kommunstyrelsen"),
    name: fc.constant("Bro"),
    amountsTkr: fc.dictionary(fc.constantFrom("2027", "2028", "2029"), tkr),
    grantsTkr: fc.dictionary(fc.constantFrom("2027", "2028", "2029"), tkr),
    carriedOverTkr: fc.integer({ min: -5_000, max: 50_000 }),
    spentBeforeTkr: tkr,
    inUseFrom: fc.constantFrom("2025-03", "2027-01", "2028-08", null),
    components: fc.array(
      fc.record({
        name: fc.constant("Del"),
        share: fc.integer({ min: 1, max: 60 }),
        years: fc.integer({ min: 0, max: 50 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  });
  fc.assert(
    fc.property(investment, (given) => {
      const whole = investmentCost(given, YEARS, 2.5);
      const parts = componentCosts(given, YEARS, 2.5);
      for (const [i, year] of whole.years.entries()) {
        const sum = (of: "depreciationTkr" | "dissolvedTkr") =>
          parts.reduce((total, { years }) => total + (years[i]?.[of] ?? 0), 0);
        expect(sum("depreciationTkr")).toBe(year.depreciationTkr);
        expect(sum("dissolvedTkr")).toBe(year.dissolvedTkr);
      }
    }),
  );
});
