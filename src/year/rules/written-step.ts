import { type Day, dayOf, isElectionYear, monthOf, yearOf } from "../../kernel/day.ts";
import type { MonthDay, Only, WheelStep } from "./step.ts";
import { dayOfStep, type MeetingsOf, type StepDay } from "./step-day.ts";

/** A step as a wheel says it for every year: its days can be rules, and others in a year with an election. */
export interface WrittenStep extends Omit<WheelStep, "from" | "due" | "electionYearDue"> {
  readonly from: StepDay;
  readonly due: StepDay;
  readonly electionYearDue?: StepDay | undefined;
}

const monthDay = (d: Day): MonthDay => ({ month: monthOf(d), day: Number(d.slice(8)) });
const later = (a: MonthDay, b: MonthDay): boolean =>
  a.month > b.month || (a.month === b.month && a.day >= b.day);

/** Whether a step is taken in a calendar year. */
export function isTakenIn(only: Only | undefined, year: number): boolean {
  if (only === undefined) return true;
  return isElectionYear(only === "election-year" ? year : year - 1);
}

/** A step's days in a calendar year, with its rules reckoned out; undefined in a year in which it is not taken. */
export function stepInYear(
  { electionYearDue, ...step }: WrittenStep,
  year: number,
  meetingsOf: MeetingsOf,
): WheelStep | undefined {
  if (!isTakenIn(step.only, year)) return undefined;
  const from = within(dayOfStep(step.from, year, meetingsOf), year);
  const said = (isElectionYear(year) ? electionYearDue : undefined) ?? step.due;
  return { ...step, from: monthDay(from), due: monthDay(lastDay(said, from, year, meetingsOf)) };
}

/** A rule that counts back over the turn of the year, or forward over it, begins with the year's first day, or on its last. */
function within(d: Day, year: number): Day {
  if (yearOf(d) === year) return d;
  return yearOf(d) < year ? dayOf(year, 1, 1) : dayOf(year, 12, 31);
}

/** The last day: the year's own, or, where that comes before the first, the next year's. Never more than a year away. */
function lastDay(said: StepDay, from: Day, year: number, meetingsOf: MeetingsOf): Day {
  const own = dayOfStep(said, year, meetingsOf);
  if (own >= from) return within(own, year);
  const next = dayOfStep(said, year + 1, meetingsOf);
  if (yearOf(next) === year) return next >= from ? next : from;
  return later(monthDay(next), monthDay(from)) ? from : next;
}

/** A wheel's steps in a calendar year. */
export const stepsInYear = (
  steps: readonly WrittenStep[],
  year: number,
  meetingsOf: MeetingsOf,
): WheelStep[] => steps.flatMap((step) => stepInYear(step, year, meetingsOf) ?? []);
