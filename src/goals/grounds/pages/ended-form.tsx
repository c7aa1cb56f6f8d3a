import { numberText } from "../../../kernel/format.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { GoalEvaluation } from "../../contract.ts";
import { aimText } from "../../indicators/rules/aim.ts";
import { decimalsOf } from "../../indicators/rules/decimals.ts";
import { JudgementFields } from "../../vision/pages/judgement-fields.tsx";
import type { GoalGrounds } from "../contract.ts";

type Ended = GoalGrounds["ended"][number];

/** V-6: longer goals whose year has come are judged, with what that rests on, before the next year's goals are decided. */
export function EndedForm({
  ended,
  evaluations,
  onChange,
}: {
  readonly ended: readonly Ended[];
  readonly evaluations: readonly GoalEvaluation[];
  readonly onChange: (evaluations: readonly GoalEvaluation[]) => void;
}) {
  const t = useTexts("goals");
  if (ended.length === 0) return null;
  return (
    <Section title={t("grounds.ended")} lead={t("grounds.ended-lead")} cite="§2.1">
      {ended.map((goal) => {
        const index = evaluations.findIndex((row) => row.goal === goal.goal);
        const row: GoalEvaluation = evaluations[index] ?? { ...goal, judgement: null, grounds: "" };
        return (
          <section key={goal.goal} className="sheet goal-form" aria-label={goal.wording}>
            <header>
              <h3 className="ds-heading" data-size="xs" lang={WRITTEN}>
                {goal.wording}
              </h3>
              <p className="quiet small">{t("grounds.ended-year", { year: goal.targetYear })}</p>
            </header>
            <Measured of={goal} />
            <JudgementFields
              at={`evaluations.${index === -1 ? evaluations.length : index}`}
              value={row}
              onChange={(judged) =>
                onChange(
                  index === -1
                    ? [...evaluations, { ...row, ...judged }]
                    : evaluations.map((other, i) => (i === index ? { ...other, ...judged } : other)),
                )
              }
            />
          </section>
        );
      })}
    </Section>
  );
}

/** How a goal was measured when it was last known: fetched, never typed. */
export function Measured({ of }: { readonly of: Pick<GoalEvaluation, "measured"> }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const say = (value: number) => numberText(value, language, decimalsOf(value));
  if (of.measured.length === 0) return null;
  return (
    <ul className="measured">
      {of.measured.map(({ name, unit, value, status, ...aim }) => (
        <li key={name} className="row">
          <Status value={status} />
          <span lang={WRITTEN}>
            {t(value === null ? "grounds.not-measured" : "grounds.measured", {
              name,
              unit,
              value: value === null ? "" : say(value),
              target: aimText(aim, say),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
