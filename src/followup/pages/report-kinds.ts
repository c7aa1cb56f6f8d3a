import { annualReportRoutes, extraFollowUpRoutes, followUpRoutes, interimReportRoutes } from "../contract.ts";
import { REPORT_KINDS, type ReportKind } from "../rules/occasions.ts";

/** The routes of each occasion's report; their contents have one shape. */
export const reportRoutes = {
  "follow-up": followUpRoutes,
  "interim-report": interimReportRoutes,
  "extra-follow-up": extraFollowUpRoutes,
  "annual-report": annualReportRoutes,
} as const;

export const isReportKind = (text: string): text is ReportKind => REPORT_KINDS.some((kind) => kind === text);
