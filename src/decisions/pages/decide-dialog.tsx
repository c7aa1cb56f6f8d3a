import { Button, Checkbox } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { TextArea, TextField } from "../../platform/ui/fields.tsx";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { decide, type MatterView } from "../contract.ts";
import { type ShownRemark, useRemarkText } from "./remarks.tsx";

interface DecideDialogProps {
  readonly matter: MatterView<unknown>;
  readonly chapter: string;
  readonly may: Extract<MayAnswer, { allowed: true }> & { readonly post?: string };
  readonly onClose: () => void;
}

/** What the secretary writes of the meeting: what was decided is the version on the screen, to the letter. */
export function DecideDialog({ matter, chapter, may, onClose }: DecideDialogProps) {
  const t = useTexts("decisions");
  const remarkText = useRemarkText(chapter);
  const toast = useToast();
  const session = useSession();
  const { save, saving, problem } = useSave(decide);
  const [day, setDay] = useState<string>(session?.today ?? "");
  const [paragraph, setParagraph] = useState("");
  const [reference, setReference] = useState("");
  const [counted, setCounted] = useState(false);
  const [votes, setVotes] = useState({ for: "", against: "", abstained: "0" });
  const [reservations, setReservations] = useState("");
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const asked = reasonsAsked(matter.remarks);
  const missing = (text: string) => (tried && isBlank(text) ? t("matter.dialog.missing") : undefined);
  const organ = session?.person?.posts.find((post) => post.id === may.post)?.bodyName ?? "";

  const register = async () => {
    setTried(true);
    const needed = [day, paragraph, reference, ...asked.map((r) => reasons[r.code] ?? "")];
    if (needed.some((text) => isBlank(text))) return;
    const stored = await save({
      body: {
        matter: matter.id,
        version: matter.version.number,
        revision: matter.version.revision,
        decidedOn: day,
        paragraph: paragraph.startsWith("§") ? paragraph : `§ ${paragraph}`,
        reference,
        votes: counted
          ? { for: Number(votes.for), against: Number(votes.against), abstained: Number(votes.abstained) }
          : null,
        reservations: reservations
          .split("\n")
          .map((text) => text.trim())
          .filter((text) => text !== ""),
        reasons,
      },
    });
    if (!stored) return;
    toast(t("matter.decided", { number: stored.value.number }));
    onClose();
  };
  const vote = (name: "for" | "against" | "abstained") => (
    <TextField
      at={`votes.${name}`}
      label={t(`matter.dialog.${name}`)}
      value={votes[name]}
      inputMode="numeric"
      problem={problem}
      onChange={(value) => setVotes({ ...votes, [name]: value.replace(/\D/g, "") })}
    />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("matter.dialog.title")}
      footer={
        <>
          <Button loading={saving} onClick={() => void (saving || register())}>
            {t("matter.dialog.register")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("matter.dialog.cancel")}
          </Button>
        </>
      }
    >
      <div className="form">
        <p>
          {t("matter.dialog.lead", { organ, version: matter.version.number })}{" "}
          {t("matter.dialog.mandate", { source: may.source, cite: may.cite })}
        </p>
        <ErrorSummary problem={problem} />
        <TextField
          at="decidedOn"
          type="date"
          label={t("matter.dialog.day")}
          value={day}
          onChange={setDay}
          problem={problem}
          fault={missing(day)}
        />
        <TextField
          at="paragraph"
          label={t("matter.dialog.paragraph")}
          help={t("matter.dialog.paragraph-help")}
          value={paragraph}
          onChange={setParagraph}
          maxLength={6}
          problem={problem}
          fault={missing(paragraph)}
        />
        <TextField
          at="reference"
          label={t("matter.dialog.reference")}
          value={reference}
          onChange={setReference}
          maxLength={60}
          problem={problem}
          fault={missing(reference)}
        />
        {asked.map((remark) => (
          <TextArea
            key={remark.code}
            at={`reasons.${remark.code}`}
            label={t("matter.dialog.reason", { remark: remarkText(remark) })}
            value={reasons[remark.code] ?? ""}
            onChange={(text) => setReasons({ ...reasons, [remark.code]: text })}
            rows={3}
            maxLength={4000}
            problem={problem}
            fault={missing(reasons[remark.code] ?? "")}
          />
        ))}
        <Checkbox
          label={t("matter.dialog.votes")}
          checked={counted}
          onChange={(event) => setCounted(event.target.checked)}
        />
        {counted ? (
          <div className="votes">
            {vote("for")}
            {vote("against")}
            {vote("abstained")}
          </div>
        ) : null}
        <TextArea
          at="reservations"
          label={t("matter.dialog.reservations")}
          help={t("matter.dialog.reservations-help")}
          value={reservations}
          onChange={setReservations}
          rows={2}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}

/** One reason a code: the decision records them by it. */
const reasonsAsked = (remarks: readonly ShownRemark[]): ShownRemark[] => [
  ...new Map(remarks.filter((r) => r.level === "needs-reason").map((r) => [r.code, r])).values(),
];
