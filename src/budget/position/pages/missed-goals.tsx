import { numberText } from "../../../kernel/format.ts";
import { decimalsOf } from "../../../kernel/scaled.ts";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
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
  const language = useLanguage();
  if (missed.length === 0) return null;
  const number = (value: number) => numberText(value, language, decimalsOf(value));
  return (
    <ul className="plain-list missed-goals">
      {missed.map(({ goal, text, year, direction, unit, target, outcome }) => (
        <li key={`${goal} ${year}`}>
          <Status value="not-met" word={t("position.goal-missed")} />{" "}
          <span className="num">
            {number(outcome)} {t(`page.goal-unit.${unit}`)},{" "}
            {t(`page.direction.${direction}`).toLocaleLowerCase()} {number(target)}{" "}
            {t(`page.goal-unit.${unit}`)}
          </span>{" "}
          <span className={narrow ? "ds-sr-only" : "quiet small"}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
