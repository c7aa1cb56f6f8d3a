import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { listQuestions, type Question } from "../contract.ts";
import { AnswerDialog, AskDialog } from "./question-dialogs.tsx";
import "./questions.css";

/**
 * What is asked of what lies before the body and what is answered, and where one asks and answers oneself. Nothing where nothing was
 * asked and the matter lies before no body.
 */
export function Questions({ id }: { readonly id: string }) {
  const t = useTexts("decisions");
  const listed = useApi(listQuestions, { params: { id } });
  const signedIn = useSession()?.person != null;
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<Question>();
  const { before, questions = [] } = listed.data ?? {};
  if (listed.data && !before && questions.length === 0) return null;
  return (
    <Section id="fragor" title={t("question.title")} lead={t("question.lead")} cite="§3.2">
      <Loaded of={listed}>
        {() => (
          <div className="stack">
            {questions.length === 0 ? <p className="quiet">{t("question.none")}</p> : null}
            {questions.length > 0 ? (
              <ol className="questions">
                {questions.map((one) => (
                  <li key={one.number}>
                    <One
                      one={one}
                      onAnswer={before?.mayAnswer.allowed ? () => setAnswering(one) : undefined}
                    />
                  </li>
                ))}
              </ol>
            ) : null}
            {before && signedIn ? (
              <div className="no-print">
                <MayButton variant="secondary" may={before.mayAsk} onPress={() => setAsking(true)}>
                  {t("question.ask")}
                </MayButton>
              </div>
            ) : null}
            {before && asking ? (
              <AskDialog id={id} organ={before.organ} onClose={() => setAsking(false)} />
            ) : null}
            {answering ? (
              <AnswerDialog id={id} question={answering} onClose={() => setAnswering(undefined)} />
            ) : null}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function One({
  one: { text, askedBy, askedOn, answer },
  onAnswer,
}: {
  readonly one: Question;
  /** For those who prepare the matter, while it awaits its decision. */
  readonly onAnswer: (() => void) | undefined;
}) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const by = (who: string, day: string) => t("question.by", { who, day: dayText(day, language) });
  return (
    <article className="question">
      <p className="question-text" lang={WRITTEN}>
        {text}
      </p>
      <p className="quiet small">{by(askedBy, askedOn)}</p>
      {answer ? (
        <div className="question-answer">
          <p>
            <strong className="small">{t("question.answer-label")}</strong>{" "}
            <span className="quiet small">{by(answer.answeredBy, answer.answeredOn)}</span>
          </p>
          <p className="question-text" lang={WRITTEN}>
            {answer.text}
          </p>
        </div>
      ) : (
        <p className="row">
          <Status value="proposed" word={t("question.waits")} />
          {onAnswer ? (
            <Button
              className="no-print"
              variant="secondary"
              data-size="sm"
              aria-label={t("question.answer-of", { text })}
              onClick={onAnswer}
            >
              {t("question.answer")}
            </Button>
          ) : null}
        </p>
      )}
    </article>
  );
}
