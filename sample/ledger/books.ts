import { addDays, type Day, dayOf } from "../../src/kernel/day.ts";
import { splitTkr } from "../../src/kernel/money.ts";

export interface BookedRow {
  readonly account: string;
  readonly code: string | null;
  /** Debit is positive. */
  readonly ore: number;
}

export interface Booked {
  readonly series: string;
  readonly number: string;
  readonly day: Day;
  readonly text: string;
  readonly rows: readonly BookedRow[];
}

/** A year's books while they are kept: vouchers that balance, and what each account holds after them. */
export class Books {
  readonly vouchers: Booked[] = [];
  private readonly held: Map<string, number>;
  private readonly numbers = new Map<string, number>();
  constructor(openingOre: ReadonlyMap<string, number>) {
    this.held = new Map(openingOre);
  }

  /** Enters a voucher; rows of zero are left out, and nothing is entered when no row is left. */
  enter(series: string, day: Day, text: string, given: readonly BookedRow[]): void {
    const rows = given.filter((row) => row.ore !== 0);
    const sum = rows.reduce((total, row) => total + row.ore, 0);
    if (sum !== 0) throw new RangeError(`${series} ${day} ${text} does not balance: ${sum} öre`);
    if (rows.length === 0) return;
    const number = (this.numbers.get(series) ?? 0) + 1;
    this.numbers.set(series, number);
    this.vouchers.push({ series, number: String(number), day, text, rows });
    for (const { account, ore } of rows) this.held.set(account, this.balance(account) + ore);
  }

  balance(account: string): number {
    return this.held.get(account) ?? 0;
  }

  /** What every account holds: the balance sheet's since the opening, income and cost since the year began. */
  balances(): ReadonlyMap<string, number> {
    return this.held;
  }
}

/** Splits an amount by weights so that the parts sum to it; the same function as the budget's, on öre. */
export const split = splitTkr;

/** Numbers from 0 to 1 that look random and are the same each time for the same seed (mulberry32). */
export function randomOf(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619),
    2_166_136_261,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A day of the month, or the working day before it. */
export function workday(year: number, month: number, dayOfMonth: number): Day {
  const day = dayOf(year, month, dayOfMonth);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return dayOfMonth > 1 ? addDays(day, -1) : addDays(day, 2);
  if (weekday === 0) return dayOfMonth > 2 ? addDays(day, -2) : addDays(day, 1);
  return day;
}
