import { listMatters } from "../../../decisions/contract.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { BridgeLines } from "../../base/pages/bridge-lines.tsx";
import { type InternalBudget, internalBudgetRoutes } from "../contract.ts";
import { internalBridge } from "../rules/bridge.ts";

/** The way from last year's internal budget to this one, where there is one (E-6, E-8). */
export function InternalBridge({
  body,
  year,
  content,
}: {
  readonly body: string;
  readonly year: number;
  readonly content: InternalBudget;
}) {
  const t = useTexts("budget");
  const last = year - 1;
  const begun = useApi(listMatters, { query: { kind: "internal-budget", body, year: last } });
  const { data } = useApi(
    internalBudgetRoutes.get,
    { params: { body, year: last }, query: {} },
    { when: (begun.data?.length ?? 0) > 0 },
  );
  if (!data) return null;
  const { planTkr, steps, startTkr } = internalBridge(data.content, content, year);
  return (
    <Section title={t("internal.bridge.title", { year: last })} cite="§2.2">
      <BridgeLines
        caption={t("internal.bridge.table", { year })}
        headers={{ what: t("internal.bridge.what"), tkr: t("internal.bridge.tkr") }}
        plan={{ label: t("internal.bridge.plan", { year: last }), tkr: planTkr }}
        steps={steps.map(({ step, amountTkr }) => ({
          id: step,
          label: t(`internal.bridge.step.${step}`),
          tkr: amountTkr,
        }))}
        start={{ label: t("internal.bridge.start", { year }), tkr: startTkr }}
      />
    </Section>
  );
}
