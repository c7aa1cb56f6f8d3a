import { type Day, dayOf, yearOf } from "../../kernel/day.ts";

/** The years that a goal speaks of: from the year that it is decided for to the year that it shall be met. */
export interface GoalYears {
  readonly year: number;
  readonly targetYear: number;
}

export interface DatedValue {
  readonly day: Day;
  /** The year that the value was measured for; undefined for those from before that was kept: then its day says. */
  readonly year?: number | undefined;
}

/** The year that a value speaks of. One of last year may be counted in January, and is then still last year's. */
export const yearOfValue = ({ day, year }: DatedValue): number => year ?? yearOf(day);

/** A goal's own time, first and last day. A goal whose target year lies before it has its own year. */
export const goalTime = ({ year, targetYear }: GoalYears): { readonly from: Day; readonly to: Day } => ({
  from: dayOf(year, 1, 1),
  to: dayOf(Math.max(year, targetYear), 12, 31),
});

/**
 * The value that judges a goal (V-7, U-7): the latest that speaks of the goal's own time. One from before it judges nothing: the
 * goal of 2028 is not met by what was measured in 2027. `values` oldest first.
 */
export function judgingValue<Value extends DatedValue>(
  values: readonly Value[],
  years: GoalYears,
): Value | undefined {
  const { from, to } = goalTime(years);
  return values.findLast((value) => {
    const year = yearOfValue(value);
    return value.day >= from && year >= years.year && year <= yearOf(to);
  });
}
