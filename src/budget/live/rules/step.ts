import { fits, floorScaled, roundScaled, roundScaledTogether } from "../../../kernel/scaled.ts";
import { STEPS } from "../../base/rules/allocation.ts";
import type { YearlyFactors } from "./yearly-factors.ts";

/** The sums that the steps' lines are part of, in rows as `LiveAllocation` has them. */
export interface LiveSums {
  readonly years: number;
  readonly bodies: number;
  readonly frames: Float64Array;
  readonly steps: Float64Array;
  /** What of `steps` is given and not computed. */
  readonly given: Float64Array;
  /** So many lines were counted at once that the frames are to be summed anew. */
  framesAreOld: boolean;
}

/** A line whose amount is to be computed, and one whose factor is too. */
const AMOUNT = 1;
const FACTOR = 2;
/** Where more than this part of a year's lines has changed, all are counted at once. */
const MANY = 1 / 5;

/**
 * One computed step of all years, each line an amount times its factor, brought to whole tkr together with its year's others.
 * Only what was touched is computed anew: a line's amount, its place among the remainders, and what it gives its body. All in
 * whole numbers that fit, so that the way here never shows in the sums.
 */
export class LiveStep {
  /** By year and line: what is multiplied by the factor. */
  readonly times: Float64Array;
  readonly factors: YearlyFactors;
  private readonly sums: LiveSums;
  private readonly step: number;
  /** Whether what a line is given one year is part of what it is multiplied by the years after. */
  private readonly grows: boolean;
  private readonly bodies: Int32Array;
  private readonly count: number;
  private readonly amounts: Float64Array;
  private readonly whole: Float64Array;
  private readonly rest: Float64Array;
  private readonly floors: Float64Array;
  /** By year: the lines from the largest remainder to the smallest, of equals the first first. */
  private readonly order: Int32Array;
  private readonly ordered: Uint8Array;
  private readonly amountSum: Float64Array;
  private readonly size: Float64Array;
  private readonly floorSum: Float64Array;
  private readonly touched: Uint8Array;
  private readonly list: Int32Array;
  private readonly listed: Int32Array;
  private readonly all: Uint8Array;
  private readonly room: Float64Array;

  constructor(
    sums: LiveSums,
    step: number,
    bodies: Int32Array,
    factors: YearlyFactors,
    times: Float64Array,
    grows: boolean,
  ) {
    const { years } = sums;
    const count = bodies.length;
    this.sums = sums;
    this.step = step;
    this.grows = grows;
    this.bodies = bodies;
    this.factors = factors;
    this.times = times;
    this.count = count;
    // One piece of memory, so that a country of them is walked through in order
    const rows = new Float64Array(4 * years * count + 3 * years + count);
    let from = 0;
    const row = (length: number) => {
      from += length;
      return rows.subarray(from - length, from);
    };
    this.amounts = row(years * count);
    this.whole = row(years * count);
    this.rest = row(years * count);
    this.floors = row(years * count);
    this.amountSum = row(years);
    this.size = row(years);
    this.floorSum = row(years);
    this.room = row(count);
    this.order = new Int32Array(years * count);
    this.list = new Int32Array(years * count);
    this.listed = new Int32Array(years);
    this.touched = new Uint8Array(years * count);
    this.ordered = new Uint8Array(years);
    this.all = new Uint8Array(years).fill(1);
  }

  /** A factor's value has changed. */
  touchFactor(y: number, line: number): void {
    this.touch(y, line, FACTOR);
  }

  /** What a line is multiplied by is another number of a year. */
  addTimes(y: number, line: number, more: number): void {
    const at = y * this.count + line;
    this.times[at] = (this.times[at] as number) + more;
    this.touch(y, line, AMOUNT);
  }

  /** Everything is to be computed anew, whatever it was. */
  touchAll(): void {
    this.all.fill(1);
  }

  private touch(y: number, line: number, what: number): void {
    const at = y * this.count + line;
    if (this.touched[at] === 0) {
      const nth = this.listed[y] as number;
      this.list[y * this.count + nth] = line;
      this.listed[y] = nth + 1;
    }
    this.touched[at] = (this.touched[at] as number) | what;
  }

  /** Brings a year's lines up to what has been touched; false when something does not fit. */
  compute(y: number): boolean {
    if (this.all[y] === 0) {
      const listed = this.listed[y] as number;
      if (listed === 0) return true;
      if (listed <= this.count * MANY && this.few(y)) return true;
    }
    return this.many(y);
  }

  /** Every line of the year at once. */
  private many(y: number): boolean {
    const { count, times, amounts, factors } = this;
    const from = y * count;
    let scaled = this.all[y] === 0 || factors.unit(y) > 0;
    for (let k = 0; k < (this.listed[y] as number); k++) {
      const line = this.list[from + k] as number;
      if (this.touched[from + line] !== AMOUNT && scaled) scaled = factors.refresh(y, line);
      this.touched[from + line] = 0;
    }
    this.listed[y] = 0;
    this.ordered[y] = 0;
    this.all[y] = 1; // until it has been done
    for (const fewest of [false, true]) {
      if ((fewest || !scaled) && !factors.rescale(y)) return false;
      scaled = true;
      const unit = factors.unit(y);
      let size = 0;
      for (let at = from; at < from + count; at++) {
        const amount = (times[at] as number) * (factors.int[at] as number);
        amounts[at] = amount;
        size += amount < 0 ? -amount : amount;
      }
      this.size[y] = size;
      if (!this.sumsFit(y, unit)) continue;
      roundScaledTogether(amounts, count, unit, this.whole, this.rest, this.room, from);
      this.give(y);
      this.all[y] = 0;
      return true;
    }
    return false;
  }

