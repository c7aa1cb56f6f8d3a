import { useState } from "react";
import { ThreadLink } from "../../decisions/thread/pages/thread-link.tsx";
import { isBlank } from "../../kernel/written.ts";
import { askMay } from "../../organisation/contract.ts";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { KeptOffer } from "../../platform/ui/kept-offer.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { useKept } from "../../platform/ui/use-kept.ts";
import { answerLesson, type LessonView } from "../contract.ts";
import { lessonThing } from "../rules/lesson.ts";
import { loopOf } from "./lesson-view.ts";
import "./lessons.css";

/** One lesson with what became of it, and the way to answer it. */
export function LessonItem({ lesson }: { readonly lesson: LessonView }) {
  const t = useTexts("lessons");
  return (
    <li className="sheet lesson">
      <div className="row">
        <Status value={lesson.fate} word={t(`lesson.fate.${lesson.fate}`)} />
        <span className="quiet small">
          {t(`lesson.principle.${lesson.principle}`)} · {lesson.bodyName} · {lesson.noticedByName},{" "}
          <When at={lesson.noticedOn} />
        </span>
        <ThreadLink thing={lessonThing(lesson.id)} year={lesson.year} of={lesson.text} />
      </div>
      <p className="prose lesson-text" lang={WRITTEN}>
        {lesson.text}
      </p>
      <p className="prose">
        <span className="quiet">{t("page.lesson.effect")}</span> {lesson.effectForResidents}
      </p>
      {lesson.fromMatter ? (
        <p className="small">
          <Link href={`/arende/${lesson.fromMatter.replaceAll(":", "/")}`}>{t("page.lesson.from")}</Link>
        </p>
      ) : null}
      <Loop lesson={lesson} />
      {lesson.answer ? (
        <blockquote className="lesson-answer">
          <p className="prose" lang={WRITTEN}>
            {lesson.answer.text}
          </p>
          <footer className="quiet small">
            {lesson.answer.byName}, <When at={lesson.answer.on} />
          </footer>
        </blockquote>
      ) : (
        <Answer lesson={lesson} />
      )}
      {lesson.carried ? (
        <p className="prose">
          <span className="quiet">{t("page.lesson.use")}</span> {lesson.carried.use}
        </p>
      ) : null}
    </li>
  );
}

/** Noticed → answered → in the next situation analysis → decided: how far it has come, in words and signs (N-3). */
function Loop({ lesson }: { readonly lesson: LessonView }) {
  const t = useTexts("lessons");
  return (
    <ol className="loop" aria-label={t("page.loop.label")}>
      {loopOf(lesson).map(({ step, taken, href }) => (
        <li key={step} data-taken={taken || undefined}>
          <Icon name={taken ? "check" : "future"} size={18} />
          {href ? <Link href={href}>{t(`page.loop.${step}`)}</Link> : <span>{t(`page.loop.${step}`)}</span>}
          <span className="ds-sr-only">{t(taken ? "page.loop.taken" : "page.loop.to-come")}</span>
        </li>
      ))}
    </ol>
  );
}

/** The way to answer a lesson: those who answer for the body it is for may, once. */
export function Answer({ lesson }: { readonly lesson: Pick<LessonView, "id" | "body" | "noticedByName"> }) {
  const t = useTexts("lessons");
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [text, setText, kept] = useKept(`answer.${lesson.id}`, "");
  const may = useApi(askMay, { query: { action: "answer:lesson", body: lesson.body } }).data;
  const { save, saving, problem } = useSave(answerLesson);
  if (!open && text === "" && !kept.offer)
    return (
      <MayButton may={may} variant="secondary" onPress={() => setOpen(true)}>
        {t("page.answer.open")}
      </MayButton>
    );
  return (
    <div className="form">
      <ErrorSummary problem={problem} />
      {kept.offer ? (
        <KeptOffer from={kept.offer.from} onTake={kept.offer.take} onThrow={kept.offer.discard} />
      ) : null}
      <TextArea
        at={`answer.${lesson.id}`}
        label={t("page.answer.text")}
        help={t("page.answer.help", { who: lesson.noticedByName })}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={2000}
        problem={problem}
      />
      <MayButton
        may={may}
        busy={saving}
        blocked={isBlank(text) ? t("page.answer.empty") : undefined}
        onPress={async () => {
          const stored = await save({ params: { id: lesson.id }, body: { text } });
          if (!stored) return;
          kept.forget();
          toast(t("page.answer.sent"));
        }}
      >
        {t("page.answer.send")}
      </MayButton>
    </div>
  );
}
