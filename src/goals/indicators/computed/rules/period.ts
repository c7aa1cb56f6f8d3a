import { addDays, type Day, dayOf, endOfMonth, monthOf, yearOf } from "../../../../kernel/day.ts";
import type { Frequency } from "../../rules/measuring.ts";
import { type MeasuredOn, type Period, periodDue, periodsOf } from "../../rules/periods.ts";

/**
 * The days of a year that a value is proposed for (V-7): the period that is due, else the last that has ended; where the year wheel's
 * follow-ups ask, from January to the last month that has ended. Undefined before any has.
 */
export function periodProposed(
  of: { readonly frequency: Frequency; readonly dueDays: number },
  year: number,
  measured: readonly MeasuredOn[],
  today: Day,
): Period | undefined {
  if (of.frequency !== "follow-up") {
    const { from, to } =
      periodDue(of, year, measured, today) ??
      periodsOf(of.frequency, year).findLast((one) => one.to < today) ??
      {};
    return from && to && { from, to };
  }
  const ended = lastMonthEnded(today);
  if (yearOf(ended) < year) return undefined;
  return { from: dayOf(year, 1, 1), to: yearOf(ended) > year ? dayOf(year, 12, 31) : ended };
}

/** The last day of the last month that is over, or ends today. */
function lastMonthEnded(today: Day): Day {
  const month = endOfMonth(yearOf(today), monthOf(today));
  return month === today ? today : addDays(dayOf(yearOf(today), monthOf(today), 1), -1);
}
