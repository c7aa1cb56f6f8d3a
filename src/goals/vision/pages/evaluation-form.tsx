import { Button } from "@digdir/designsystemet-react";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Evaluation, StrategicGoal } from "../contract.ts";
import { adjustmentOf } from "../rules/strategic-goals.ts";
import { JudgementFields } from "./judgement-fields.tsx";
import { useOutcomeText } from "./use-outcome-text.ts";

type Row = Evaluation["rows"][number];

/** V-2: each goal in force is judged with its grounds, beside how the body goals under it went; then it is kept, reworded or ended. */
export function EvaluationForm({
  evaluation,
  goals,
  former,
  onChange,
  onTakeBack,
}: {
  readonly evaluation: Evaluation;
  readonly goals: readonly StrategicGoal[];
  readonly former: readonly StrategicGoal[];
  readonly onChange: (evaluation: Evaluation) => void;
  readonly onTakeBack: (goal: StrategicGoal) => void;
}) {
  const t = useTexts("goals");
  const set = (goal: string, change: Partial<Row>) =>
    onChange({
      ...evaluation,
      rows: evaluation.rows.map((row) => (row.goal === goal ? { ...row, ...change } : row)),
    });
  return (
    <Section
      title={t("strategic-edit.evaluation-section")}
      lead={t("strategic-edit.evaluation-lead")}
      cite="§2.1"
    >
      {evaluation.rows.map((row, i) => {
        const adjusted = adjustmentOf(row, goals);
        const was = former.find(({ id }) => id === row.goal);
        return (
          <section key={row.goal} className="sheet governing-form" aria-label={row.name}>
            <header className="row">
              <h3 className="ds-heading" data-size="xs" lang={WRITTEN}>
                {row.name}
              </h3>
              <span className="row">
                <strong>{t(`governing.${adjusted}`)}</strong>
                {adjusted === "ended" && was ? (
                  <Button variant="tertiary" data-size="sm" onClick={() => onTakeBack(was)}>
                    {t("strategic-edit.take-back")}
                  </Button>
                ) : null}
              </span>
            </header>
            <p className="prose" lang={WRITTEN}>
              {row.text}
            </p>
            <Outcomes row={row} fetched={evaluation.before !== null} />
            <JudgementFields
              at={`evaluation.rows.${i}`}
              value={row}
              onChange={(judged) => set(row.goal, judged)}
            />
            {adjusted === "kept" ? null : (
              <TextArea
                at={`evaluation.rows.${i}.why`}
                label={t("strategic-edit.why")}
                value={row.why}
                onChange={(why) => set(row.goal, { why })}
                rows={2}
                maxLength={4000}
              />
            )}
          </section>
        );
      })}
    </Section>
  );
}

/** What is known of how it went: fetched, never typed. */
function Outcomes({ row, fetched }: { readonly row: Row; readonly fetched: boolean }) {
  const t = useTexts("goals");
  const outcomeText = useOutcomeText();
  if (row.outcomes.length === 0)
    return (
      <p className="quiet">{fetched ? t("strategic-edit.no-outcome") : t("strategic-edit.outcome-later")}</p>
    );
  return (
    <ul className="plain-list">
      {row.outcomes.map((one) => (
        <li key={one.year}>{outcomeText(one)}</li>
      ))}
    </ul>
  );
}
