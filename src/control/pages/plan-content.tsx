import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { matterId } from "../../decisions/rules/kind.ts";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { ControlPlan } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { Stands } from "../noticed/pages/stands.tsx";
import { controlRows } from "./control-view.ts";
import { ControlsTable } from "./controls-table.tsx";
import { PlannedRisks } from "./plan-view.tsx";

/** A plan for internal control as it was decided. */
export function PlanContent({ content, body, year }: ContentProps) {
  const t = useTexts("control");
  const plan = ControlPlan.parse(content);
  return (
    <>
      <PlannedRisks plan={plan} matter={matterId(CONTROL_PLAN.kind, body, year)} />
      <Section title={t("page.controls.title")}>
        <ControlsTable rows={controlRows(plan, [], `${year}-01-01`)} withState={false} />
      </Section>
      <Stands plan={plan} />
    </>
  );
}
