import { splitTkr } from "../../../kernel/money.ts";

export const MONTHS_OF_YEAR = 12;

/** How a year's amount falls on its months: twelve weights, January first. */
export interface PeriodKey {
  readonly id: string;
  readonly weights: readonly number[];
}

const only = (...months: readonly number[]): number[] =>
  Array.from({ length: MONTHS_OF_YEAR }, (_, i) => (months.includes(i + 1) ? 1 : 0));

/**
 * The keys that every municipality has (§2.2, E-6); a budget may hold more of its own. Decided budgets are read by these:
 * weights are never changed, a better key is a new one.
 */
export const BUILT_IN_KEYS: readonly PeriodKey[] = [
  { id: "twelfths", weights: only(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) },
  // July has no teaching; June and August have half a month of it
  { id: "school-year", weights: [2, 2, 2, 2, 2, 1, 0, 1, 2, 2, 2, 2] },
  // Shares of a year's heating in southern Sweden, in per cent; hot water is what is left in summer
  { id: "heating", weights: [17, 15, 14, 9, 5, 2, 1, 2, 3, 8, 11, 13] },
  { id: "winter", weights: only(1, 2, 3, 11, 12) },
  { id: "summer", weights: only(6, 7, 8) },
  // Invoices in advance, and in arrears
  { id: "quarter-first", weights: only(1, 4, 7, 10) },
  { id: "quarter-last", weights: only(3, 6, 9, 12) },
  ...Array.from({ length: MONTHS_OF_YEAR }, (_, i) => ({ id: `month-${i + 1}`, weights: only(i + 1) })),
];

/** What a line without a key has: a twelfth each month. */
export const DEFAULT_KEY = "twelfths";

const builtIn: ReadonlyMap<string, readonly number[]> = new Map(
  BUILT_IN_KEYS.map((key) => [key.id, key.weights]),
);
export const isBuiltIn = (key: string): boolean => builtIn.has(key);
export const hasWeight = (weights: readonly number[]): boolean => weights.some((weight) => weight > 0);

/** The weights of a key; undefined where there is no such key, or none of its months has a weight. */
export function weightsOf(key: string | undefined, own: readonly PeriodKey[]): readonly number[] | undefined {
  const id = key ?? DEFAULT_KEY;
  const weights = builtIn.get(id) ?? own.find((one) => one.id === id)?.weights;
  return weights && hasWeight(weights) ? weights : undefined;
}

/** What a line says of its months: a key, or amounts of its own. */
export interface Periods {
  readonly amountTkr: number;
  readonly periodKey?: string | undefined;
  readonly monthsTkr?: readonly number[] | undefined;
}

/**
 * A line's amount by month, twelve whole tkr that sum to it (largest remainder). Own amounts are as they were written; a key
 * that is not there gives twelfths until it has been put right, which its remark asks for.
 */
export function monthsOf(line: Periods, own: readonly PeriodKey[]): readonly number[] {
  if (line.monthsTkr) return line.monthsTkr;
  const weights = weightsOf(line.periodKey, own) ?? (builtIn.get(DEFAULT_KEY) as readonly number[]);
  return splitTkr(line.amountTkr, weights);
}
