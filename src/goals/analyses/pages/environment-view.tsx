import type { ContentProps } from "../../../decisions/pages/matter-pages.tsx";
import { isBlank } from "../../../kernel/written.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getGoalTree } from "../../contract.ts";
import { EnvironmentAnalysis } from "../contract.ts";
import { liftEnvironment } from "../rules/lift.ts";
import "./analyses.css";

/** The strategic goals of a year by their names. */
export function useStrategicGoals(year: number) {
  const { data } = useApi(getGoalTree, { params: { year } });
  const goals = data?.strategicGoals ?? [];
  return { goals, nameOf: (id: string) => goals.find((goal) => goal.id === id)?.name ?? id };
}

/** The outside world as the group sees it: development by strategic goal, trends and what each leads to, signals answered. */
export function EnvironmentAnalysisView({ content, year }: ContentProps) {
  const t = useTexts("goals");
  const { goals, nameOf } = useStrategicGoals(year);
  const { byStrategicGoal, trends, signals } = EnvironmentAnalysis.parse(liftEnvironment(content));
  const written = byStrategicGoal.filter(({ text }) => !isBlank(text));
  return (
    <div className="stack">
      {written.length > 0 ? (
        <section className="sheet stack" aria-label={t("analysis.by-strategic")}>
          <h3 className="ds-heading" data-size="2xs">
            {t("analysis.by-strategic")}
          </h3>
          <dl className="stack">
            {written.map(({ goal, text }) => (
              <div key={goal}>
                <dt lang={WRITTEN}>
                  <strong>{nameOf(goal)}</strong>
                </dt>
                <dd className="prose" lang={WRITTEN}>
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <Matrix trends={trends} order={goals.map(({ id }) => id)} nameOf={nameOf} />
      {signals.length > 0 ? (
        <DataTable
          caption={t("analysis.signals")}
          captionShown
          copy={false}
          columns={[
            { id: "signal", header: t("analysis.signal-word"), value: (one) => one.text, written: true },
            {
              id: "trend",
              header: t("analysis.trend"),
              value: (one) => trends.find(({ id }) => id === one.trend)?.name ?? "",
              written: true,
            },
            { id: "answer", header: t("analysis.answer"), value: (one) => one.answer, written: true },
          ]}
          rows={signals}
          rowKey={(one) => one.signal}
        />
      ) : null}
    </div>
  );
}

/** Trends by strategic goal: what each leads to there. On a phone each trend is a list of its own. */
function Matrix({
  trends,
  order,
  nameOf,
}: {
  readonly trends: EnvironmentAnalysis["trends"];
  /** The strategic goals as the council has put them. */
  readonly order: readonly string[];
  readonly nameOf: (goal: string) => string;
}) {
  const t = useTexts("goals");
  const named = new Set(trends.flatMap(({ consequences }) => consequences.map(({ goal }) => goal)));
  const goals = [...order.filter((goal) => named.delete(goal)), ...named];
  return (
    <section className="sheet stack" aria-label={t("analysis.trends")}>
      <h3 className="ds-heading" data-size="2xs">
        {t("analysis.trends")}
      </h3>
      <table className="analysis-matrix">
        <caption className="ds-sr-only">{t("analysis.matrix-caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("analysis.trend")}</th>
            {goals.map((goal) => (
              <th key={goal} scope="col" lang={WRITTEN}>
                {nameOf(goal)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trends.map(({ id, name, text, consequences, sources }) => (
            <tr key={id}>
              <th scope="row" lang={WRITTEN}>
                {name}
                <p className="prose analysis-plain">{text}</p>
                {sources.length > 0 ? (
                  <p className="quiet small analysis-plain">
                    {t("analysis.sources")}: {sources.join("; ")}
                  </p>
                ) : null}
              </th>
              {goals.map((goal) => {
                const said = consequences.find((one) => one.goal === goal)?.text;
                return (
                  <td key={goal} lang={WRITTEN} data-goal={nameOf(goal)} data-empty={said ? undefined : true}>
                    {said ?? "–"}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
