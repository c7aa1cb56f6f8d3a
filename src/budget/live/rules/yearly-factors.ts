import { decimalsOf, fits, intOf, powerOf } from "../../../kernel/scaled.ts";

/**
 * What each line's amount is multiplied by in each year: a value of all years, one of the year, and perhaps a second one of
 * the year. Their products are kept as whole numbers of one power of ten a year, `int[year * count + line]`.
 */
export class YearlyFactors {
  readonly int: Float64Array;
  readonly whole: Float64Array;
  /** By year and line. */
  readonly yearly: Float64Array;
  readonly second: Float64Array | undefined;
  private readonly count: number;
  /** More powers of ten: 3 where what is multiplied is in thousandths. */
  private readonly extra: number;
  /** By year and part: the power of ten that the part's values are counted in. */
  private readonly powers: Float64Array;
  private readonly units: Float64Array;

  constructor(
    years: number,
    extra: number,
    whole: Float64Array,
    yearly: Float64Array,
    second?: Float64Array,
  ) {
    this.count = whole.length;
    this.extra = extra;
    this.whole = whole;
    this.yearly = yearly;
    this.second = second;
    this.int = new Float64Array(years * this.count);
    this.powers = new Float64Array(years * 3);
    this.units = new Float64Array(years);
  }

  /** The power of ten of a year, once it has been counted anew; 0 when its factors do not fit. */
  unit(y: number): number {
    return this.units[y] as number;
  }

  /** Computes one factor from its values; false when the year's power of ten is not enough for them. */
  refresh(y: number, line: number): boolean {
    const at = y * this.count + line;
    let int =
      intOf(this.whole[line] as number, this.powers[y * 3] as number) *
      intOf(this.yearly[at] as number, this.powers[y * 3 + 1] as number);
    if (this.second && fits(int)) int *= intOf(this.second[at] as number, this.powers[y * 3 + 2] as number);
    this.int[at] = int;
    return fits(int);
  }

  /** Counts a year anew with the fewest decimals that all its values have; false when that does not fit. */
  rescale(y: number): boolean {
    const of = this.count;
    const scales = [
      most(this.whole, 0, of),
      most(this.yearly, y * of, of),
      this.second ? most(this.second, y * of, of) : 0,
    ];
    for (const [part, scale] of scales.entries()) this.powers[y * 3 + part] = powerOf(scale);
    const unit = powerOf(scales.reduce((sum, scale) => sum + scale, this.extra));
    this.units[y] = 0;
    if (Number.isNaN(unit)) return false;
    for (let line = 0; line < of; line++) if (!this.refresh(y, line)) return false;
    this.units[y] = unit;
    return true;
  }
}

function most(values: Float64Array, from: number, count: number): number {
  let scale = 0;
  for (let i = from; i < from + count; i++) scale = Math.max(scale, decimalsOf(values[i] as number));
  return scale;
}
