import { Button } from "@digdir/designsystemet-react";
import { getLessonsToCarry, type LessonToCarry } from "../../../lessons/contract.ts";
import { Answer } from "../../../lessons/pages/lesson-item.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import type { SituationAnalysis } from "../contract.ts";
import "./analyses.css";

type Taken = SituationAnalysis["lessons"][number];

/** Lessons that wait are taken in, with what is done with each, or answered here (N-3). */
export function LessonsPart({
  body,
  taken,
  onChange,
}: {
  readonly body: string;
  readonly taken: readonly Taken[];
  readonly onChange: (taken: readonly Taken[]) => void;
}) {
  const t = useTexts("goals");
  const waiting = useApi(getLessonsToCarry, { params: { body } });
  return (
    <Section title={t("analysis.lessons")} lead={t("analysis.lesson-part.lead")} id="lardomar" cite="§2.6">
      {taken.map((one, index) => (
        <fieldset key={one.lesson} className="analysis-card">
          <legend>{t("analysis.lesson-part.taken")}</legend>
          <p className="prose" lang={WRITTEN}>
            {one.text}
          </p>
          <TextArea
            at={`lessons.${index}.use`}
            label={t("analysis.lesson-part.use")}
            value={one.use}
            onChange={(use) =>
              onChange(taken.map((row) => (row.lesson === one.lesson ? { ...row, use } : row)))
            }
            rows={2}
            maxLength={4000}
          />
          <div>
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() => onChange(taken.filter(({ lesson }) => lesson !== one.lesson))}
            >
              {t("analysis.lesson-part.leave")}
            </Button>
          </div>
        </fieldset>
      ))}
      <Loaded of={waiting}>
        {(all) => {
          const left = all.filter(({ lesson }) => !taken.some((one) => one.lesson === lesson));
          if (left.length === 0)
            return taken.length > 0 ? null : <EmptyState title={t("analysis.lesson-part.none")} />;
          return (
            <ul className="plain-list stack">
              {left.map((lesson) => (
                <Waiting
                  key={lesson.lesson}
                  lesson={lesson}
                  onTake={() => onChange([...taken, { lesson: lesson.lesson, text: lesson.text, use: "" }])}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Waiting({ lesson, onTake }: { readonly lesson: LessonToCarry; readonly onTake: () => void }) {
  const t = useTexts("goals");
  const { text, effectForResidents, noticedByName, noticedOn, answered } = lesson;
  return (
    <li className="analysis-card">
      <p className="prose" lang={WRITTEN}>
        {text}
      </p>
      <p className="quiet small">
        <span lang={WRITTEN}>{effectForResidents}</span> {noticedByName}, <When at={noticedOn} />
        {answered ? ` · ${t("analysis.lesson-part.answered")}` : ""}
      </p>
      <div className="row">
        <Button variant="secondary" data-size="sm" onClick={onTake}>
          {t("analysis.lesson-part.take")}
        </Button>
        {answered ? null : <Answer lesson={{ id: lesson.lesson, body: lesson.body, noticedByName }} />}
      </div>
    </li>
  );
}
