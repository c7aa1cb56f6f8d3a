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

/**
 * Brings `count` whole amounts, in units of 1/`unit`, to whole numbers in `out`, as `roundTogether` does with decimals: they
 * sum to the exact sum rounded half away from zero; largest remainder, ties to the first. `rest` and `order` are room to
 * work in, at least `count` long. All sums must fit.
 */
export function roundScaledTogether(
  amounts: Float64Array,
  count: number,
  unit: number,
  out: Float64Array,
  rest: Float64Array,
  order: Float64Array,
): void {
  let sum = 0;
  let floors = 0;
  for (let i = 0; i < count; i++) {
    const amount = amounts[i] as number;
    let floor = Math.floor(amount / unit);
    let left = amount - floor * unit;
    // The quotient may have been rounded up to a whole: the remainder tells
    if (left < 0) {
      floor -= 1;
      left += unit;
    }
    out[i] = floor;
    rest[i] = left;
    sum += amount;
    floors += floor;
  }
  const whole = Math.abs(sum);
  let rounded = Math.floor(whole / unit);
  if (rounded * unit > whole) rounded -= 1;
  if ((whole - rounded * unit) * 2 >= unit) rounded += 1;
  const missing = (sum < 0 ? -rounded : rounded) - floors;
  if (missing <= 0) return;
  // The smallest remainder that still gets one more, and how many of exactly that one do
  sortInto(order, rest, count);
  const least = order[count - missing] as number;
  let atLeast = missing;
  for (let i = count - 1; i >= 0 && (order[i] as number) > least; i--) atLeast -= 1;
  for (let i = 0; i < count; i++) {
    const left = rest[i] as number;
    if (left > least) out[i] = (out[i] as number) + 1;
    else if (left === least && atLeast > 0) {
      out[i] = (out[i] as number) + 1;
      atLeast -= 1;
    }
  }
}

/** Longer rows than this are sorted faster by the platform. */
const SHORT = 96;

function sortInto(sorted: Float64Array, values: Float64Array, count: number): void {
  if (count > SHORT) {
    sorted.set(values.subarray(0, count));
    sorted.subarray(0, count).sort();
    return;
  }
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    let j = i - 1;
    while (j >= 0 && (sorted[j] as number) > value) {
      sorted[j + 1] = sorted[j] as number;
      j -= 1;
    }
    sorted[j + 1] = value;
  }
}
