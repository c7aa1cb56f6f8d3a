import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import {
  type DecisionInput,
  getBeforeDecision,
  type MatterView,
  type ProposalText,
  propose,
} from "../contract.ts";
import { useChangesInWords } from "./differences-table.tsx";
import { type MayRegister, MeetingDialog } from "./meeting-dialog.tsx";
import { MeetingFields, useMeeting, withSign } from "./meeting-fields.tsx";
import { ReservationField, reservationsIn, VoteFields } from "./vote-fields.tsx";

const MAX_WHY = 4000;
const MAX_HEADING = 100;
const MAX_PERSPECTIVES = 12;

type Perspective = ProposalText["perspectives"][number];

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
  const before = useApi(getBeforeDecision, { params: { id: matter.id } });
  const inWords = useChangesInWords(matter.kind);
  const standing = before.data?.layings.findLast(({ why }) => why !== undefined)?.why;
  const suggested = before.data && (standing ?? inWords(before.data.differences, before.data.more));
  const [written, setWritten] = useState<string>();
  const why = written ?? suggested ?? "";
  const [perspectives, setPerspectives] = useState<readonly Perspective[]>([]);
  const whyMissing = suggested !== undefined && isBlank(why);
  const register = async () => {
    setTried(true);
    if (whyMissing || Object.values(meeting).some(isBlank)) return;
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
        ...(isBlank(why) ? {} : { why }),
        perspectives: perspectives.filter(({ heading, text }) => !isBlank(heading) && !isBlank(text)),
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
      <TextArea
        at="why"
        label={t("why.label")}
        help={t("why.help")}
        value={why}
        onChange={setWritten}
        maxLength={MAX_WHY}
        problem={problem}
        fault={tried && whyMissing ? t("why.missing") : undefined}
      />
      <PerspectiveFields perspectives={perspectives} onChange={setPerspectives} problem={problem} />
      <VoteFields votes={votes} onChange={setVotes} problem={problem} within="meeting." />
      <ReservationField text={reservations} onChange={setReservations} problem={problem} within="meeting." />
    </MeetingDialog>
  );
}

/** What it means seen from the children, equality, the environment: by the body's own headings, as many as it has. */
function PerspectiveFields({
  perspectives,
  onChange,
  problem,
}: {
  readonly perspectives: readonly Perspective[];
  readonly onChange: (perspectives: readonly Perspective[]) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  const write = (i: number, part: Partial<Perspective>) =>
    onChange(perspectives.map((one, at) => (at === i ? { ...one, ...part } : one)));
  return (
    <>
      {perspectives.map(({ heading, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are written in their order, and only added to
        <fieldset className="form" key={i}>
          <legend>{t("why.perspective", { number: i + 1 })}</legend>
          <TextField
            at={`perspectives.${i}.heading`}
            label={t("why.heading")}
            value={heading}
            onChange={(next) => write(i, { heading: next })}
            maxLength={MAX_HEADING}
            problem={problem}
          />
          <TextArea
            at={`perspectives.${i}.text`}
            label={t("why.text")}
            value={text}
            onChange={(next) => write(i, { text: next })}
            maxLength={MAX_WHY}
            problem={problem}
          />
        </fieldset>
      ))}
      {perspectives.length < MAX_PERSPECTIVES ? (
        <p>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() =>
              onChange([
                ...perspectives,
                { heading: perspectives.length === 0 ? t("why.children") : "", text: "" },
              ])
            }
          >
            {t("why.add")}
          </Button>
        </p>
      ) : null}
    </>
  );
}
