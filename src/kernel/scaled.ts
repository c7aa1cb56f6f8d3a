/**
 * Decimals as whole numbers of a power of ten, so that sums of products stay exact in ordinary numbers as long as they fit
 * (2^53). What does not fit is for `Exact` (money.ts) to compute; these functions tell when that is so.
 */

export interface Scaled {
  readonly int: number;
  readonly scale: number;
}

/** 0.2375 is 2375 with scale 4: the shortest decimal text of the number, as people wrote it. */
export function scaled(value: number): Scaled {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const scale = decimals.length - Number(exponent);
  const int = Number(whole + decimals);
  return scale >= 0 ? { int, scale } : { int: int * 10 ** -scale, scale: 0 };
}

export const fits = (value: number): boolean =>
  value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);
/** Fifteen figures: two decimals of so many are never the same number, so that what gives the number back is its own text. */
const FIGURES = 1e15;

/** Ten to the power of a scale, as far as ordinary numbers are exact; not a number beyond. */
export const powerOf = (scale: number): number => POWERS[scale] ?? Number.NaN;

/** `value` as a whole number of 1/`power`, where it is that without rest and fits; not a number where it is not. */
export function intOf(value: number, power: number): number {
  const int = Math.round(value * power);
  return int <= FIGURES && int >= -FIGURES && int / power === value ? int : Number.NaN;
}

/** The decimals that a number is written with, as `scaled` has them, without writing it where that is not needed. */
export function decimalsOf(value: number): number {
  for (let scale = 0; scale < 10; scale++)
    if (!Number.isNaN(intOf(value, POWERS[scale] as number))) return scale;
  return scaled(value).scale;
}

/** The whole number of units that a sum of 1/`unit` is, halves away from zero. */
export function roundScaled(sum: number, unit: number): number {
  const size = Math.abs(sum);
  let rounded = Math.floor(size / unit);
  // The quotient may have been rounded up to a whole: the product tells
  if (rounded * unit > size) rounded -= 1;
  if ((size - rounded * unit) * 2 >= unit) rounded += 1;
  return sum < 0 ? -rounded : rounded;
}

/** The largest whole number of units that is no more than the amount of 1/`unit`. */
export function floorScaled(amount: number, unit: number): number {
  const floor = Math.floor(amount / unit);
  return floor * unit > amount ? floor - 1 : floor;
}

/**
 * Brings `count` whole amounts, in units of 1/`unit`, to whole numbers in `out`, as `roundTogether` does with decimals: they
 * sum to the exact sum rounded half away from zero; largest remainder, ties to the first. In the rows of amounts, `out` and
 * `rest` they stand from the place `from` on; `order` is room to work in, at least `count` long. All sums must fit. A rounding
 * of its own, because it runs at every drag of a slider: it sorts nothing and makes nothing new. Tests hold the two together.
 */
export function roundScaledTogether(
  amounts: Float64Array,
  count: number,
  unit: number,
  out: Float64Array,
  rest: Float64Array,
  order: Float64Array,
  from = 0,
): void {
  let sum = 0;
  let floors = 0;
  const end = from + count;
  for (let i = from; i < end; i++) {
    const amount = amounts[i] as number;
    const floor = floorScaled(amount, unit);
    out[i] = floor;
    rest[i] = amount - floor * unit;
    sum += amount;
    floors += floor;
  }
  const missing = roundScaled(sum, unit) - floors;
  if (missing <= 0) return;
  // The smallest remainder that still gets one more, and how many of exactly that one do
  for (let i = 0; i < count; i++) order[i] = rest[from + i] as number;
  const least = largest(order, count, missing);
  let atLeast = missing;
  for (let i = from; i < end; i++) if ((rest[i] as number) > least) atLeast -= 1;
  for (let i = from; i < end; i++) {
    const left = rest[i] as number;
    if (left > least) out[i] = (out[i] as number) + 1;
    else if (left === least && atLeast > 0) {
      out[i] = (out[i] as number) + 1;
      atLeast -= 1;
    }
  }
}

/** The `nth` largest of the first `count` values, which change places on the way (quickselect). */
function largest(values: Float64Array, count: number, nth: number): number {
  const wanted = nth - 1;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) > pivot) i += 1;
      while ((values[j] as number) < pivot) j -= 1;
      if (i > j) break;
      const value = values[i] as number;
      values[i] = values[j] as number;
      values[j] = value;
      i += 1;
      j -= 1;
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else break;
  }
  return values[wanted] as number;
}
