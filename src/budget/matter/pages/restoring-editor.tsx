import { useDeferredValue, useMemo } from "react";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Budget } from "../../base/contract.ts";
import { outcomeOf } from "../../live/pages/use-live-outcome.ts";
import { PlanFields } from "../../position/pages/plan-fields.tsx";
import { deficitsOf, proposedPlans, requirementYears } from "../../position/rules/balance-requirement.ts";

/** How a budget's deficits are restored, earlier ones and those of its own years, by the figures as they are being written (KL 11:12–13). */
export function RestoringEditor({
  budget,
  change,
  problem,
}: {
  readonly budget: Budget;
  readonly change: (part: Partial<Budget>) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("budget");
  const written = useDeferredValue(budget);
  const results = useMemo(() => {
    const found = outcomeOf(written);
    return "faults" in found ? (written.results ?? []) : found.years.map(({ result }) => result);
  }, [written]);
  const years = requirementYears(results);
  const deficits = deficitsOf({ ...budget, results });
  const plans = budget.restoringPlans ?? [];
  return (
    <Section title={t("position.restore-title")} lead={t("position.restore-lead")} cite="KL 11:12">
      {deficits.length === 0 && plans.length === 0 ? (
        <p className="quiet">{t("position.no-deficits")}</p>
      ) : (
        <PlanFields
          at="restoringPlans"
          deficits={deficits}
          plans={plans}
          from={budget.input.years[0] ?? 0}
          resultTkr={(year) => years.find((one) => one.year === year)?.lines.balanceResult}
          proposed={proposedPlans(years, deficits)}
          problem={problem}
          write={(restoringPlans) => change({ restoringPlans })}
        />
      )}
    </Section>
  );
}
