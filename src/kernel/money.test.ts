import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exact, roundHalfAwayFromZero, roundTogether, splitTkr } from "./money.ts";
import { sumOf } from "./sum.ts";

/** Amounts in thousandths, so that exact halves and ties are common. */
const thousandths = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }),
  fc.integer({ min: -6, max: 6 }).map((half) => half * 500),
  fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
);

/** The same rounding written anew, on whole thousandths: what the other must agree with. */
function roundedTogether(parts: readonly number[]): number[] {
  const big = parts.map(BigInt);
  const total = big.reduce((s, p) => s + p, 0n);
  const half = total < 0n ? -((-total + 500n) / 1000n) : (total + 500n) / 1000n;
  const floors = big.map((p) => (p - (((p % 1000n) + 1000n) % 1000n)) / 1000n);
  const remainders = big.map((p, i) => p - (floors[i] as bigint) * 1000n);
  let missing = half - floors.reduce((s, p) => s + p, 0n);
  const result = [...floors];
  const given = new Set<number>();
  for (; missing > 0n; missing--) {
    let best = -1;
    for (let i = 0; i < big.length; i++)
      if (!given.has(i) && (best < 0 || (remainders[i] as bigint) > (remainders[best] as bigint))) best = i;
    given.add(best);
    result[best] = (result[best] as bigint) + 1n;
  }
  return result.map(Number);
}

describe("E-8: whole thousands with no krona lost", () => {
  test.each([
    [[], []],
    [["0.5"], [1]],
    [["-0.5"], [-1]],
    [
      ["0.4", "0.4"],
      [1, 0],
    ],
    [
      ["0.5", "0.5"],
      [1, 0],
    ],
    [
      ["0.3", "0.3", "0.4"],
      [0, 0, 1],
    ],
    [
      ["0.2", "0.2"],
      [0, 0],
    ],
    [
      ["-0.2", "-0.2"],
      [0, 0],
    ],
    [
      ["-0.4", "-0.4"],
      [0, -1],
    ],
    [
      ["1.5", "-1.5"],
      [2, -2],
    ],
    [["2.5"], [3]],
    [["-2.5"], [-3]],
    [
      ["33.333", "33.333", "33.334"],
      [33, 33, 34],
    ],
  ])("%j → %j", (exact, whole) => {
    expect(roundTogether(exact.map((text) => new Exact(text)))).toEqual(whole);
  });

  test("the parts sum to the exact sum rounded half away from zero, each within one of its own; ties go to the first", () => {
    fc.assert(
      fc.property(fc.array(thousandths, { maxLength: 40 }), (parts) => {
        const exact = parts.map((part) => new Exact(part).div(1000));
        const whole = roundTogether(exact);
        expect(whole).toEqual(roundedTogether(parts));
        for (const [i, part] of whole.entries()) {
          expect(Object.is(part, -0)).toBe(false);
          expect(Math.abs(part - (parts[i] as number) / 1000)).toBeLessThan(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("to another total within one of the exact sum: the parts come to it, each within one of its own", () => {
    fc.assert(
      fc.property(fc.array(thousandths, { minLength: 1, maxLength: 40 }), fc.boolean(), (parts, up) => {
        const sum = parts.reduce((s, part) => s + BigInt(part), 0n);
        const floor = Number((sum - (((sum % 1000n) + 1000n) % 1000n)) / 1000n);
        const total = up && sum % 1000n !== 0n ? floor + 1 : floor;
        const whole = roundTogether(
          parts.map((part) => new Exact(part).div(1000)),
          total,
        );
        expect(sumOf(whole)).toBe(total);
        for (const [i, part] of whole.entries())
          expect(Math.abs(part - (parts[i] as number) / 1000)).toBeLessThan(1);
      }),
    );
  });

  test.each([
    [["1", "2"], 2],
    [["1", "2"], 4],
    [["1", "2"], 5],
    [["0.5", "0.5"], 2],
    [["0.5", "0.5"], 0.5],
    [["0.5", "0.5"], Number.NaN],
    [[], 1],
  ])("%j can't be brought to %d", (exact, total) => {
    expect(() =>
      roundTogether(
        exact.map((text) => new Exact(text)),
        total,
      ),
    ).toThrow(RangeError);
  });
  test("what is whole stays as it is", () =>
    expect(roundTogether([new Exact(1), new Exact(2)], 3)).toEqual([1, 2]));

  test("what is computed exactly is not touched by binary rounding: 0.1 + 0.2 + 0.2 is exactly a half", () => {
    expect(roundTogether(["0.1", "0.2", "0.2"].map((text) => new Exact(text)))).toEqual([0, 1, 0]);
  });
});

test("E-8: halves go away from zero, and zero has no sign", () => {
  const cases = {
    "0.5": 1,
    "-0.5": -1,
    "1.5": 2,
    "-1.5": -2,
    "0.49999999999999999999": 0,
    "-0.4": 0,
    "2.4": 2,
  };
  for (const [text, whole] of Object.entries(cases)) {
    const rounded = roundHalfAwayFromZero(new Decimal(text));
    expect(Object.is(rounded, whole), text).toBe(true);
  }
});

describe("E-8: a whole is split by weights", () => {
  test("any total and any weights: the parts sum to the whole", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc
          .array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1000, noNaN: true })), {
            minLength: 1,
            maxLength: 30,
          })
          .filter((weights) => weights.some((weight) => weight > 0)),
        (total, weights) => {
          expect(sumOf(splitTkr(total, weights))).toBe(total);
        },
      ),
    );
  });
  test("equal weights: nobody differs by more than one, and the first get the rest", () => {
    expect(splitTkr(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(splitTkr(-10, [1, 1, 1])).toEqual([-3, -3, -4]);
  });
  test("who weighs nothing gets nothing", () => expect(splitTkr(7, [0, 2, 0])).toEqual([0, 7, 0]));
  test.each([
    [1.5, [1]],
    [Number.NaN, [1]],
    [2 ** 53, [1]],
    [1, []],
    [1, [0, 0]],
    [1, [-1, 2]],
    [1, [Number.NaN]],
    [1, [Number.POSITIVE_INFINITY]],
  ])("%d by %j is refused", (total, weights) => {
    expect(() => splitTkr(total, weights)).toThrow(RangeError);
  });
});
