import fc from "fast-check";
import { expect, test } from "vitest";
import { resultOf } from "../../base/rules/result.ts";
import { resultRows } from "./result-rows.ts";

const tkr = fc.integer({ min: -500_000, max: 2_000_000 });

test("E-7: the rows that are shown sum to the result that the rules computed", () => {
  const input = fc.record({
    year: fc.constant(2027),
    taxBaseTkr: fc.integer({ min: 0, max: 5_000_000 }),
    taxRate: fc.constantFrom(20.29, 21, 19.345),
    settlementTkr: tkr,
    equalisationTkr: tkr,
    centralTkr: tkr,
    depreciationTkr: tkr,
    financialNetTkr: tkr,
  });
  fc.assert(
    fc.property(input, tkr, (given, framesTkr) => {
      const allocation = {
        years: [{ year: 2027, opening: {}, frames: {}, lines: [], totalTkr: framesTkr }],
      };
      const rows = resultRows([resultOf(framesTkr, given)], allocation);
      const at = (id: string) => rows.find((row) => row.id === id)?.amounts[2027] ?? Number.NaN;
      const parts = ["tax", "equalisation", "frames", "central", "financial"].map(at);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(at("result"));
      expect(at("equalisation")).toBe(given.equalisationTkr);
      expect(at("central")).toBe(given.centralTkr + given.depreciationTkr);
      expect(at("financial")).toBe(given.financialNetTkr);
    }),
  );
});
