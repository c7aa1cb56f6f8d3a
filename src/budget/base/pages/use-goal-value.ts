import { numberText, withUnit } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { type GOAL_UNITS, goalDecimals } from "../rules/financial-goals.ts";

/** A financial goal's target or outcome in words: the number with its unit, "–" where there is none (P-5). */
export function useGoalValue(): (value: number | null, unit: (typeof GOAL_UNITS)[number]) => string {
  const t = useTexts("budget");
  const language = useLanguage();
  return (value, unit) => {
    if (value === null) return "–";
    const decimals = unit === "percent" ? goalDecimals(value) : 0;
    return withUnit(numberText(value, language, decimals), t(`page.goal-unit.${unit}`), language);
  };
}
