import { numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { FigureHead, Formula, PartsTable } from "../../base/pages/explain-parts.tsx";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { type GoalOutcome, goalOutcome } from "../../base/rules/financial-goals.ts";
import { formulaTokens, formulaWords } from "../../base/rules/formula.ts";
import { isLine } from "../../base/rules/result-lines.ts";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import type { Explaining } from "./explained-view.ts";

type Goal = Explaining["financialGoals"][number];

/** The result as a share of tax and grants, which the result tells beside its lines. */
export const SHARE_GOAL: Goal = {
  id: "",
  text: "",
  formula: "result / taxAndGrants * 100",
  direction: "at-least",
  unit: "percent",
  target: 0,
  outcomes: [],
};

/** A financial goal's outcome of a year: its formula in words, and with the numbers put in (E-7, P-5). */
export function ExplainGoal({
  view,
  goal,
  year,
}: {
  readonly view: Explaining;
  readonly goal: Goal;
  readonly year: number;
}) {
  const t = useTexts("budget");
  const language = useLanguage();
  const lines = statementsOf(view).years.find((one) => one.year === year)?.lines ?? {};
  const share = goal === SHARE_GOAL;
  const name = share ? t("page.result-row.share") : goal.text;
  const { target, outcome, met }: GoalOutcome =
    goal.outcomes.find((one) => one.year === year) ??
    goalOutcome({ ...goal, text: name, measure: "formula" }, year, lines);
  const valueText = useGoalValue();
  const words = formulaTokens(goal.formula);
  const named =
    "fault" in words ? [] : words.tokens.flatMap(({ kind, text }) => (kind === "name" ? [text] : []));
  const used = [...new Set(named)].filter(isLine);
  const put = formulaWords(goal.formula, (line) => {
    const value = isLine(line) ? lines[line] : undefined;
    return value === undefined ? "?" : numberText(value, language);
  });
  return (
    <>
      <FigureHead name={`${name} ${year}`} text={valueText(outcome, goal.unit)} written={!share} />
      {share ? null : (
        <p>
          {t("page.target")}: {t(`page.direction.${goal.direction}`)} {valueText(target, goal.unit)}.{" "}
          {outcome === null
            ? t("page.explain-panel.goal-unknown")
            : t(met ? "page.explain-panel.goal-met" : "page.explain-panel.goal-not-met")}
        </p>
      )}
      <p className="quiet">
        {formulaWords(goal.formula, (line) =>
          isLine(line) ? t(`position.line.${line}`).toLocaleLowerCase() : line,
        )}
      </p>
      <Formula text={`${put} = ${valueText(outcome, goal.unit)}`} />
      <p className="quiet">{t("page.explain-panel.one-decimal")}</p>
      <PartsTable
        caption={t("page.explain-panel.goal-lines")}
        parts={used.map((line) => ({
          key: line,
          name: t(`position.line.${line}`),
          tkr: lines[line] ?? 0,
          place: { row: line, year },
        }))}
      />
    </>
  );
}
