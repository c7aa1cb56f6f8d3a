import { useState } from "react";
import { type Day, isDay } from "../../kernel/day.ts";
import { isBlank, isWritten } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GoverningDocument } from "../contract.ts";
import { DOCUMENT_TYPES, type DocumentType, type Level, levelsOf } from "../rules/register.ts";

type Fields = Readonly<Record<keyof GoverningDocument, string>>;

const fieldsOf = (document: GoverningDocument | undefined, body: string, today: string): Fields => ({
  level: document?.level ?? "committee",
  type: document?.type ?? "policy",
  title: document?.title ?? "",
  body: document?.body ?? body,
  owner: document?.owner ?? "",
  decision: document?.decision?.toString() ?? "",
  validFrom: document?.validFrom ?? today,
  validTo: document?.validTo ?? "",
  reviewBy: document?.reviewBy ?? "",
  address: document?.address ?? "",
});

/** A governing document in the register: what it is, who decides on it, whose it is, and until when it applies (D-1). */
export function DocumentForm({
  document,
  body,
  today,
  may,
  problem,
  saving,
  onSave,
}: {
  readonly document: GoverningDocument | undefined;
  readonly body: string;
  readonly today: string;
  readonly may: MayAnswer | undefined;
  readonly problem: unknown;
  readonly saving: boolean;
  readonly onSave: (document: GoverningDocument) => unknown;
}) {
  const t = useTexts("documents");
  const { bodies } = useBodies();
  const [fields, setFields] = useState(() => fieldsOf(document, body, today));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Fields>) => setFields({ ...fields, ...change });
  const faults = faultsIn(fields);
  const fault = (field: keyof Fields) => {
    const found = tried ? faults[field] : undefined;
    return found && t(`page.form.fault.${found}`);
  };
  const field = (name: keyof Fields) => ({
    at: name,
    label: t(`page.form.${name}`),
    value: fields[name],
    onChange: (value: string) => set({ [name]: value }),
    problem,
    fault: fault(name),
  });
  const day = (text: string) => (isDay(text) ? text : null);
  const save = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return undefined;
    return onSave({
      level: fields.level as GoverningDocument["level"],
      type: fields.type as GoverningDocument["type"],
      title: fields.title.trim(),
      body: fields.body,
      owner: fields.owner,
      decision: fields.decision === "" ? null : Number(fields.decision),
      validFrom: fields.validFrom as Day,
      validTo: day(fields.validTo),
      reviewBy: day(fields.reviewBy),
      address: fields.address.trim() || null,
    });
  };
  const optional = t("page.form.optional");
  return (
    <div className="form">
      <ErrorSummary problem={problem} />
      <TextField {...field("title")} maxLength={300} />
      <SelectField
        {...field("type")}
        onChange={(type) => {
          // A type that is decided at other levels takes the highest of them
          const levels = levelsOf(type as DocumentType);
          set({ type, level: levels.includes(fields.level as Level) ? fields.level : (levels[0] as Level) });
        }}
        options={DOCUMENT_TYPES.map((type) => ({ value: type, label: t(`documents.type.${type}`) }))}
      />
      <SelectField
        {...field("level")}
        options={levelsOf(fields.type as DocumentType).map((level) => ({
          value: level,
          label: t(`documents.level.${level}`),
        }))}
      />
      <SelectField
        {...field("body")}
        options={[
          { value: "", label: t("page.form.choose") },
          ...bodies.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <PersonField {...field("owner")} body={fields.body} />
      <TextField {...field("validFrom")} type="date" />
      <TextField {...field("validTo")} type="date" optional={optional} help={t("page.form.validTo-help")} />
      <TextField {...field("reviewBy")} type="date" optional={optional} />
      <TextField
        {...field("decision")}
        inputMode="numeric"
        optional={optional}
        help={t("page.form.decision-help")}
      />
      <TextField
        {...field("address")}
        maxLength={500}
        optional={optional}
        help={t("page.form.address-help")}
      />
      <MayButton may={may} busy={saving} onPress={save}>
        {t("page.form.save")}
      </MayButton>
    </div>
  );
}

type Fault = "missing" | "day" | "number" | "address";

function faultsIn(fields: Fields): Partial<Record<keyof Fields, Fault>> {
  const faults: Partial<Record<keyof Fields, Fault>> = {};
  for (const name of ["title", "body", "owner"] as const) if (isBlank(fields[name])) faults[name] = "missing";
  if (!isDay(fields.validFrom)) faults.validFrom = "day";
  for (const name of ["validTo", "reviewBy"] as const)
    if (fields[name] !== "" && !isDay(fields[name])) faults[name] = "day";
  if (!/^\d{0,8}$/.test(fields.decision)) faults.decision = "number";
  if (isWritten(fields.address) && !/^https?:\/\/\S+$/.test(fields.address.trim()))
    faults.address = "address";
  return faults;
}
