import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { askMay } from "../../../organisation/contract.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import type { DecisionShape } from "../../contract.ts";
import { SaveDialog } from "../../pages/save-dialog.tsx";
import { giveAssignments, listAssignments } from "../contract.ts";
import { ASSIGNMENT } from "../kind.ts";
import { GIVERS } from "../rules/assignment.ts";
import { AssignmentFields, assignmentsToSend, withOneMore } from "./assignment-fields.tsx";
import { AssignmentItems } from "./assignment-items.tsx";

type Shown = Pick<DecisionShape, "number" | "organId" | "organ" | "decidedOn" | "paragraph">;

/** What a decision asked of somebody, and where those who may give more of it; nothing where the organ gives none. */
export function DecisionAssignments({ decision }: { readonly decision: Shown }) {
  const t = useTexts("decisions");
  const { bodies } = useBodies();
  const signedIn = useSession()?.person != null;
  const gives = bodies.some(({ id, kind }) => id === decision.organId && GIVERS.includes(kind));
  const given = useApi(listAssignments, { query: { decision: decision.number } });
  const may = useApi(
    askMay,
    { query: { action: `edit:${ASSIGNMENT.object}`, body: decision.organId } },
    { when: gives && signedIn },
  ).data;
  const [giving, setGiving] = useState(false);
  const all = given.data ?? [];
  if (all.length === 0 && !may?.allowed) return null;
  return (
    <Section id="uppdrag" title={t("assignment.decision.title")} cite="§3.2">
      <div className="stack">
        {all.length === 0 ? <p className="quiet">{t("assignment.decision.none")}</p> : null}
        <AssignmentItems all={all} />
        {may?.allowed ? (
          <div className="no-print">
            <MayButton may={may} variant="secondary" onPress={() => setGiving(true)}>
              {t("assignment.form.give")}
            </MayButton>
          </div>
        ) : null}
      </div>
      {giving ? <GiveDialog decision={decision} onClose={() => setGiving(false)} /> : null}
    </Section>
  );
}

/** Where an organ's secretary registers what the decision asked, when it was not registered with it. */
function GiveDialog({ decision, onClose }: { readonly decision: Shown; readonly onClose: () => void }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(giveAssignments);
  const [all, setAll] = useState(() => withOneMore([]));
  const [tried, setTried] = useState(false);
  const { organ, organId, number, paragraph, decidedOn } = decision;
  return (
    <SaveDialog
      title={t("assignment.form.give")}
      lead={<p>{t("assignment.form.give-lead", { organ, day: dayText(decidedOn, language), paragraph })}</p>}
      saving={saving}
      problem={problem}
      onClose={onClose}
      onSend={async () => {
        setTried(true);
        const assignments = assignmentsToSend(all);
        if (!assignments?.length) return;
        if (!(await save({ params: { body: organId }, body: { decision: number, assignments } }))) return;
        toast(t("assignment.form.given"));
        onClose();
      }}
    >
      <AssignmentFields all={all} onChange={setAll} tried={tried} problem={problem} />
    </SaveDialog>
  );
}
