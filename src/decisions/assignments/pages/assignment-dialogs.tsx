import { type ReactNode, useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import type { Ask } from "../../../platform/ui/api.ts";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { DayField } from "../../course/pages/day-field.tsx";
import { withSign } from "../../pages/meeting-fields.tsx";
import { SaveDialog } from "../../pages/save-dialog.tsx";
import { type AssignmentView, answerAssignment, tellAssignment } from "../contract.ts";
import { ASSIGNMENT_LIMITS } from "../rules/assignment.ts";

interface Props {
  readonly view: AssignmentView;
  readonly onClose: () => void;
}

interface Fields {
  readonly text: string;
  readonly day: string;
  readonly paragraph: string;
}
const NOTHING: Fields = { text: "", day: "", paragraph: "" };

/** What a field beside the words knows: what is written, and whether somebody has tried to send it. */
interface Beside extends Fields {
  readonly set: (change: Partial<Fields>) => void;
  readonly tried: boolean;
  readonly problem: unknown;
}

/** What is said of an assignment is words and what belongs to them, sent at once. */
function SayingDialog<R extends typeof tellAssignment | typeof answerAssignment>({
  view,
  onClose,
  route,
  title,
  lead,
  words,
  wordsFirst = false,
  said,
  mayBeSilent = () => false,
  body,
  children,
}: Props & {
  readonly route: R;
  /** What it does, which its button says too. */
  readonly title: string;
  readonly lead: ReactNode;
  readonly words: { readonly label: string; readonly help?: string; readonly rows: number };
  /** Whether the words stand before what belongs to them. */
  readonly wordsFirst?: boolean;
  /** What is told when it is stored. */
  readonly said: string;
  /** Whether what else is given says enough. */
  readonly mayBeSilent?: (fields: Fields) => boolean;
  /** What is sent; undefined where something is missing. */
  readonly body: (fields: Fields) => Ask<R>["body"] | undefined;
  readonly children?: (beside: Beside) => ReactNode;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave<typeof tellAssignment | typeof answerAssignment>(route);
  const [fields, setFields] = useState(NOTHING);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const missing = isBlank(fields.text) && !mayBeSilent(fields);
  const beside = children?.({ ...fields, set, tried, problem });
  return (
    <SaveDialog
      title={title}
      lead={lead}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        const sent = missing ? undefined : body({ ...fields, text: fields.text.trim() });
        if (!sent || !(await save({ params: { id: view.id }, body: sent }))) return;
        toast(said);
        onClose();
      }}
    >
      {wordsFirst ? null : beside}
      <TextArea
        at="text"
        {...words}
        value={fields.text}
        onChange={(text) => set({ text })}
        maxLength={ASSIGNMENT_LIMITS.said}
        problem={problem}
        fault={tried && missing ? t("assignment.page.missing") : undefined}
      />
      {wordsFirst ? beside : null}
    </SaveDialog>
  );
}

/** What was done, and before which of the giver's meetings that is laid. */
export function ReportDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  const giver = view.giverName;
  return (
    <SayingDialog
      view={view}
      onClose={onClose}
      route={tellAssignment}
      title={t("assignment.page.report-back")}
      lead={<p>{t("assignment.page.report-lead", { giver })}</p>}
      words={{ label: t("assignment.page.report-text"), help: t("assignment.page.report-help"), rows: 5 }}
      wordsFirst
      said={t("assignment.page.reported", { giver })}
      body={({ text, day }) => (isDay(day) ? { sort: "reported", text, meetingDay: day as Day } : undefined)}
    >
      {({ day, set, tried, problem }) => (
        <DayField
          at="meetingDay"
          label={t("assignment.page.report-day")}
          value={day}
          onChange={(next) => set({ day: next })}
          tried={tried}
          problem={problem}
        />
      )}
    </SayingDialog>
  );
}

/** The giver closes it: at a meeting, or with a note where that is what there is to say. */
export function CloseDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  const reported = view.state === "reported";
  return (
    <SayingDialog
      view={view}
      onClose={onClose}
      route={answerAssignment}
      title={t("assignment.page.close")}
      lead={
        <>
          <p>{t("assignment.page.close-lead")}</p>
          <LastReport view={view} />
        </>
      }
      words={{
        label: t(reported ? "assignment.page.close-text-reported" : "assignment.page.close-text"),
        rows: 3,
      }}
      said={t("assignment.page.closed")}
      mayBeSilent={({ day }) => reported && day !== ""}
      body={({ text, day, paragraph }) => ({
        sort: "closed",
        text,
        meetingDay: isDay(day) ? (day as Day) : null,
        paragraph: isBlank(paragraph) ? null : withSign(paragraph.trim()),
      })}
    >
      {({ day, paragraph, set, problem }) => (
        <>
          <TextField
            at="meetingDay"
            type="date"
            label={t("assignment.page.close-day")}
            optional={t("assignment.page.optional")}
            value={day}
            onChange={(next) => set({ day: next })}
            problem={problem}
          />
          <TextField
            at="paragraph"
            label={t("assignment.page.close-paragraph")}
            help={t("matter.dialog.paragraph-help")}
            optional={t("assignment.page.optional")}
            value={paragraph}
            onChange={(next) => set({ paragraph: next })}
            maxLength={6}
            problem={problem}
          />
        </>
      )}
    </SayingDialog>
  );
}

/** The giver sends it back, and says what is missing. */
export function ReturnDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  return (
    <SayingDialog
      view={view}
      onClose={onClose}
      route={answerAssignment}
      title={t("assignment.page.return")}
      lead={<LastReport view={view} />}
      words={{ label: t("assignment.page.return-text"), help: t("assignment.page.return-help"), rows: 3 }}
      said={t("assignment.page.returned")}
      body={({ text }) => ({ sort: "returned", text })}
    />
  );
}

/** What was reported back, beside where one takes a stand on it. */
function LastReport({ view }: { readonly view: AssignmentView }) {
  const last = view.steps.findLast(({ sort }) => sort === "reported");
  return view.state === "reported" && last ? (
    <blockquote className="prose" lang={WRITTEN}>
      {last.text}
    </blockquote>
  ) : null;
}
