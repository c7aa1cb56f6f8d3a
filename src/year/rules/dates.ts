import { type Day, isElectionYear } from "../../kernel/day.ts";
import type { MonthDay, WheelStep } from "./step.ts";
import { dayIn } from "./step-day.ts";

/** How far the year that a step is about can lie from the calendar year. */
export const MIN_YEAR_OFFSET = -2;
export const MAX_YEAR_OFFSET = 3;

const isEarlier = (a: MonthDay, b: MonthDay): boolean =>
  a.month < b.month || (a.month === b.month && a.day < b.day);

export interface StepDates {
  readonly from: Day;
  readonly due: Day;
  /** The year that the step is about. */
  readonly subjectYear: number;
}

/**
 * When a step is taken in a calendar year. Its last day moves with the election year; a last day earlier in the year
 * than the first lies in the next calendar year.
 */
export function stepDates(
  step: Pick<WheelStep, "from" | "due" | "electionYearDue" | "yearOffset">,
  calendarYear: number,
): StepDates {
  const due = (isElectionYear(calendarYear) ? step.electionYearDue : undefined) ?? step.due;
  return {
    from: dayIn(calendarYear, step.from),
    due: dayIn(isEarlier(due, step.from) ? calendarYear + 1 : calendarYear, due),
    subjectYear: calendarYear + step.yearOffset,
  };
}

/**
 * Whether the same step of a later calendar year has begun: what was left undone then is no longer to be done, since its
 * place has been taken by the new year's.
 */
export function isOvertaken(
  step: WheelStep,
  later: readonly WheelStep[],
  laterYear: number,
  today: Day,
): boolean {
  const same = later.find((other) => other.id === step.id);
  return same !== undefined && stepDates(same, laterYear).from <= today;
}
