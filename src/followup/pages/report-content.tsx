import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { Report } from "../contract.ts";
import type { ReportKind } from "../rules/occasions.ts";
import { ReportSections } from "./report-sections.tsx";

/** A report as it was decided, with the facts that were frozen with it. */
function ReportContent({ content, kind, ...place }: ContentProps & { readonly kind: ReportKind }) {
  const report = Report.parse(content);
  return <ReportSections {...place} report={report} data={report.data} kind={kind} write={undefined} />;
}

export const FollowUpContent = (props: ContentProps) => <ReportContent {...props} kind="follow-up" />;
export const ExtraFollowUpContent = (props: ContentProps) => (
  <ReportContent {...props} kind="extra-follow-up" />
);
export const InterimReportContent = (props: ContentProps) => (
  <ReportContent {...props} kind="interim-report" />
);
export const AnnualReportContent = (props: ContentProps) => <ReportContent {...props} kind="annual-report" />;
