import { FigureText } from "../../base/pages/figure-link.tsx";
import type { Shown } from "../../base/pages/shown.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";

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
  const valueText = useGoalValue();
  return (
    <FigureText
      place={{ goal: goal.id, year }}
      what={`${goal.text} ${year}`}
      text={valueText(outcome, goal.unit)}
    />
  );
}
