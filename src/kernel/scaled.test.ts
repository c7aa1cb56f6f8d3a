import fc from "fast-check";
import { expect, test } from "vitest";
import { Exact, roundTogether } from "./money.ts";
import { roundScaledTogether, scaled } from "./scaled.ts";

test("a number is a whole number of a power of ten, as it was written", () => {
  expect([0.2375, 168450.5, 3, -0.034, 1e-7, 2.5e21, 0].map(scaled)).toEqual([
    { int: 2375, scale: 4 },
    { int: 1684505, scale: 1 },
    { int: 3, scale: 0 },
    { int: -34, scale: 3 },
    { int: 1, scale: 7 },
    { int: 2.5e21, scale: 0 },
    { int: 0, scale: 0 },
  ]);
});

test("E-2: whole amounts of a part are brought together exactly as decimals are", () => {
  const amounts = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(amounts, fc.constantFrom(1, 10, 1000, 10_000, 1_000_000), (given, unit) => {
      const n = given.length;
      const out = new Float64Array(n);
      roundScaledTogether(Float64Array.from(given), n, unit, out, new Float64Array(n), new Float64Array(n));
      const exact = roundTogether(given.map((amount) => new Exact(amount).div(unit)));
      expect([...out].map((part) => part + 0)).toEqual(exact);
    }),
    { numRuns: 2000 },
  );
});
