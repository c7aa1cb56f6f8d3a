import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import type { MissedGoal } from "../../base/rules/missed-goals.ts";
import "./position.css";

/** The council's own goals that years of the plan miss, with value and target: beside the balance, so that nobody takes that for all (P-5). */
export function MissedGoals({
  missed,
  narrow = false,
}: {
  readonly missed: readonly MissedGoal[];
  /** In a cell there is room for the figures alone: the goal's words are heard, and stand in the goals' own table. */
  readonly narrow?: boolean;
}) {
  const t = useTexts("budget");
  const valueText = useGoalValue();
  if (missed.length === 0) return null;
  return (
    <ul className="plain-list missed-goals">
      {missed.map(({ goal, text, year, direction, unit, target, outcome }) => (
        <li key={`${goal} ${year}`}>
          <Status value="not-met" word={t("position.goal-missed")} />{" "}
          <span className="num">
            {valueText(outcome, unit)}, {t(`page.direction.${direction}`).toLocaleLowerCase()}{" "}
            {valueText(target, unit)}
          </span>{" "}
          <span className={narrow ? "ds-sr-only" : "quiet small"}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
