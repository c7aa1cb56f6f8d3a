import { type Day, dayOf, endOfMonth } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

/** The year's three occasions of follow-up (model §2.5, U-2 – U-4), each a kind of matter. */
export const REPORT_KINDS = ["follow-up", "interim-report", "annual-report"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The month after which each looks back. */
const MONTHS: Readonly<Record<ReportKind, 4 | 8 | 12>> = {
  "follow-up": 4,
  "interim-report": 8,
  "annual-report": 12,
};
export const monthsOf = (kind: ReportKind): number => MONTHS[kind];

/** The last day that an occasion looks at: April 30, August 31 or December 31. */
export const untilOf = (kind: ReportKind, year: number): Day => endOfMonth(year, MONTHS[kind]);

/**
 * When the reports are to be decided. The council handles the interim report in the autumn and the annual report in April
 * (U-3, U-4); committees and boards come before it, so that the group's can be assembled from theirs (U-6).
 */
export function dueOf(kind: ReportKind, year: number, whose: "body" | "group"): Day {
  if (kind === "follow-up") return dayOf(year, 5, 31);
  if (kind === "interim-report") return whose === "body" ? dayOf(year, 9, 30) : dayOf(year, 10, 31);
  return whose === "body" ? dayOf(year + 1, 3, 15) : dayOf(year + 1, 4, 30);
}

/** The kinds that the group has a report of its own in. */
export const groupReports = (kind: ReportKind): boolean => kind !== "follow-up";

/** No report of a period is decided on before the period has ended (U-2 – U-4). */
export const periodRemarks = (until: Day, today: Day): Remark[] =>
  today < until ? [remark("stops", "report-before-its-day", "§2.5", { until })] : [];
