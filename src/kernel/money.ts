import { Decimal } from "decimal.js";
import { sumOf } from "./sum.ts";

/**
 * Money is counted in whole kronor (`…Kr`) or whole thousands of kronor (`…Tkr`): integers that fit a double exactly.
 * Sums of a municipality stay far below 2^53.
 */
export const MAX_TKR = 1_000_000_000_000;

/** Exact decimals with room for sums of products of all that a municipality counts: 80 digits. */
export const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

/** Rounds to a whole number, halves away from zero (decimal.js calls that ROUND_HALF_UP). */
export function roundHalfAwayFromZero(value: Decimal): number {
  // "+ 0" makes −0 into 0, so that no screen ever shows "−0"
  return value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() + 0;
}

/**
 * Brings amounts that were rounded down to a total: one more to as many as it takes, first to those with the largest remainder
 * (`larger` compares two by their places); ties go to the first. RangeError where each would need more than one, or less.
 */
export function raisedToTotal(
  floors: readonly number[],
  total: number,
  larger: (a: number, b: number) => number,
): number[] {
  const parts = floors.map((part) => part + 0); // "+ 0" makes −0 into 0
  const missing = total - sumOf(parts);
  if (missing < 0 || missing > parts.length) throw new RangeError(`${total} is not the sum of its parts`);
  const order = parts.map((_, place) => place).sort((a, b) => larger(a, b) || a - b);
  for (const place of order.slice(0, missing)) parts[place] = (parts[place] as number) + 1;
  return parts;
}

/**
 * Brings exact amounts to whole numbers that sum to the exact sum rounded half away from zero, each part within one of
 * its exact value (largest remainder; ties go to the first). `total`: the sum to come to instead, where it was rounded
 * together with others. RangeError where it lies a whole one or more from the exact sum: no parts that each lie within one of
 * their own exact value come to it.
 */
export function roundTogether(exact: readonly Decimal[], total = roundedSum(exact)): number[] {
  const away = exact
    .reduce((sum, part) => sum.plus(part), new Exact(0))
    .minus(total)
    .abs();
  if (!Number.isSafeInteger(total) || away.greaterThanOrEqualTo(1))
    throw new RangeError(`${total} is not the sum of its parts`);
  const floors = exact.map((part) => part.floor());
  const rests = exact.map((part, i) => part.minus(floors[i] as Decimal));
  return raisedToTotal(
    floors.map((part) => part.toNumber()),
    total,
    (a, b) => (rests[b] as Decimal).comparedTo(rests[a] as Decimal),
  );
}

const roundedSum = (exact: readonly Decimal[]): number =>
  roundHalfAwayFromZero(exact.reduce((sum, part) => sum.plus(part), new Exact(0)));

/** Splits a whole amount by weights; the parts sum to the whole (largest remainder; ties go to the first). */
export function splitTkr(totalTkr: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalTkr))
    throw new RangeError(`totalTkr must be a whole number, was ${totalTkr}`);
  const sum = weights.reduce((s, w) => s.plus(w), new Exact(0));
  if (weights.some((w) => !(w >= 0 && Number.isFinite(w))) || sum.isZero())
    throw new RangeError("weights must be numbers ≥ 0 and not all 0");
  return roundTogether(weights.map((w) => new Exact(totalTkr).times(w).div(sum)));
}
