import { fits, type Scaled, scaled } from "../../kernel/scaled.ts";

/** What each line's amount is multiplied by in each year, as whole numbers of one power of ten a year. */
export interface Factors {
  /** By year and line. */
  readonly int: Float64Array;
  /** The power of ten of a year; 0 when its factors do not fit. */
  unit(y: number): number;
  setWhole(line: number, value: number): void;
  setYearly(line: number, y: number, value: number): void;
  setSecond(line: number, y: number, value: number): void;
}

const POWERS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Factors of a value for all years, one for each year, and perhaps a second one for each year; `extra` more powers of ten. */
export function factors(
  years: number,
  whole: readonly number[],
  yearly: readonly number[],
  extra: number,
  second?: readonly number[],
): Factors {
  const count = whole.length;
  const wholes = whole.map(scaled);
  const yearlies = yearly.map(scaled);
  const seconds = (second ?? yearly.map(() => 1)).map(scaled);
  const int = new Float64Array(years * count);
  const units = new Float64Array(years);
  const stale = new Uint8Array(years).fill(1);
  const compute = (y: number): number => {
    let scale = 0;
    const parts = wholes.map((one, i) => {
      const two = yearlies[i * years + y] as Scaled;
      const three = seconds[i * years + y] as Scaled;
      const own = one.scale + two.scale + three.scale;
      scale = Math.max(scale, own);
      return { own, ints: [one.int, two.int, three.int] };
    });
    const unit = POWERS[scale + extra] ?? 0;
    for (const [i, { own, ints }] of parts.entries()) {
      let product = POWERS[scale - own] ?? Number.NaN;
      for (const one of ints) product = fits(product * one) ? product * one : Number.NaN;
      if (Number.isNaN(product)) return 0;
      int[y * count + i] = product;
    }
    return unit;
  };
  return {
    int,
    unit(y) {
      if (stale[y] === 1) {
        units[y] = compute(y);
        stale[y] = 0;
      }
      return units[y] as number;
    },
    setWhole(line, value) {
      wholes[line] = scaled(value);
      stale.fill(1);
    },
    setYearly(line, y, value) {
      yearlies[line * years + y] = scaled(value);
      stale[y] = 1;
    },
    setSecond(line, y, value) {
      seconds[line * years + y] = scaled(value);
      stale[y] = 1;
    },
  };
}
