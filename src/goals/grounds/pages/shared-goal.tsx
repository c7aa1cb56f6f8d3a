import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { GoalView } from "../../contract.ts";
import { useServing } from "../../pages/serving.ts";
import type { Contribution, GoalGrounds } from "../contract.ts";
import { FactText } from "./analysis-beside.tsx";

/** The facts of the analysis that a goal rests on, as they stand in it now, and else as they were when the goal was decided. */
export function RestsOn({
  goal,
  grounds,
}: {
  readonly goal: GoalView;
  readonly grounds: GoalGrounds | undefined;
}) {
  const t = useTexts("goals");
  const { facts } = goal.basis;
  const { analysis } = grounds ?? {};
  if (facts.length === 0) return null;
  return (
    <>
      <dt>{t("grounds.rests-on")}</dt>
      <dd>
        <ul className="plain-list">
          {facts.map(({ fact, text }) => (
            <li key={fact} lang={WRITTEN}>
              <FactText fact={analysis?.facts.find(({ id }) => id === fact) ?? { text, figure: null }} />
            </li>
          ))}
        </ul>
        {analysis ? (
          <Link href={`/arende/situation-analysis/${goal.body}/${goal.year}`}>
            {t("grounds.analysis", { year: goal.year })}
          </Link>
        ) : null}
      </dd>
    </>
  );
}

/** P-3: who works for a goal beside the one that leads it: what each does, who answers for that, and what it has reported. */
export function Contributions({
  goal,
  of,
}: {
  readonly goal: GoalView;
  readonly of: readonly Contribution[];
}) {
  const t = useTexts("goals");
  const { Reported } = useServing();
  return (
    <Section
      title={t("grounds.contributions")}
      lead={t("grounds.contributions-lead", { body: goal.bodyName })}
      cite="§1.1"
    >
      <ul className="plain-list stack">
        {of
          .filter((one) => one.goal === goal.id)
          .map(({ body, bodyName, what, responsibleName, decision }) => (
            <li key={body} className="sheet">
              <h3 className="ds-heading" data-size="2xs">
                <BodyName id={body} name={bodyName} />
              </h3>
              {what === null ? (
                <p className="quiet">{t("grounds.no-part-yet")}</p>
              ) : (
                <p lang={WRITTEN}>
                  {what} <span className="quiet">({responsibleName})</span>{" "}
                  {decision === null ? null : (
                    <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
                  )}
                </p>
              )}
              <Reported goal={goal} by={body} />
            </li>
          ))}
      </ul>
    </Section>
  );
}
