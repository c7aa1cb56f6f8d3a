import { Checkbox, Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type ExternalLaw, LAW_KINDS, listRegister } from "../contract.ts";

const EMPTY: ExternalLaw = {
  title: "",
  reference: "",
  kind: "law",
  bodies: [],
  documents: [],
  exerciseOfAuthority: false,
  appeal: null,
  address: null,
};

/** A law in the register: whom and which documents it governs, and how what is decided by it is appealed (D-2). */
export function LawForm({
  law: start,
  may,
  problem,
  saving,
  onSave,
}: {
  readonly law: ExternalLaw | undefined;
  readonly may: MayAnswer | undefined;
  readonly problem: unknown;
  readonly saving: boolean;
  readonly onSave: (law: ExternalLaw) => unknown;
}) {
  const t = useTexts("documents");
  const { bodies } = useBodies();
  const registered = useApi(listRegister, { query: {} }).data?.filter((row) => row.origin === "registered");
  const [law, setLaw] = useState(start ?? EMPTY);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ExternalLaw>) => setLaw({ ...law, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("page.form.fault.missing") : undefined);
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
  const appeal = law.appeal ?? "";
  const address = law.address ?? "";
  const addressFault =
    address !== "" && !/^https?:\/\/\S+$/.test(address) ? t("page.form.fault.address") : undefined;
  const save = () => {
    setTried(true);
    const lacking = [law.title, law.reference].some((text) => isBlank(text)) || law.bodies.length === 0;
    if (lacking || addressFault || (law.exerciseOfAuthority && isBlank(appeal))) return undefined;
    return onSave({ ...law, appeal: appeal.trim() || null, address: address || null });
  };
  return (
    <div className="form">
      <ErrorSummary problem={problem} />
      <TextField
        at="title"
        label={t("page.laws.name")}
        value={law.title}
        onChange={(title) => set({ title })}
        maxLength={300}
        problem={problem}
        fault={missing(law.title)}
      />
      <TextField
        at="reference"
        label={t("page.laws.reference")}
        help={t("page.laws.reference-help")}
        value={law.reference}
        onChange={(reference) => set({ reference })}
        maxLength={60}
        problem={problem}
        fault={missing(law.reference)}
      />
      <SelectField
        at="kind"
        label={t("page.laws.kind")}
        value={law.kind}
        onChange={(kind) => set({ kind: kind as ExternalLaw["kind"] })}
        options={LAW_KINDS.map((kind) => ({ value: kind, label: t(`documents.law.${kind}`) }))}
      />
      <fieldset className="checks">
        <legend>{t("page.laws.bodies")}</legend>
        {tried && law.bodies.length === 0 ? <p role="alert">{t("page.laws.no-bodies")}</p> : null}
        {bodies
          .filter(({ kind, continuedBy }) => kind !== "unit" && kind !== "department" && !continuedBy)
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={law.bodies.includes(id)}
              onChange={() => set({ bodies: toggled(law.bodies, id) })}
            />
          ))}
      </fieldset>
      {registered && registered.length > 0 ? (
        <fieldset className="checks">
          <legend>{t("page.laws.documents")}</legend>
          {registered.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              checked={law.documents.includes(id)}
              onChange={() => set({ documents: toggled(law.documents, id) })}
            />
          ))}
        </fieldset>
      ) : null}
      <Switch
        label={t("page.laws.authority-label")}
        checked={law.exerciseOfAuthority}
        onChange={(event) => set({ exerciseOfAuthority: event.target.checked })}
      />
      <TextArea
        at="appeal"
        label={t("page.laws.appeal")}
        value={appeal}
        onChange={(text) => set({ appeal: text })}
        rows={3}
        maxLength={1000}
        problem={problem}
        fault={law.exerciseOfAuthority ? missing(appeal) : undefined}
      />
      <TextField
        at="address"
        label={t("page.laws.address")}
        optional={t("page.form.optional")}
        value={address}
        onChange={(text) => set({ address: text.trim() })}
        maxLength={500}
        problem={problem}
        fault={tried ? addressFault : undefined}
      />
      <MayButton may={may} busy={saving} onPress={save}>
        {t("page.form.save")}
      </MayButton>
    </div>
  );
}
