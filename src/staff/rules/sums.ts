import { percentTold } from "../../goals/indicators/computed/rules/quotient.ts";
import { FEWEST_SHOWN } from "../../goals/indicators/rules/small-numbers.ts";
import { countedIn } from "../../ledger/rules/outcome.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import type { StaffRow } from "./figure.ts";

/** What the staff figures say of some people over some months (§2.5). */
export interface StaffSum {
  /** A month's mean, in whole people. */
  readonly headcount: number;
  /** The fewest of any of the months: what so few stand behind is not shown. */
  readonly fewest: number;
  /** A month's mean, with a decimal. */
  readonly fullTime: number;
  /** Per cent of the ordinary hours; null where there are none. */
  readonly sickLeave: number | null;
  /** Per cent of the sick leave that is sixty days or more; null where the file does not tell, or nobody was ill. */
  readonly longShare: number | null;
}

/** Whose rows count in whose: a unit's in its administration and committee too, as in the accounts (`countedIn`). */
export function rowsWithin(
  rows: readonly StaffRow[],
  bodies: readonly Body[],
  whose: string | null,
): readonly StaffRow[] {
  if (whose === null) return rows;
  const within = new Set(
    bodies.filter(({ id }) => countedIn(bodies, id).includes(whose)).map(({ id }) => id),
  );
  return rows.filter(({ unit }) => within.has(unit));
}

/** The sums of rows over the months that they have; undefined where there are none. */
export function staffSum(rows: readonly StaffRow[]): StaffSum | undefined {
  if (rows.length === 0) return undefined;
  const months = [...Map.groupBy(rows, ({ month }) => month).values()];
  const total = (of: (row: StaffRow) => number, all = rows) => all.reduce((sum, row) => sum + of(row), 0);
  const counted = months.map((own) => total(({ headcount }) => headcount, own));
  const sick = total(({ sickHours }) => sickHours);
  const told = rows.every(({ longSickHours }) => longSickHours !== null);
  return {
    headcount: Math.round(counted.reduce((sum, one) => sum + one, 0) / counted.length),
    fewest: Math.min(...counted),
    fullTime: Math.round((total(({ fullTime }) => fullTime) / months.length) * 10) / 10,
    sickLeave: percentTold(hours(sick), hours(total(({ ordinaryHours }) => ordinaryHours)), 1) ?? null,
    longShare: told
      ? (percentTold(hours(total(({ longSickHours }) => longSickHours ?? 0)), hours(sick), 1) ?? null)
      : null,
  };
}

/** Sums of decimals without the dust of binary fractions. */
const hours = (sum: number): number => Math.round(sum * 1000) / 1000;

/** Whether so few stand behind that it could tell of one of them; nobody at all is nobody. */
export const isOfFew = ({ fewest, headcount }: StaffSum): boolean => headcount > 0 && fewest < FEWEST_SHOWN;
