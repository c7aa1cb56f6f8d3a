import fc from "fast-check";
import { expect, test } from "vitest";
import { Exact } from "./money.ts";
import { wholeDecimals } from "./whole-decimals.ts";

test("decimals of different lengths come to one scale", () => {
  expect(wholeDecimals([9.1, 8, -0.05])).toEqual([910n, 800n, -5n]);
  expect(wholeDecimals([1e-7, 1])).toEqual([1n, 10_000_000n]);
  expect(wholeDecimals([1e21, 0.5])).toEqual([10n ** 22n, 5n]);
});

test("for any two decimals: their order and their difference are those of the exact ones", () => {
  const decimal = fc.double({ min: -1e12, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [wholeA = 0n, wholeB = 0n, one = 0n] = wholeDecimals([a, b, 1]);
      const difference = new Exact(String(wholeA - wholeB)).div(String(one));
      expect(difference.minus(new Exact(a).minus(b)).isZero()).toBe(true);
    }),
  );
});
