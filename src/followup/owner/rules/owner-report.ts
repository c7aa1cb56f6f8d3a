import type { Day } from "../../../kernel/day.ts";
import { numberText } from "../../../kernel/format.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { isBlank } from "../../../kernel/written.ts";

const CITE = "§3.2";

/** When a part-owned company tells its owner: with the interim report, and after the year (R-8). */
export const OWNER_OCCASIONS = ["interim-report", "annual-report"] as const;
export type OwnerOccasion = (typeof OWNER_OCCASIONS)[number];

/** What the company may cost its owner, judged by whoever writes. */
export const OWNER_RISKS = ["low", "raised", "high"] as const;
export type OwnerRisk = (typeof OWNER_RISKS)[number];

interface Told {
  readonly occasion: OwnerOccasion;
  readonly happened: string;
  readonly resultTkr: number | null;
  readonly equityTkr: number | null;
  readonly demands: string;
  readonly risk: OwnerRisk | null;
  readonly riskText: string;
}

/** What a report lacks, and what its owner has to see (R-8): short is not empty. */
export function ownerReportRemarks(
  report: Told,
  { until, today }: { readonly until: Day | undefined; readonly today: Day },
): Remark[] {
  const lacks = (code: string, at: string) => remark("stops", code, CITE, {}, at);
  const { risk, riskText, resultTkr, equityTkr } = report;
  return [
    ...(until !== undefined && today < until
      ? [remark("stops", "owner-report-before-its-day", CITE, { until }, "occasion")]
      : []),
    ...(isBlank(report.happened) ? [lacks("owner-nothing-happened", "happened")] : []),
    ...(resultTkr === null ? [lacks("owner-no-result", "resultTkr")] : []),
    ...(equityTkr === null ? [lacks("owner-no-equity", "equityTkr")] : []),
    ...(isBlank(report.demands) ? [lacks("owner-no-demands", "demands")] : []),
    ...(risk === null ? [lacks("owner-no-risk", "risk")] : []),
    // A risk that is more than low is of use to the owner only with what it is
    ...(risk !== null && risk !== "low" && isBlank(riskText) ? [lacks("owner-risk-unsaid", "riskText")] : []),
    ...(equityTkr !== null && equityTkr < 0
      ? [remark("deviation", "owner-equity-gone", CITE, { equityTkr }, "equityTkr")]
      : []),
  ];
}

/** In one sentence, for the decision. */
export const ownerReportInWords = (
  { occasion, resultTkr }: Pick<Told, "occasion" | "resultTkr">,
  body: string,
  year: number,
): string | undefined =>
  resultTkr === null
    ? undefined
    : `${body} har ${occasion === "annual-report" ? `${year}` : `efter augusti ${year}`} ett resultat på ${numberText(resultTkr, "sv")} tkr`;
