import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Dialog } from "../../platform/ui/dialog.tsx";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type MatterView, propose } from "../contract.ts";
import { MeetingFields, organOfPost, withSign } from "./meeting-fields.tsx";

/** What the secretary writes of the meeting at which the own organ decided what it proposes to the council (KL 5:26). */
export function ProposalDialog<C>({
  matter,
  may,
  onClose,
}: {
  readonly matter: MatterView<C>;
  readonly may: Extract<MayAnswer, { allowed: true }> & { readonly post?: string };
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const session = useSession();
  const { save, saving, problem } = useSave(propose);
  const [meeting, setMeeting] = useState({ decidedOn: session?.present ?? "", paragraph: "", reference: "" });
  const [tried, setTried] = useState(false);
  const register = async () => {
    setTried(true);
    if (Object.values(meeting).some(isBlank)) return;
    const done = await save({
      params: { id: matter.id },
      body: {
        revision: matter.version.revision,
        meeting: { ...meeting, paragraph: withSign(meeting.paragraph) },
      },
    });
    if (!done) return;
    toast(t("matter.proposal-dialog.registered"));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("matter.proposal-dialog.title")}
      footer={
        <>
          <Button loading={saving} onClick={() => void (saving || register())}>
            {t("matter.proposal-dialog.register")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>
          {t("matter.proposal-dialog.lead", {
            organ: organOfPost(session, may.post),
            version: matter.version.number,
          })}{" "}
          {t("matter.dialog.mandate", { source: may.source, cite: may.cite })}
        </p>
        <ErrorSummary problem={problem} />
        <MeetingFields
          meeting={meeting}
          onChange={setMeeting}
          problem={problem}
          tried={tried}
          within="meeting."
        />
      </div>
    </Dialog>
  );
}
