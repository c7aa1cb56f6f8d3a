import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { FinancialGoalUnit } from "../rules/financial-goals.ts";
import { goalValueText } from "../rules/goal-value.ts";

/** A financial goal's target or outcome in words: the number with its unit, "–" where there is none (P-5). */
export function useGoalValue(): (value: number | null, unit: FinancialGoalUnit) => string {
  const t = useTexts("budget");
  const language = useLanguage();
  return (value, unit) =>
    value === null
      ? "–"
      : goalValueText(value, unit, { language, nameOf: (one) => t(`page.goal-unit.${one}`) });
}
