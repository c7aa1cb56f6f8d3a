import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { actionPlanPath } from "../../pages/paths.ts";
import type { UnitForecastView } from "../contract.ts";

/** A forecast that does not hold opens the unit's part of the action plan (U-8). */
export function PlanLink({
  view: { body, year },
  deviationTkr,
}: {
  readonly view: Pick<UnitForecastView, "body" | "year">;
  readonly deviationTkr: number;
}) {
  const t = useTexts("followup");
  if (deviationTkr >= 0) return null;
  return (
    <Section title={t("unit-forecast.plan")} lead={t("unit-forecast.plan-lead")}>
      <p>
        <Link href={actionPlanPath(body, year)}>{t("unit-forecast.to-plan")}</Link>
      </p>
    </Section>
  );
}
