import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
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

/** What was done, and before which of the giver's meetings that is laid. */
export function ReportDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(tellAssignment);
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [tried, setTried] = useState(false);
  const giver = view.giverName;
  return (
    <SaveDialog
      title={t("assignment.page.report-back")}
      lead={<p>{t("assignment.page.report-lead", { giver })}</p>}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (isBlank(text) || !isDay(day)) return;
        const body = { sort: "reported" as const, text: text.trim(), meetingDay: day as Day };
        if (!(await save({ params: { id: view.id }, body }))) return;
        toast(t("assignment.page.reported", { giver }));
        onClose();
      }}
    >
      <TextArea
        at="text"
        label={t("assignment.page.report-text")}
        help={t("assignment.page.report-help")}
        value={text}
        onChange={setText}
        rows={5}
        maxLength={ASSIGNMENT_LIMITS.said}
        problem={problem}
        fault={tried && isBlank(text) ? t("assignment.page.missing") : undefined}
      />
      <DayField
        at="meetingDay"
        label={t("assignment.page.report-day")}
        value={day}
        onChange={setDay}
        tried={tried}
        problem={problem}
      />
    </SaveDialog>
  );
}

/** The giver closes it: at a meeting, or with a note where that is what there is to say. */
export function CloseDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(answerAssignment);
  const reported = view.state === "reported";
  const [text, setText] = useState("");
  const [day, setDay] = useState("");
  const [paragraph, setParagraph] = useState("");
  const [tried, setTried] = useState(false);
  const missing = isBlank(text) && (!reported || day === "");
  return (
    <SaveDialog
      title={t("assignment.page.close")}
      lead={
        <>
          <p>{t("assignment.page.close-lead")}</p>
          <LastReport view={view} />
        </>
      }
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (missing) return;
        const body = {
          sort: "closed" as const,
          text: text.trim(),
          meetingDay: isDay(day) ? (day as Day) : null,
          paragraph: isBlank(paragraph) ? null : withSign(paragraph.trim()),
        };
        if (!(await save({ params: { id: view.id }, body }))) return;
        toast(t("assignment.page.closed"));
        onClose();
      }}
    >
      <TextField
        at="meetingDay"
        type="date"
        label={t("assignment.page.close-day")}
        optional={t("assignment.page.optional")}
        value={day}
        onChange={setDay}
        problem={problem}
      />
      <TextField
        at="paragraph"
        label={t("assignment.page.close-paragraph")}
        help={t("matter.dialog.paragraph-help")}
        optional={t("assignment.page.optional")}
        value={paragraph}
        onChange={setParagraph}
        maxLength={6}
        problem={problem}
      />
      <TextArea
        at="text"
        label={t(reported ? "assignment.page.close-text-reported" : "assignment.page.close-text")}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={ASSIGNMENT_LIMITS.said}
        problem={problem}
        fault={tried && missing ? t("assignment.page.missing") : undefined}
      />
    </SaveDialog>
  );
}

/** The giver sends it back, and says what is missing. */
export function ReturnDialog({ view, onClose }: Props) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(answerAssignment);
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <SaveDialog
      title={t("assignment.page.return")}
      lead={<LastReport view={view} />}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        if (isBlank(text)) return;
        const body = { sort: "returned" as const, text: text.trim() };
        if (!(await save({ params: { id: view.id }, body }))) return;
        toast(t("assignment.page.returned"));
        onClose();
      }}
    >
      <TextArea
        at="text"
        label={t("assignment.page.return-text")}
        help={t("assignment.page.return-help")}
        value={text}
        onChange={setText}
        rows={3}
        maxLength={ASSIGNMENT_LIMITS.said}
        problem={problem}
        fault={tried && isBlank(text) ? t("assignment.page.missing") : undefined}
      />
    </SaveDialog>
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
