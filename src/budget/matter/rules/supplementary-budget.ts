import { type Day, dayOf, monthOf, yearOf } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";

const APRIL = 4;
const MAY = 5;

export interface SupplementaryFacts {
  /** The budget's year. */
  readonly year: number;
  /** Whether a version of the budget has been decided before. */
  readonly decidedBefore: boolean;
  /** The day on which the new version is looked at, or decided. */
  readonly on: Day;
  /** When the council decided on the annual report of the year before; undefined while it has not. */
  readonly annualReportOn: Day | undefined;
}

/** The budget as it was decided before its year, and as the council has changed it in the year (E-5). */
export const BUDGET_OCCASIONS = ["original", "supplementary"] as const;
export type BudgetOccasion = (typeof BUDGET_OCCASIONS)[number];

/** A new version of a decided budget is a supplementary budget once its year has begun (model §2.2, E-5). */
export const isSupplementary = ({
  year,
  decidedBefore,
  on,
}: Pick<SupplementaryFacts, "year" | "decidedBefore" | "on">): boolean =>
  decidedBefore && on >= dayOf(year, 1, 1);

/**
 * The council may change the year's budget when it decides on last year's annual report, in April (E-5). Another time, or
 * before that report, takes a reason.
 */
export function supplementaryRemarks(facts: SupplementaryFacts): Remark[] {
  if (!isSupplementary(facts)) return [];
  const { year, on, annualReportOn } = facts;
  const inSpring = yearOf(on) === year && monthOf(on) >= APRIL && monthOf(on) <= MAY;
  return [
    remark("info", "supplementary-budget", "§2.2", { year }),
    ...(inSpring ? [] : [remark("needs-reason", "supplementary-not-in-april", "§2.2", { year, day: on })]),
    ...(annualReportOn !== undefined && annualReportOn <= on
      ? []
      : [remark("needs-reason", "supplementary-before-report", "§2.2", { before: year - 1 })]),
  ];
}
