import { getDecision } from "../../decisions/contract.ts";
import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { ControlPlan, ControlReport } from "../contract.ts";
import { ReportView } from "./report-view.tsx";

/** A report on internal control as it was decided, with the names of the controls from the plan that it reports on. */
export function ReportContent({ content }: ContentProps) {
  const t = useTexts("control");
  const report = ControlReport.parse(content);
  const number = report.plan?.decision ?? 0;
  const { data } = useApi(getDecision, { params: { number } }, { when: number > 0 });
  // A plan that is secret for who reads gives no names
  const plan = data?.content ? ControlPlan.parse(data.content) : undefined;
  return (
    <>
      <p>
        <strong>{t(`control.period.${report.period}`)}</strong>
      </p>
      <ReportView report={report} controls={plan?.controls ?? []} />
    </>
  );
}
