import fc from "fast-check";
import { expect, test } from "vitest";
import { Exact, roundTogether } from "./money.ts";
import {
  decimalsOf,
  floorScaled,
  intOf,
  powerOf,
  roundScaled,
  roundScaledTogether,
  scaled,
} from "./scaled.ts";

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

test("E-2: the decimals of a number are those that it is written with, however many", () => {
  const numbers = fc.oneof(
    fc.tuple(fc.integer(), fc.nat(9)).map(([int, scale]) => int / 10 ** scale),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.constantFrom(0.1 + 0.2, 1e-7, 1e15, 1e15 + 1, 0.3333333333333333, 5e-324),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      const { int, scale } = scaled(value);
      expect(decimalsOf(value)).toBe(scale);
      const found = intOf(value, powerOf(scale));
      // What has more figures than fifteen is for decimals
      if (Number.isNaN(found)) expect(Math.abs(int) > 1e15 || scale > 15).toBe(true);
      else expect(found + 0).toBe(int + 0);
    }),
    { numRuns: 2000 },
  );
});

test("E-2: floors and sums of parts are those of the exact quotient", () => {
  const amounts = fc.maxSafeInteger().map((amount) => Math.trunc(amount / 4));
  fc.assert(
    fc.property(amounts, fc.constantFrom(1, 10, 1000, 1_000_000, 1e12), (amount, unit) => {
      const [int, whole] = [BigInt(amount), BigInt(unit)];
      const floor = (int - (((int % whole) + whole) % whole)) / whole;
      expect(BigInt(floorScaled(amount, unit))).toBe(floor);
      const size = int < 0n ? -int : int;
      const rounded = (2n * size + whole) / (2n * whole);
      expect(BigInt(roundScaled(amount, unit))).toBe(int < 0n ? -rounded : rounded);
    }),
    { numRuns: 2000 },
  );
});
