import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { type Evaluation, StrategicGoals } from "../contract.ts";
import { adjustmentOf } from "../rules/strategic-goals.ts";
import { StrategicGoalMore } from "./strategic-goal-more.tsx";
import { useOutcomeText } from "./use-outcome-text.ts";
import "../../pages/goals.css";
import "./governing.css";

/** V-2: the council's goals, then what came of those before and how each was worded beside how it is. */
export function StrategicGoalsView({ content }: ContentProps) {
  const { goals, evaluation } = StrategicGoals.parse(content);
  return (
    <div className="stack">
      <ul className="plain-list stack">
        {goals.map((goal) => (
          <li key={goal.id} className="sheet stack">
            <div>
              <p className="goal-wording" lang={WRITTEN}>
                {goal.name}
              </p>
              <p className="prose" lang={WRITTEN}>
                {goal.text}
              </p>
            </div>
            <StrategicGoalMore goal={goal} />
          </li>
        ))}
      </ul>
      {evaluation ? <Evaluated goals={goals} evaluation={evaluation} /> : null}
    </div>
  );
}

function Evaluated({
  goals,
  evaluation,
}: {
  readonly goals: StrategicGoals["goals"];
  readonly evaluation: Evaluation;
}) {
  const t = useTexts("goals");
  const outcomeText = useOutcomeText();
  const { rows, before } = evaluation;
  const reworded = rows.filter((row) => adjustmentOf(row, goals) === "reworded");
  const outcomes = (row: Evaluation["rows"][number]) => row.outcomes.map(outcomeText).join(" · ");
  return (
    <Section title={t("governing.evaluation")} level={3}>
      <DataTable
        caption={t("governing.evaluation-caption", {
          year: before?.year ?? "–",
          number: before?.decision ?? "–",
        })}
        captionShown
        copy={false}
        columns={[
          { id: "goal", header: t("governing.goal"), value: (row) => row.name },
          {
            id: "judgement",
            header: t("governing.judgement"),
            value: (row) => row.judgement ?? "",
            cell: (row) => (row.judgement ? <Status value={row.judgement} /> : "–"),
          },
          { id: "grounds", header: t("governing.grounds"), value: (row) => row.grounds },
          { id: "outcomes", header: t("governing.goals"), value: outcomes },
          {
            id: "then",
            header: t("governing.then"),
            value: (row) => t(`governing.${adjustmentOf(row, goals)}`),
          },
          { id: "why", header: t("governing.why"), value: (row) => row.why },
        ]}
        rows={rows}
        rowKey={(row) => row.goal}
      />
      {reworded.map((row) => {
        const now = goals.find(({ id }) => id === row.goal);
        return (
          <div key={row.goal} className="columns governing-both">
            {[
              { said: t("governing.was"), of: row },
              { said: t("governing.is"), of: now },
            ].map(({ said, of }) => (
              <section key={said} className="sheet" aria-label={`${row.name}: ${said}`}>
                <p className="quiet small">{said}</p>
                <p className="goal-wording" lang={WRITTEN}>
                  {of?.name}
                </p>
                <p className="prose" lang={WRITTEN}>
                  {of?.text}
                </p>
              </section>
            ))}
          </div>
        );
      })}
    </Section>
  );
}
