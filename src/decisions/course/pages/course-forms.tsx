import { type ReactNode, useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { type CourseInput, type CourseView, writeCourse } from "../contract.ts";
import { COURSE_STATES, type CourseState, reasonWanted } from "../rules/course.ts";
import { DayField } from "./day-field.tsx";
import { FoldedForm } from "./folded-form.tsx";
import { ReasonField } from "./reason-field.tsx";

interface Props {
  readonly view: CourseView;
}

/** A form that writes one thing of a course; `send` gives what is written, or nothing where something is missing. */
function Form({
  title,
  said,
  open,
  send,
  onDone,
  children,
}: {
  readonly title: string;
  /** What is said when it is stored. */
  readonly said: string;
  readonly open?: boolean;
  readonly send: () => CourseInput | undefined;
  readonly onDone: () => void;
  readonly children: (problem: unknown) => ReactNode;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(writeCourse);
  return (
    <FoldedForm
      title={title}
      button={t("course.save")}
      {...(open ? { open } : {})}
      saving={saving}
      problem={problem}
      onSend={async () => {
        const body = send();
        if (!body || !(await save({ body }))) return;
        onDone();
        toast(said);
      }}
    >
      {children(problem)}
    </FoldedForm>
  );
}

export function StateForm({ view }: Props) {
  const t = useTexts("decisions");
  const [state, setState] = useState<CourseState>(view.state ?? "not-begun");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const wanted = reasonWanted({ sort: "state", value: state }, view.what) !== undefined;
  return (
    <Form
      title={t("course.set-state")}
      said={t("course.state-saved")}
      open
      send={() => {
        setTried(true);
        if (wanted && isBlank(reason)) return undefined;
        const { thing } = view;
        return { thing, sort: "state", value: state, ...(isBlank(reason) ? {} : { reason: reason.trim() }) };
      }}
      onDone={() => {
        setReason("");
        setTried(false);
      }}
    >
      {(problem) => (
        <>
          <SelectField
            at="value"
            label={t("course.new-state")}
            value={state}
            onChange={(next) => setState(next as CourseState)}
            options={COURSE_STATES.map((value) => ({ value, label: t(`course.state.${value}`) }))}
            problem={problem}
          />
          <ReasonField
            at="reason"
            label={t("course.state-reason")}
            value={reason}
            onChange={setReason}
            tried={tried && wanted}
            problem={problem}
          />
        </>
      )}
    </Form>
  );
}

export function DateForm({ view }: Props) {
  const t = useTexts("decisions");
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <Form
      title={t("course.move")}
      said={t("course.moved")}
      send={() => {
        setTried(true);
        if (!isDay(day) || isBlank(reason)) return undefined;
        return { thing: view.thing, sort: "date", value: day as Day, reason: reason.trim() };
      }}
      onDone={() => {
        setDay("");
        setReason("");
        setTried(false);
      }}
    >
      {(problem) => (
        <>
          <DayField at="moved-day" label={t("course.new-day")} value={day} onChange={setDay} tried={tried} />
          <ReasonField
            at="moved-reason"
            value={reason}
            onChange={setReason}
            tried={tried}
            problem={problem}
          />
        </>
      )}
    </Form>
  );
}

export function NoteForm({ view }: Props) {
  const t = useTexts("decisions");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <Form
      title={t("course.note")}
      said={t("course.noted")}
      send={() => {
        setTried(true);
        return isBlank(note) ? undefined : { thing: view.thing, sort: "note", value: note.trim() };
      }}
      onDone={() => {
        setNote("");
        setTried(false);
      }}
    >
      {() => (
        <TextArea
          at="note"
          label={t("course.note-label")}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={setNote}
          fault={tried && isBlank(note) ? t("course.missing") : undefined}
        />
      )}
    </Form>
  );
}

/** What a measure has given so far, tkr (U-8). */
export function EffectForm({ view }: Props) {
  const t = useTexts("decisions");
  const [tkr, setTkr] = useState<number | null>(view.effectTkr);
  const [tried, setTried] = useState(false);
  return (
    <Form
      title={t("course.effect")}
      said={t("course.effect-saved")}
      send={() => {
        setTried(true);
        return tkr === null ? undefined : { thing: view.thing, sort: "effect", value: tkr };
      }}
      onDone={() => setTried(false)}
    >
      {(problem) => (
        <>
          <AmountField
            at="effect"
            label={t("course.effect-label")}
            value={tkr}
            min={0}
            empty
            onChange={setTkr}
            fault={t("course.effect-fault")}
            problem={problem}
          />
          {tried && tkr === null ? <p role="alert">{t("course.effect-fault")}</p> : null}
        </>
      )}
    </Form>
  );
}
