import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type DecisionInput, type MatterView, propose } from "../contract.ts";
import { type MayRegister, MeetingDialog } from "./meeting-dialog.tsx";
import { MeetingFields, useMeeting, withSign } from "./meeting-fields.tsx";
import { ReservationField, reservationsIn, VoteFields } from "./vote-fields.tsx";
import { useWhy, WhyFields } from "./why-fields.tsx";

/** What the secretary writes of the meeting at which the own organ decided what it proposes to the council (KL 5:26). */
export function ProposalDialog<C>({
  matter,
  may,
  onClose,
}: {
  readonly matter: MatterView<C>;
  readonly may: MayRegister;
  readonly onClose: () => void;
}) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(propose);
  const [meeting, setMeeting] = useMeeting();
  const [votes, setVotes] = useState<DecisionInput["votes"]>(null);
  const [reservations, setReservations] = useState("");
  const [tried, setTried] = useState(false);
  const why = useWhy(matter.id);
  const register = async () => {
    setTried(true);
    if (why.missing || Object.values(meeting).some(isBlank)) return;
    const done = await save({
      params: { id: matter.id },
      body: {
        revision: matter.version.revision,
        meeting: {
          ...meeting,
          paragraph: withSign(meeting.paragraph),
          votes,
          reservations: reservationsIn(reservations),
        },
        ...why.said,
      },
    });
    if (!done) return;
    toast(t("matter.proposal-dialog.registered"));
    onClose();
  };
  return (
    <MeetingDialog
      of="proposal-dialog"
      version={matter.version.number}
      may={may}
      saving={saving}
      problem={problem}
      onRegister={register}
      onClose={onClose}
    >
      <MeetingFields
        meeting={meeting}
        onChange={setMeeting}
        problem={problem}
        tried={tried}
        within="meeting."
      />
      <WhyFields of={why} problem={problem} tried={tried} />
      <VoteFields votes={votes} onChange={setVotes} problem={problem} within="meeting." />
      <ReservationField text={reservations} onChange={setReservations} problem={problem} within="meeting." />
    </MeetingDialog>
  );
}
