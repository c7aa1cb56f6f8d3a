import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useGoalValue } from "../../base/pages/use-goal-value.ts";
import { formulaWords } from "../../base/rules/formula.ts";
import { isLine } from "../../base/rules/result-lines.ts";
import { GoalFigure } from "./goal-figure.tsx";
import type { ShownPosition } from "./shown-position.ts";
import "./position.css";

type Goal = ShownPosition["financialGoals"][number];

/** Financial goals with their formula in words, and each year's outcome against its target (§1.2, P-5). */
export function PositionGoals({ view }: { readonly view: Pick<ShownPosition, "years" | "financialGoals"> }) {
  const t = useTexts("budget");
  const words = (goal: Goal) =>
    formulaWords(goal.formula, (name) => (isLine(name) ? t(`position.line.${name}`).toLowerCase() : name));
  const valueText = useGoalValue();
  return (
    <DataTable
      caption={t("page.goals-caption")}
      copy={false}
      columns={[
        {
          id: "goal",
          header: t("page.goal"),
          value: (g) => g.text,
          cell: (g) => (
            <>
              <span lang={WRITTEN}>{g.text}</span>
              <span className="quiet small position-formula">{words(g)}</span>
            </>
          ),
        },
        ...view.years.map((year) => ({
          id: String(year),
          header: String(year),
          unsortable: true,
          value: (g: Goal) => g.outcomes.find((o) => o.year === year)?.outcome ?? null,
          cell: (g: Goal) => {
            const outcome = g.outcomes.find((o) => o.year === year);
            if (!outcome) return "–";
            const judged = outcome.outcome === null ? "cannot-judge" : outcome.met ? "met" : "not-met";
            return (
              <span className="position-outcome">
                <Status value={judged} />
                <GoalFigure goal={g} year={year} outcome={outcome.outcome} />
                <span className="quiet small nowrap">
                  {t(`page.direction.${g.direction}`)}{" "}
                  <span className="num">{valueText(outcome.target, g.unit)}</span>
                </span>
              </span>
            );
          },
        })),
      ]}
      rows={view.financialGoals}
      rowKey={(g) => g.id}
      empty={<EmptyState title={t("page.no-goals")} />}
    />
  );
}
