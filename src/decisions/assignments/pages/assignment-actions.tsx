import { useState } from "react";
import { type Day, isDay } from "../../../kernel/day.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { Instead } from "../../../platform/ui/instead.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { DayField } from "../../course/pages/day-field.tsx";
import { FoldedForm } from "../../course/pages/folded-form.tsx";
import { ReasonField } from "../../course/pages/reason-field.tsx";
import { type AssignmentView, answerAssignment, tellAssignment } from "../contract.ts";
import { canBeWritten } from "../rules/assignment.ts";
import { CloseDialog, ReportDialog, ReturnDialog } from "./assignment-dialogs.tsx";

/**
 * What one does with an assignment: who has it tells how it goes, the organ that gave it takes a stand on what is reported back. The
 * first button is what is asked of the one who looks; who may nothing is told who may.
 */
export function AssignmentActions({ view }: { readonly view: AssignmentView }) {
  const signedIn = useSession()?.person != null;
  const { tell, answer } = view.may;
  if (!signedIn || view.state === "closed") return null;
  if (!tell.allowed && !answer.allowed)
    return (
      <p className="quiet">
        <Instead ask={tell.ask} nearest={tell.nearest} />
      </p>
    );
  return (
    <div className="stack no-print">
      {tell.allowed ? <Telling view={view} /> : null}
      {answer.allowed ? <Answering view={view} /> : null}
    </div>
  );
}

function Telling({ view }: { readonly view: AssignmentView }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(tellAssignment);
  const [reporting, setReporting] = useState(false);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { id, state } = view;
  const may = view.may.tell;
  if (!canBeWritten("note", state)) return null;
  return (
    <>
      <div className="row">
        <MayButton may={may} onPress={() => setReporting(true)}>
          {t("assignment.page.report-back")}
        </MayButton>
        {canBeWritten("begun", state) ? (
          <MayButton
            may={may}
            variant="secondary"
            busy={saving}
            onPress={async () => {
              if (await save({ params: { id }, body: { sort: "begun" } })) toast(t("assignment.page.begun"));
            }}
          >
            {t("assignment.page.begin")}
          </MayButton>
        ) : null}
      </div>
      <FoldedForm
        title={t("assignment.page.note")}
        button={t("assignment.page.note")}
        saving={saving}
        problem={problem}
        onSend={async () => {
          setTried(true);
          if (isBlank(note)) return;
          if (!(await save({ params: { id }, body: { sort: "note", text: note.trim() } }))) return;
          toast(t("assignment.page.noted"));
          setNote("");
          setTried(false);
        }}
      >
        <ReasonField
          at="note-text"
          label={t("assignment.page.note-text")}
          value={note}
          onChange={setNote}
          tried={tried}
          problem={problem}
        />
      </FoldedForm>
      {reporting ? <ReportDialog view={view} onClose={() => setReporting(false)} /> : null}
    </>
  );
}

function Answering({ view }: { readonly view: AssignmentView }) {
  const t = useTexts("decisions");
  const [open, setOpen] = useState<"close" | "return">();
  const may = view.may.answer;
  const reported = view.state === "reported";
  return (
    <>
      <div className="row">
        <MayButton may={may} variant={reported ? "primary" : "secondary"} onPress={() => setOpen("close")}>
          {t("assignment.page.close")}
        </MayButton>
        {canBeWritten("returned", view.state) ? (
          <MayButton may={may} variant="secondary" onPress={() => setOpen("return")}>
            {t("assignment.page.return")}
          </MayButton>
        ) : null}
      </div>
      {canBeWritten("moved", view.state) ? <MoveForm view={view} /> : null}
      {open === "close" ? <CloseDialog view={view} onClose={() => setOpen(undefined)} /> : null}
      {open === "return" ? <ReturnDialog view={view} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

function MoveForm({ view }: { readonly view: AssignmentView }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(answerAssignment);
  const [due, setDue] = useState("");
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("assignment.page.move")}
      button={t("assignment.page.move")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (!isDay(due) || isBlank(why)) return;
        const body = { sort: "moved" as const, due: due as Day, text: why.trim() };
        if (!(await save({ params: { id: view.id }, body }))) return;
        toast(t("assignment.page.moved"));
        setDue("");
        setWhy("");
        setTried(false);
      }}
    >
      <DayField
        at="due"
        label={t("assignment.page.move-to")}
        value={due}
        onChange={setDue}
        tried={tried}
        problem={problem}
      />
      <ReasonField
        at="move-why"
        label={t("assignment.page.move-why")}
        value={why}
        onChange={setWhy}
        tried={tried}
        problem={problem}
      />
    </FoldedForm>
  );
}
