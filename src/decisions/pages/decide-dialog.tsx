import { useState } from "react";
import type { z } from "zod";
import { isDay } from "../../kernel/day.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { isBlank } from "../../kernel/written.ts";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import {
  AssignmentFields,
  assignmentsToSend,
  type WrittenAssignment,
} from "../assignments/pages/assignment-fields.tsx";
import { GIVERS } from "../assignments/rules/assignment.ts";
import { askDeciding, type DecisionInput, decide, type MatterView } from "../contract.ts";
import { listCounterProposals } from "../counter/contract.ts";
import { EXEMPTION_CITES, EXEMPTIONS, type Exemption, REASON_LENGTH } from "../rules/preparation.ts";
import { type MayRegister, MeetingDialog } from "./meeting-dialog.tsx";
import { MeetingFields, useMeeting, withSign } from "./meeting-fields.tsx";
import { type ShownRemark, useRemarkText } from "./remarks.tsx";
import { isSentence, SentenceField } from "./sentence-field.tsx";
import { ReservationField, reservationsIn, VoteFields } from "./vote-fields.tsx";

type Asked = z.output<(typeof askDeciding)["returns"]>;

interface DecideDialogProps {
  readonly matter: MatterView<unknown>;
  readonly chapter: string;
  readonly may: MayRegister;
  readonly onClose: () => void;
}

const MAX_REASON = 4000;
const MAX_MOTION = 2000;

/**
 * What the secretary writes of the meeting: what was decided is the version on the screen, to the letter. What the day, the
 * organ and the proposal ask for is the server's to say, and asked again when the day is another.
 */
export function DecideDialog({ matter, chapter, may, onClose }: DecideDialogProps) {
  const t = useTexts("decisions");
  const remarkText = useRemarkText(chapter);
  const toast = useToast();
  const { save, saving, saved, problem } = useSave(decide);
  const [meeting, setMeeting] = useMeeting();
  const [exemption, setExemption] = useState<Exemption>();
  const [motion, setMotion] = useState("");
  const [adopts, setAdopts] = useState<number>();
  const [sentence, setSentence] = useState<string>();
  const [votes, setVotes] = useState<DecisionInput["votes"]>(null);
  const [reservations, setReservations] = useState("");
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [assignments, setAssignments] = useState<readonly WrittenAssignment[]>([]);
  const [tried, setTried] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const day = isDay(meeting.decidedOn) ? meeting.decidedOn : undefined;
  const asking = useApi(
    askDeciding,
    {
      params: { id: matter.id },
      query: {
        version: matter.version.number,
        decidedOn: day ?? "2000-01-01",
        ...(exemption ? { exemption } : {}),
      },
    },
    // What is decided has nothing left to ask for
    { when: day !== undefined && !saving && !saved },
  );
  const asked = day === undefined ? undefined : asking.data;
  const found = reasonsOf(asked);
  const exempts = needsExemption(asked) || exemption !== undefined;
  const dayFault = dayFaultIn(asked);

  const register = async () => {
    setTried(true);
    if (day === undefined) return;
    setWaiting(true);
    const asks = await asking.arrived();
    setWaiting(false);
    if (!asks || dayFaultIn(asks)) return;
    const reasoned = reasonsOf(asks).map(({ remark: { code } }) => code);
    const exempted = needsExemption(asks) || exemption !== undefined;
    const needed = [
      ...Object.values(meeting),
      ...reasoned.map((code) => ownValue(reasons, code)),
      ...(exempted ? [exemption] : []),
      ...(asks.change ? [motion] : []),
    ];
    const said = sentence ?? asks.sentence;
    const given = assignmentsToSend(assignments);
    if (needed.some((text) => isBlank(text)) || !isSentence(said) || !given) return;
    const stored = await save({
      body: {
        matter: matter.id,
        version: matter.version.number,
        revision: matter.version.revision,
        ...meeting,
        decidedOn: day,
        paragraph: withSign(meeting.paragraph),
        sentence: said,
        votes,
        reservations: reservationsIn(reservations),
        reasons: Object.fromEntries(reasoned.map((code) => [code, ownValue(reasons, code) ?? ""])),
        ...(exempted && exemption ? { exemption } : {}),
        ...(asks.change ? { motion } : {}),
        ...(adopts === undefined ? {} : { adopts }),
        ...(given.length === 0 ? {} : { assignments: given }),
      },
    });
    if (!stored) return;
    toast(t("matter.decided", { number: stored.value.number }));
    onClose();
  };
  const missing = (text: string | undefined) =>
    tried && isBlank(text) ? t("matter.dialog.missing") : undefined;
  return (
    <MeetingDialog
      of="dialog"
      version={matter.version.number}
      may={may}
      saving={saving || waiting}
      problem={problem}
      onRegister={register}
      onClose={onClose}
    >
      <MeetingFields
        meeting={meeting}
        onChange={setMeeting}
        problem={problem}
        tried={tried}
        dayFault={dayFault && remarkText(dayFault)}
      />
      <SentenceField
        label={t("sentence.of-decision")}
        help={t("sentence.of-decision-help")}
        value={sentence ?? asked?.sentence ?? ""}
        onChange={setSentence}
        problem={problem}
        tried={tried}
      />
      {asking.error ? <ProblemPanel problem={asking.error} retry={asking.refetch} /> : null}
      {day !== undefined && asking.isPending && !asking.error ? (
        <p className="quiet small" role="status">
          {t("matter.dialog.asking")}
        </p>
      ) : null}
      {exempts ? (
        <SelectField
          at="exemption"
          label={t("matter.dialog.exemption")}
          help={t("matter.dialog.exemption-help")}
          value={exemption ?? ""}
          onChange={(code) => setExemption(EXEMPTIONS.find((one) => one === code))}
          options={[
            { value: "", label: t("matter.dialog.exemption-none") },
            ...EXEMPTIONS.map((code) => ({
              value: code,
              label: t(`exemption.${code}`, { cite: EXEMPTION_CITES[code] }),
            })),
          ]}
          problem={problem}
          fault={missing(exemption)}
        />
      ) : null}
      {asked?.change ? (
        <>
          <p>{t("matter.dialog.change", { count: asked.change.places, of: asked.change.of })}</p>
          <TextArea
            at="motion"
            label={t("matter.dialog.motion")}
            help={t("matter.dialog.motion-help")}
            value={motion}
            onChange={setMotion}
            rows={2}
            maxLength={MAX_MOTION}
            problem={problem}
            fault={missing(motion)}
          />
        </>
      ) : null}
      {found.map(({ remark, ofTheWay }) => (
        <TextArea
          key={remark.code}
          at={`reasons.${remark.code}`}
          label={t(ofTheWay ? "matter.dialog.way-reason" : "matter.dialog.reason", {
            remark: remarkText(remark),
          })}
          help={ofTheWay ? t("matter.dialog.way-reason-help", REASON_LENGTH) : undefined}
          value={ownValue(reasons, remark.code) ?? ""}
          onChange={(text) => setReasons({ ...reasons, [remark.code]: text })}
          rows={ofTheWay ? 2 : 3}
          maxLength={ofTheWay ? REASON_LENGTH.max : MAX_REASON}
          problem={problem}
          fault={missing(ownValue(reasons, remark.code))}
        />
      ))}
      <Adopted matter={matter} adopts={adopts} onChange={setAdopts} problem={problem} />
      <VoteFields votes={votes} onChange={setVotes} problem={problem} />
      <ReservationField text={reservations} onChange={setReservations} problem={problem} />
      {asked && GIVERS.some((kind) => kind === asked.organ.kind) ? (
        <section className="form">
          <h3 className="ds-heading" data-size="2xs">
            {t("assignment.form.title")}
          </h3>
          <p className="quiet small">{t("assignment.form.lead")}</p>
          <AssignmentFields all={assignments} onChange={setAssignments} tried={tried} problem={problem} />
        </section>
      ) : null}
    </MeetingDialog>
  );
}

