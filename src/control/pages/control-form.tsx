import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { type Day, isDay, yearOf } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Control, Risk } from "../contract.ts";
import { numberedRisks } from "./control-view.ts";

export type ControlDraft = Omit<Control, "due"> & { readonly due: string };

export const newControl = (id: string, risk: string, due: string): ControlDraft => ({
  id,
  risk,
  text: "",
  method: "",
  scope: "",
  responsible: "",
  due,
  times: 1,
});

/** One control: of which risk, how, how much, by whom and when (K-3, K-4). */
export function ControlForm({
  control: start,
  risks,
  body,
  year,
  onDone,
  onClose,
}: {
  readonly control: ControlDraft;
  readonly risks: readonly Risk[];
  readonly body: string;
  readonly year: number;
  readonly onDone: (control: Control) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const [control, setControl] = useState(start);
  const [times, setTimes] = useState(String(start.times));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<ControlDraft>) => setControl({ ...control, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const dueFault =
    isDay(control.due) && yearOf(control.due) === year ? undefined : t("page.edit.due-fault", { year });
  const count = Number(times);
  const timesFault =
    Number.isInteger(count) && count >= 1 && count <= 366 ? undefined : t("page.edit.times-fault");
  const done = () => {
    setTried(true);
    const texts = [control.risk, control.text, control.method, control.scope, control.responsible];
    if (dueFault || timesFault || texts.some((text) => isBlank(text))) return;
    onDone({ ...control, due: control.due as Day, times: count });
  };
  return (
    <DrawerForm
      title={t(start.text === "" ? "page.edit.new-control" : "page.edit.control")}
      onDone={done}
      onClose={onClose}
    >
      <SelectField
        at="control.risk"
        label={t("page.edit.of-risk")}
        value={control.risk}
        onChange={(risk) => set({ risk })}
        fault={missing(control.risk)}
        options={[
          { value: "", label: t("page.edit.choose") },
          ...numberedRisks(risks).map(({ risk, number, value }) => ({
            value: risk.id,
            label: `${number}. ${risk.text} (${value})`,
          })),
        ]}
      />
      {(["text", "method", "scope"] as const).map((field) => (
        <TextField
          key={field}
          at={`control.${field}`}
          label={t(`page.edit.control-${field}`)}
          help={t(`page.edit.control-${field}-help`)}
          value={control[field]}
          onChange={(text) => set({ [field]: text })}
          maxLength={500}
          fault={missing(control[field])}
        />
      ))}
      <PersonField
        at="control.responsible"
        label={t("page.responsible")}
        body={body}
        value={control.responsible}
        onChange={(responsible) => set({ responsible })}
        fault={missing(control.responsible)}
      />
      <TextField
        at="control.due"
        type="date"
        label={t("page.edit.due")}
        value={control.due}
        onChange={(due) => set({ due })}
        fault={tried ? dueFault : undefined}
      />
      <TextField
        at="control.times"
        label={t("page.edit.times")}
        value={times}
        inputMode="numeric"
        onChange={setTimes}
        fault={tried ? timesFault : undefined}
      />
    </DrawerForm>
  );
}
