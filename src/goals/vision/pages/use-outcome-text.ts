import { useTexts } from "../../../platform/ui/texts.ts";
import type { Outcome } from "../contract.ts";
import { outcomeParts } from "../rules/outcomes.ts";

/** "2027: 7 nämndsmål (4 delvis, 3 ej bedömda)". */
export function useOutcomeText(): (outcome: Outcome) => string {
  const t = useTexts("goals");
  return (outcome) =>
    t("strategic-edit.outcome", {
      year: outcome.year,
      goals: outcome.goals,
      how: outcomeParts(outcome)
        .map(({ how, count }) => t(`strategic-edit.outcome-${how}`, { count }))
        .join(", "),
    });
}
