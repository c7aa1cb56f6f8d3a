import { sumOf } from "../../../kernel/sum.ts";
import { MONTHS_OF_YEAR, monthsOf, type PeriodKey, type Periods } from "./period-keys.ts";
import type { WageLine } from "./wage-budget.ts";

/** A line as it was written. */
export interface InternalLine extends Periods {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly account?: string | undefined;
}

/** What an internal budget's amounts are made of. */
export interface InternalParts {
  readonly lines: readonly InternalLine[];
  readonly periodKeys?: readonly PeriodKey[] | undefined;
  readonly wageLines?: readonly WageLine[] | undefined;
}

/** A row that counts in the sum: a written line (with its name), or what jobs cost (null). Whole tkr. */
export interface InternalRow {
  readonly id: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly account: string | null;
  readonly amountTkr: number;
  readonly monthsTkr: readonly number[];
}

/** The sum that is to equal the allocation: written lines and what jobs cost (E-6). Tkr. */
export const internalSumTkr = ({ lines, wageLines = [] }: InternalParts): number =>
  sumOf(lines.map((line) => line.amountTkr)) + sumOf(wageLines.map((line) => line.amountTkr));

/** All rows, the written ones first. */
export function internalRows({ lines, periodKeys = [], wageLines = [] }: InternalParts): InternalRow[] {
  return [
    ...lines.map((line) => ({
      id: line.id,
      name: line.name,
      unit: line.unit,
      account: line.account ?? null,
      amountTkr: line.amountTkr,
      monthsTkr: monthsOf(line, periodKeys),
    })),
    ...wageLines.map((line, i) => ({ id: `wages ${i}`, name: null, ...line })),
  ];
}

/** A unit's, an account's or everything's amounts. */
export interface InternalSum {
  /** The unit or the account; null: what has none. */
  readonly of: string | null;
  readonly amountTkr: number;
  readonly monthsTkr: readonly number[];
}

const NO_MONTHS: readonly number[] = Array.from({ length: MONTHS_OF_YEAR }, () => 0);
const addMonths = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((tkr, i) => tkr + (b[i] as number));

/** The rows' sums by unit or by account, in order of account, or of units' first rows; what has none comes last. */
export function internalSums(rows: readonly InternalRow[], by: "unit" | "account"): InternalSum[] {
  const sums = new Map<string | null, InternalSum>();
  for (const row of rows) {
    const before = sums.get(row[by]) ?? { of: row[by], amountTkr: 0, monthsTkr: NO_MONTHS };
    sums.set(row[by], {
      of: row[by],
      amountTkr: before.amountTkr + row.amountTkr,
      monthsTkr: addMonths(before.monthsTkr, row.monthsTkr),
    });
  }
  const named = [...sums.values()].filter((one) => one.of !== null);
  if (by === "account") named.sort((a, b) => (a.of as string).localeCompare(b.of as string));
  const rest = sums.get(null);
  return rest ? [...named, rest] : named;
}

/** What falls on each month, over all rows. */
export const internalMonths = (rows: readonly InternalRow[]): number[] =>
  rows.reduce((months, row) => addMonths(months, row.monthsTkr), [...NO_MONTHS]);
