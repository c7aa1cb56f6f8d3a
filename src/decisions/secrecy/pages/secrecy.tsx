import { useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { isBlank } from "../../../kernel/written.ts";
import { SelectField, TextArea } from "../../../platform/ui/fields.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import type { MatterView } from "../../contract.ts";
import { FoldedForm } from "../../course/pages/folded-form.tsx";
import { ReasonField } from "../../course/pages/reason-field.tsx";
import type { KindOfMatter } from "../../rules/kind.ts";
import { endSecrecy, markSecret } from "../contract.ts";
import { GROUNDS, groundText, type SecrecyGround } from "../rules/grounds.ts";

type Marked = Pick<MatterView<unknown>, "id" | "secrecy" | "versions" | "may">;

/** That what one reads is secret by law, by which provision, and that it is noted who opens it; nothing where it is not. */
export function SecrecyStrip({ matter: { secrecy } }: { readonly matter: Marked }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  if (!secrecy) return null;
  const day = dayText(secrecy.on, language);
  return (
    <p className="sheet" role="note">
      <strong>{t("secrecy.strip", { ground: groundText(secrecy.ground, language) })}</strong>{" "}
      {secrecy.note === ""
        ? t("secrecy.since", { day })
        : t("secrecy.since-note", { day, note: secrecy.note })}
    </p>
  );
}

/**
 * Where a matter is marked as secret and the marking is ended: by those who write it, and ended by those who register its decision once
 * it is decided. Not there for others, nor for kinds that are public whole.
 */
export function SecrecySection({ kind, matter }: { readonly kind: KindOfMatter; readonly matter: Marked }) {
  const t = useTexts("decisions");
  const decided = matter.versions.some(({ decision }) => decision !== null);
  const mayEnd = (decided ? matter.may.decide : matter.may.edit).allowed;
  if (!kind.mayBeSecret || !(matter.secrecy ? mayEnd : matter.may.edit.allowed)) return null;
  return (
    <Section title={t("secrecy.title")} cite="§3.2">
      {matter.secrecy ? <EndForm id={matter.id} /> : <MarkForm id={matter.id} />}
    </Section>
  );
}

function MarkForm({ id }: { readonly id: string }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(markSecret);
  const [ground, setGround] = useState<SecrecyGround>();
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("secrecy.mark")}
      button={t("secrecy.mark")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (ground === undefined) return;
        if (await save({ params: { id }, body: { ground, note: note.trim() } })) toast(t("secrecy.marked"));
      }}
    >
      <p className="quiet small">{t("secrecy.mark-lead")}</p>
      <SelectField
        at="ground"
        label={t("secrecy.ground")}
        value={ground ?? ""}
        onChange={(value) => setGround(GROUNDS.find((one) => one === value))}
        options={[
          { value: "", label: t("secrecy.choose") },
          ...GROUNDS.map((value) => ({ value, label: groundText(value, language) })),
        ]}
        problem={problem}
        fault={tried && ground === undefined ? t("secrecy.missing") : undefined}
      />
      <TextArea
        at="note"
        label={t("secrecy.note")}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={setNote}
        problem={problem}
      />
    </FoldedForm>
  );
}

function EndForm({ id }: { readonly id: string }) {
  const t = useTexts("decisions");
  const toast = useToast();
  const { save, saving, problem } = useSave(endSecrecy);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("secrecy.end")}
      button={t("secrecy.end")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (isBlank(reason)) return;
        if (await save({ params: { id }, body: { reason: reason.trim() } })) toast(t("secrecy.ended"));
      }}
    >
      <p className="quiet small">{t("secrecy.end-lead")}</p>
      <ReasonField
        at="reason"
        label={t("secrecy.end-why")}
        value={reason}
        onChange={setReason}
        tried={tried}
        problem={problem}
      />
    </FoldedForm>
  );
}
