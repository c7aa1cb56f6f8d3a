import type { Day } from "./day.ts";

/**
 * When a decision had just been made: what has been decided until its day, by decisions registered no later than it. What is
 * decided later the same day, or registered later with an earlier day, had not been decided then. `at` is when it was
 * registered, ISO 8601 in UTC: what has no decision of its own (values, names) is as it was then.
 */
export interface Moment {
  readonly day: Day;
  readonly decision: number;
  readonly at: string;
}

/** A day, or the moment of a decision. */
export type AsOf = Day | Moment;

export const dayOfMoment = (asOf: AsOf): Day => (typeof asOf === "string" ? asOf : asOf.day);

/** The moment of a decision: what a decided document rests on is as it was then, whatever day it is read (§2.5, U-10). */
export const momentOf = (decision: {
  readonly number: number;
  readonly decidedOn: string;
  readonly registeredAt: string;
}): Moment => ({ day: decision.decidedOn as Day, decision: decision.number, at: decision.registeredAt });
