import type { ReactNode } from "react";
import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { BodyGoals, getGoalTree } from "../contract.ts";
import { Measured } from "../grounds/pages/ended-form.tsx";
import { IndicatorLines } from "../indicators/pages/indicator-lines.tsx";
import "./goals.css";

/** The names of the strategic goals that govern a year, and of those who are responsible for its goals, by id. */
function useNames(year: number) {
  const { data } = useApi(getGoalTree, { params: { year } });
  const { personName } = usePeople();
  return {
    strategicName: (id: string) => data?.strategicGoals.find((goal) => goal.id === id)?.name ?? id,
    responsibleName: (id: string) =>
      data?.goals.find((goal) => goal.responsible === id)?.responsibleName ?? personName(id),
  };
}

export function BodyGoalsView({ content, year }: ContentProps) {
  const t = useTexts("goals");
  const { strategicName, responsibleName } = useNames(year);
  const { nameOf } = useBodies();
  const { goals, parts, evaluations, moreThanThreeReason } = BodyGoals.parse(content);
  return (
    <div className="stack">
      <ol className="plain-list stack">
        {goals.map((goal) => (
          <li key={goal.id} className="sheet stack">
            <p className="goal-wording" lang={WRITTEN}>
              {goal.wording}
            </p>
            <dl className="facts">
              <Fact name={t("content.effect")}>{goal.effectForResidents}</Fact>
              <Fact name={t("content.strategic")}>{goal.strategicGoals.map(strategicName).join(", ")}</Fact>
              <Fact name={t("content.target-year")}>{goal.targetYear}</Fact>
              <Fact name={t("content.responsible")}>{responsibleName(goal.responsible)}</Fact>
              <Fact name={t("content.situation")}>{goal.basis.situation}</Fact>
              {goal.basis.facts.length > 0 ? (
                <Fact name={t("grounds.rests-on")}>
                  <ul className="plain-list">
                    {goal.basis.facts.map(({ fact, text }) => (
                      <li key={fact}>{text}</li>
                    ))}
                  </ul>
                </Fact>
              ) : null}
              <Fact name={t("content.assignment")}>
                {[goal.basis.document?.title, goal.basis.assignment].filter(Boolean).join(": ")}
              </Fact>
              {goal.changeReason === "" ? null : (
                <Fact name={t("grounds.change-reason")}>{goal.changeReason}</Fact>
              )}
              {goal.contributors.length > 0 ? (
                <Fact name={t("page.goal.contributors")}>{goal.contributors.map(nameOf).join(", ")}</Fact>
              ) : null}
              {goal.indicators.length > 0 ? (
                <Fact name={t("content.indicators")}>
                  <IndicatorLines indicators={goal.indicators} />
                </Fact>
              ) : null}
            </dl>
          </li>
        ))}
      </ol>
      {parts.length > 0 ? (
        <section className="stack">
          <h3 className="ds-heading" data-size="xs">
            {t("grounds.parts")}
          </h3>
          {parts.map(({ id, lead, wording, what, responsible }) => (
            <article key={id} className="sheet stack">
              <p className="goal-wording" lang={WRITTEN}>
                {t("grounds.part-of", { goal: wording, body: nameOf(lead) })}
              </p>
              <p lang={WRITTEN}>
                {what} <span className="quiet">({responsibleName(responsible)})</span>
              </p>
            </article>
          ))}
        </section>
      ) : null}
      {evaluations.length > 0 ? (
        <section className="stack">
          <h3 className="ds-heading" data-size="xs">
            {t("grounds.evaluated")}
          </h3>
          {evaluations.map((row) => (
            <article key={row.goal} className="sheet stack">
              <p className="goal-wording" lang={WRITTEN}>
                {row.wording}
              </p>
              <Measured of={row} />
              <p>
                {row.judgement ? <Status value={row.judgement} /> : null}{" "}
                <span lang={WRITTEN}>{row.grounds}</span>
              </p>
            </article>
          ))}
        </section>
      ) : null}
      {moreThanThreeReason ? (
        <p>
          <strong>{t("content.more-reason")}:</strong> {moreThanThreeReason}
        </p>
      ) : null}
    </div>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
