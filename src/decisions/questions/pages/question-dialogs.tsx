import { type ReactNode, useState } from "react";
import { isBlank } from "../../../kernel/written.ts";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { SaveDialog } from "../../pages/save-dialog.tsx";
import { answerQuestion, askQuestion, type Question } from "../contract.ts";
import { MAX_ANSWER, QUESTION_LENGTH } from "../rules/questions.ts";

/** Where one who is to decide asks of a proposal: it is public at once. */
export function AskDialog({
  id,
  organ,
  onClose,
}: {
  readonly id: string;
  /** Before which the matter lies, by name. */
  readonly organ: string;
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(askQuestion);
  const isQuestion = (text: string) => text.trim().length >= QUESTION_LENGTH.min;
  return (
    <OneText
      title={t("question.ask")}
      lead={<p>{t("question.dialog-lead", { organ })}</p>}
      label={t("question.text")}
      help={t("question.text-help", QUESTION_LENGTH)}
      max={QUESTION_LENGTH.max}
      faultOf={(text) => (isQuestion(text) ? undefined : t("question.missing", QUESTION_LENGTH))}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async (text) => {
        if (!(await save({ params: { id }, body: { text } }))) return;
        toast(t("question.asked"));
        onClose();
      }}
    />
  );
}

/** Where those who prepare a matter answer what was asked of it. */
export function AnswerDialog({
  id,
  question,
  onClose,
}: {
  readonly id: string;
  readonly question: Question;
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(answerQuestion);
  return (
    <OneText
      title={t("question.answer-title")}
      lead={
        <blockquote className="question-text" lang={WRITTEN}>
          {question.text}
        </blockquote>
      }
      label={t("question.answer-text")}
      help={t("question.answer-help")}
      max={MAX_ANSWER}
      send={t("question.answer")}
      faultOf={(text) => (isBlank(text) ? t("question.answer-missing") : undefined)}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async (text) => {
        if (!(await save({ params: { id, number: question.number }, body: { text } }))) return;
        toast(t("question.answered"));
        onClose();
      }}
    />
  );
}

function OneText({
  title,
  lead,
  label,
  help,
  max,
  send,
  faultOf,
  saving,
  problem,
  onSend,
  onClose,
}: {
  readonly title: string;
  readonly lead: ReactNode;
  readonly label: string;
  readonly help: string;
  readonly max: number;
  readonly send?: string | undefined;
  /** What is wrong with the text; undefined where it can be sent. */
  readonly faultOf: (text: string) => string | undefined;
  readonly saving: boolean;
  readonly problem: unknown;
  readonly onSend: (text: string) => Promise<void>;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const fault = faultOf(text);
  const press = async () => {
    setTried(true);
    if (fault === undefined) await onSend(text);
  };
  return (
    <SaveDialog
      title={title}
      send={send}
      lead={lead}
      saving={saving}
      problem={problem}
      onSend={press}
      onClose={onClose}
    >
      <TextArea
        at="text"
        label={label}
        help={help}
        value={text}
        onChange={setText}
        rows={5}
        maxLength={max}
        problem={problem}
        fault={tried ? fault : undefined}
      />
    </SaveDialog>
  );
}
