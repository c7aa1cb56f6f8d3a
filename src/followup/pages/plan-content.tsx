import { KeptOut } from "../../decisions/pages/ground-changes.tsx";
import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { ActionPlan } from "../contract.ts";
import { Cover, Escalation, Measures } from "./plan-view.tsx";

/** An action plan as it was decided. */
export const PlanContent = ({ content }: ContentProps) => <PlanRead plan={ActionPlan.parse(content)} />;

export function PlanRead({ plan }: { readonly plan: ActionPlan }) {
  const t = useTexts("followup");
  return (
    <>
      <Cover plan={plan} />
      <Measures measures={plan.measures} />
      <Section title={t("page.plan.consequences")}>
        <p className="prose" lang={WRITTEN}>
          {plan.consequences}
        </p>
      </Section>
      <Section title={t("page.plan.escalation")}>
        <Escalation plan={plan} />
      </Section>
      <KeptOut ground={plan.ground} />
    </>
  );
}
