import type { Day } from "../../../kernel/day.ts";

/**
 * Kinds that hold until the next one, or for a year that is the ground of the next: what a municipality brings along (§2.1, §2.2).
 * All else is written here from the beginning.
 */
export const BROUGHT_ALONG: readonly string[] = [
  "vision",
  "strategic-goals",
  "body-goals",
  "budget",
  "internal-budget",
];

/**
 * Whether a decision was taken before the municipality began here. One that has no first day, a municipality from before that was
 * kept, has none that can be registered so.
 */
export const isEarlier = (decidedOn: Day, startedOn: Day | undefined): boolean =>
  startedOn !== undefined && decidedOn < startedOn;