/** Which counter-proposal was adopted, where any stands against the proposal. */
function Adopted({
  matter,
  adopts,
  onChange,
  problem,
}: {
  readonly matter: MatterView<unknown>;
  readonly adopts: number | undefined;
  readonly onChange: (adopts: number | undefined) => void;
  readonly problem: unknown;
}) {
  const t = useTexts("decisions");
  const listed = useApi(listCounterProposals, { params: { id: matter.id } });
  const standing = listed.data?.counterProposals.filter(
    (one) => one.fell === null && one.withdrawnOn === null,
  );
  if (!standing?.length) return null;
  return (
    <SelectField
      at="adopts"
      label={t("counter.adopts")}
      help={t("counter.adopts-help")}
      value={adopts === undefined ? "" : String(adopts)}
      onChange={(number) => onChange(number === "" ? undefined : Number(number))}
      options={[
        { value: "", label: t("counter.adopts-none") },
        ...standing.map((one) => ({ value: String(one.number), label: `${one.party}: ${one.sentence}` })),
      ]}
      problem={problem}
    />
  );
}

const dayFaultIn = (asked: Asked | undefined) =>
  asked?.way.find(({ level, at }) => level === "stops" && at === "decidedOn");

/** The council has nothing that an organ has proposed before it. */
const needsExemption = (asked: Asked | undefined): boolean =>
  asked?.way.some(({ code }) => code === "not-prepared") ?? false;

/** The reasons that are asked for, one a code: the decision records them by it. Those of the way first. */
function reasonsOf(asked: Asked | undefined): { readonly remark: ShownRemark; readonly ofTheWay: boolean }[] {
  if (!asked) return [];
  const all = [
    ...asked.way.map((remark) => ({ remark, ofTheWay: true })),
    ...asked.remarks.map((remark) => ({ remark, ofTheWay: false })),
  ].filter(({ remark }) => remark.level === "needs-reason");
  return [...new Map(all.map((one) => [one.remark.code, one])).values()];
}
