import type { ReactNode } from "react";
import type { ContentProps } from "../../decisions/pages/matter-pages.tsx";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { BodyGoals, getGoalTree } from "../contract.ts";
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
  const { goals, moreThanThreeReason } = BodyGoals.parse(content);
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
              <Fact name={t("content.assignment")}>{goal.basis.assignment}</Fact>
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
