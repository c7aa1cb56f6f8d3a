import { canonicalJson } from "../../kernel/canonical.ts";
import type { Day } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import type { ReportData } from "./report-data.ts";

const CITE = "§2.5";

/** No report of a period is decided on before the period has ended (U-2 – U-4). */
export const periodRemarks = (until: Day, today: Day): Remark[] =>
  today < until ? [remark("stops", "report-before-its-day", CITE, { until })] : [];

/**
 * A draft keeps the figures of the day that it was saved; where the accounts or the budget say otherwise since, it is saved
 * anew, or the organ says why it decides on what it has (U-6, U-10).
 */
export function figuresRemarks(saved: ReportData, now: ReportData): Remark[] {
  if (figures(saved) === figures(now)) return [];
  const params = {
    saved: words(saved.economy),
    now: words(now.economy),
  };
  return [remark("needs-reason", "figures-changed", CITE, params, "data.economy")];
}

const words = ({ allocationTkr, outcomeToDateTkr }: ReportData["economy"]): string =>
  `${allocationTkr ?? "–"} / ${outcomeToDateTkr ?? "–"}`;

/** What a person can't have written: sums of the accounts and the budget. */
const figures = ({ economy, group }: ReportData): string =>
  canonicalJson({
    allocationTkr: economy.allocationTkr,
    outcomeToDateTkr: economy.outcomeToDateTkr,
    incomeStatement: group?.incomeStatement ?? null,
    balanceSheet: group?.balanceSheet ?? null,
  });

/** Whether a report rests on the accounts and the budget that are in force: then its figures need no second look. */
export const sameSources = (
  saved: ReportData["sources"],
  now: { readonly importId: number | undefined; readonly decision: number | undefined },
): boolean => saved.imports[0]?.id === now.importId && saved.budget?.decision === now.decision;

/** A plan is made for the deviation that the latest report shows (U-8). */
export const deviationRemarks = (savedTkr: number | undefined, nowTkr: number | undefined): Remark[] =>
  nowTkr === undefined || savedTkr === nowTkr
    ? []
    : [
        remark(
          "needs-reason",
          "deviation-changed",
          CITE,
          { savedTkr: savedTkr ?? "–", nowTkr },
          "deviationTkr",
        ),
      ];
