import { type Day, dayOf, within } from "../../../kernel/day.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { HELD, type WheelStep } from "../../../year/rules/step.ts";

export interface SupplementaryFacts {
  /** The budget's year. */
  readonly year: number;
  /** Whether a version of the budget has been decided before. */
  readonly decidedBefore: boolean;
  /** The day on which the new version is looked at, or decided. */
  readonly on: Day;
  /** When the council decided on the annual report of the year before; undefined while it has not. */
  readonly annualReportOn: Day | undefined;
  /** When the council changes the year's budget, by the year wheel in force; undefined where it has no such step. */
  readonly time: { readonly from: Day; readonly due: Day } | undefined;
}

/** The budget as it was decided before its year, and as the council has changed it in the year (E-5). */
export const BUDGET_OCCASIONS = ["original", "supplementary"] as const;
export type BudgetOccasion = (typeof BUDGET_OCCASIONS)[number];

/** The step of a year wheel in which the council may change the year's budget: held, or decided as such a budget. */
export const isSupplementaryStep = ({ kind, occasion }: Pick<WheelStep, "kind" | "occasion">): boolean =>
  kind === null ? occasion === HELD.supplementaryBudget : kind === "budget" && occasion === "supplementary";

/** A new version of a decided budget is a supplementary budget once its year has begun (model §2.2, E-5). */
export const isSupplementary = ({
  year,
  decidedBefore,
  on,
}: Pick<SupplementaryFacts, "year" | "decidedBefore" | "on">): boolean =>
  decidedBefore && on >= dayOf(year, 1, 1);

/**
 * The council may change the year's budget when it decides on last year's annual report, at the time
 * that the year wheel gives it (E-5). Another time, or before that report, takes a reason.
 */
export function supplementaryRemarks(facts: SupplementaryFacts): Remark[] {
  if (!isSupplementary(facts)) return [];
  const { year, on, annualReportOn, time } = facts;
  return [
    remark("info", "supplementary-budget", "§2.2", { year }),
    ...(time && !within(on, time.from, time.due)
      ? [
          remark("needs-reason", "supplementary-at-another-time", "§2.2", {
            year,
            day: on,
            from: time.from,
            due: time.due,
          }),
        ]
      : []),
    ...(annualReportOn !== undefined && annualReportOn <= on
      ? []
      : [remark("needs-reason", "supplementary-before-report", "§2.2", { before: year - 1 })]),
  ];
}
