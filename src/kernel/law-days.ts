import type { Citation } from "./citation.ts";
import { type Day, dayOf } from "./day.ts";

/** A day of the year that the law gives, with where it says so. */
export interface LawDay {
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly law: Citation;
}

/**
 * The days that the law gives, in one place: all other days are the year wheel's. A chapter that needs one reads it here, and
 * cites what it reads.
 */
export const LAW_DAYS = {
  /** The newly elected council begins, in an election year. */
  newCouncil: { month: 10, day: 15, law: "KL 5:10" },
  /** The executive has proposed the budget of the year to come; for special reasons a month later. */
  budgetProposed: { month: 10, day: 31, law: "KL 11:8" },
  budgetProposedAtTheLatest: { month: 11, day: 30, law: "KL 11:8" },
  /** The council has decided on it; for special reasons a month later. */
  budgetDecided: { month: 11, day: 30, law: "KL 11:10" },
  budgetDecidedAtTheLatest: { month: 12, day: 31, law: "KL 11:10" },
} as const satisfies Readonly<Record<string, LawDay>>;

/** A day of the law in a year. */
export const lawDay = (name: keyof typeof LAW_DAYS, year: number): Day =>
  dayOf(year, LAW_DAYS[name].month, LAW_DAYS[name].day);
