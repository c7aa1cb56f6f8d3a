import fc from "fast-check";
import { expect, test } from "vitest";
import { type ResultInput, resultOf } from "./result.ts";

const INPUT: ResultInput = {
  year: 2027,
  taxBaseTkr: 4_000_000,
  taxRate: 20.29,
  settlementTkr: -1500,
  equalisationTkr: 260_000,
  centralTkr: -20_000,
  depreciationTkr: -55_000,
  financialNetTkr: -4000,
};

test("E-7: tax, equalisation, operations and financial net make the result", () => {
  expect(resultOf(985_020, INPUT)).toEqual({
    year: 2027,
    taxTkr: 810_100,
    operationsTkr: -1_060_020,
    taxAndGrantsTkr: 1_070_100,
    resultTkr: 6080,
    resultPercent: 0.6,
  });
});

test("E-7: tax is exact: 20.29 per cent of 1 050 tkr is 213.045, and of 50 tkr exactly ten and a bit", () => {
  expect(resultOf(0, { ...INPUT, settlementTkr: 0, taxBaseTkr: 1050 }).taxTkr).toBe(213);
  // 0.285 × 100 is 28.499999999999996 in binary; half of a thousand goes up
  expect(resultOf(0, { ...INPUT, settlementTkr: 0, taxRate: 28.5, taxBaseTkr: 100 }).taxTkr).toBe(29);
  expect(resultOf(0, { ...INPUT, settlementTkr: 0, taxRate: 1.005, taxBaseTkr: 100_000 }).taxTkr).toBe(1005);
});

test("E-7: without any revenue the share is 0 and not a number without end", () => {
  const none = { ...INPUT, taxBaseTkr: 0, settlementTkr: 0, equalisationTkr: 0 };
  expect(resultOf(10, none)).toMatchObject({ taxAndGrantsTkr: 0, resultPercent: 0 });
});

test("E-7: a krona more in an allocation is a krona less in the result", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(amount, amount, amount, amount, (allocations, more, centralTkr, equalisationTkr) => {
      const input = { ...INPUT, centralTkr, equalisationTkr };
      const before = resultOf(allocations, input).resultTkr;
      expect(resultOf(allocations + more, input).resultTkr).toBe(before - more);
    }),
  );
});