  /** Every amount is part of the size, and a sum is doubled when it is rounded. */
  private sumsFit(y: number, unit: number): boolean {
    return fits(((this.size[y] as number) + unit) * 2);
  }

  /** The year's whole amounts into their bodies, and into what the next year's are counted from. */
  private give(y: number): void {
    const { count, whole, times, bodies, sums } = this;
    const from = y * count;
    const cell = (y * STEPS.length + this.step) * sums.bodies;
    // What is given in the step beside what is computed: the adjustments after a true-up of the demography
    sums.steps.set(sums.given.subarray(cell, cell + sums.bodies), cell);
    for (let line = 0; line < count; line++) {
      const own = cell + (bodies[line] as number);
      sums.steps[own] = (sums.steps[own] as number) + (whole[from + line] as number);
    }
    sums.framesAreOld = true;
    if (!this.grows || y + 1 === sums.years) return;
    for (let at = from; at < from + count; at++)
      times[at + count] = (times[at] as number) + (whole[at] as number);
    this.all[y + 1] = 1;
  }

  /** The touched lines alone; false when they must be counted with all others. */
  private few(y: number): boolean {
    const { count, amounts, floors, rest, factors } = this;
    const from = y * count;
    const unit = factors.unit(y);
    if (this.ordered[y] === 0) this.prepare(y, unit);
    for (let k = 0; k < (this.listed[y] as number); k++) {
      const line = this.list[from + k] as number;
      const at = from + line;
      if (this.touched[at] !== AMOUNT && !factors.refresh(y, line)) return this.giveUp(y);
      const before = amounts[at] as number;
      const amount = (this.times[at] as number) * (factors.int[at] as number);
      amounts[at] = amount;
      this.amountSum[y] = (this.amountSum[y] as number) + amount - before;
      this.size[y] = (this.size[y] as number) + Math.abs(amount) - Math.abs(before);
      if (!this.sumsFit(y, unit)) return this.giveUp(y);
      const floor = floorScaled(amount, unit);
      this.floorSum[y] = (this.floorSum[y] as number) + floor - (floors[at] as number);
      floors[at] = floor;
      rest[at] = amount - floor * unit;
    }
    for (let k = 0; k < (this.listed[y] as number); k++)
      this.touched[from + (this.list[from + k] as number)] = 0;
    this.listed[y] = 0;
    this.sort(y);
    this.giveOneMore(y, roundScaled(this.amountSum[y] as number, unit) - (this.floorSum[y] as number));
    return true;
  }

  private giveUp(y: number): boolean {
    this.all[y] = 1;
    return false;
  }

  /** Those of the largest remainders get one more; what differs from before goes on to the sums. */
  private giveOneMore(y: number, missing: number): void {
    const { count, whole, floors, order } = this;
    const from = y * count;
    for (let rank = 0; rank < count; rank++) {
      const line = order[from + rank] as number;
      const now = (floors[from + line] as number) + (rank < missing ? 1 : 0);
      const more = now - (whole[from + line] as number);
      if (more === 0) continue;
      whole[from + line] = now;
      this.add(y, line, more);
    }
  }

  private add(y: number, line: number, more: number): void {
    const { years, bodies, frames, steps } = this.sums;
    const body = this.bodies[line] as number;
    const cell = (y * STEPS.length + this.step) * bodies + body;
    steps[cell] = (steps[cell] as number) + more;
    for (let later = y; later < years; later++) {
      const at = later * bodies + body;
      frames[at] = (frames[at] as number) + more;
      if (this.grows && later > y) this.addTimes(later, line, more);
    }
  }

  /** What `few` goes on from, from what `many` left. */
  private prepare(y: number, unit: number): void {
    const { count, amounts, rest, floors, order } = this;
    const from = y * count;
    let sum = 0;
    let floorSum = 0;
    for (let line = 0; line < count; line++) {
      const at = from + line;
      const floor = ((amounts[at] as number) - (rest[at] as number)) / unit;
      floors[at] = floor;
      sum += amounts[at] as number;
      floorSum += floor;
      order[at] = line;
    }
    this.amountSum[y] = sum;
    this.floorSum[y] = floorSum;
    order
      .subarray(from, from + count)
      .sort((a, b) => (rest[from + b] as number) - (rest[from + a] as number) || a - b);
    this.ordered[y] = 1;
  }

  /** Few lines have left their places: each is moved to its own. */
  private sort(y: number): void {
    const { count, rest, order } = this;
    const from = y * count;
    for (let rank = 1; rank < count; rank++) {
      const line = order[from + rank] as number;
      const own = rest[from + line] as number;
      let to = rank;
      while (to > 0) {
        const other = order[from + to - 1] as number;
        const others = rest[from + other] as number;
        if (others > own || (others === own && other < line)) break;
        order[from + to] = other;
        to -= 1;
      }
      order[from + to] = line;
    }
  }
}
