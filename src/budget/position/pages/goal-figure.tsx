import { numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureText } from "../../base/pages/figure-link.tsx";
import type { Shown } from "../../base/pages/shown.ts";
import { goalDecimals } from "../../base/rules/financial-goals.ts";

/** What a financial goal gives in a year, which opens its formula with the numbers put in (E-8, P-5). */
export function GoalFigure({
  goal,
  year,
  outcome,
}: {
  readonly goal: Shown["financialGoals"][number];
  readonly year: number;
  readonly outcome: number | null;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const unit = t(`page.goal-unit.${goal.unit}`);
  const text =
    outcome === null ? "–" : `${numberText(outcome, language, goalDecimals(outcome))}\u00a0${unit}`;
  return <FigureText place={{ goal: goal.id, year }} what={`${goal.text} ${year}`} text={text} />;
}
