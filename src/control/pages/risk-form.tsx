import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Risk } from "../contract.ts";
import { PURPOSES, riskValue } from "../rules/risk.ts";
import { AfterMeasures, CommitteeView, Steps, TiedTo } from "./risk-form-parts.tsx";

export type RiskDraft = Omit<Risk, "purpose"> & { readonly purpose: Risk["purpose"] | "" };

export const newRisk = (id: string): RiskDraft => ({
  id,
  text: "",
  area: "",
  purpose: "",
  likelihood: 2,
  consequence: 2,
  reason: "",
  raisedBy: "administration",
  responsible: "",
});

/** One risk: what, why, how likely, how bad, and whose (K-1, K-2). */
export function RiskForm({
  risk: start,
  body,
  onDone,
  onClose,
}: {
  readonly risk: RiskDraft;
  readonly body: string;
  readonly onDone: (risk: Risk) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const [risk, setRisk] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<RiskDraft>) => setRisk({ ...risk, ...change });
  /** What is taken away is not there at all. */
  const setParts = (change: Partial<Record<keyof RiskDraft, unknown>>) =>
    setRisk(
      Object.fromEntries(
        Object.entries({ ...risk, ...change }).filter(([, value]) => value !== undefined),
      ) as RiskDraft,
    );
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const done = () => {
    setTried(true);
    const { purpose } = risk;
    const texts = [risk.text, risk.area, risk.reason, risk.responsible];
    if (purpose === "" || texts.some((text) => isBlank(text))) return;
    if ((risk.committee && isBlank(risk.committee.reason)) || (risk.after && isBlank(risk.after.measures)))
      return;
    onDone({ ...risk, purpose, value: riskValue(risk) });
  };
  const parts = { risk, onChange: setParts, tried };
  return (
    <DrawerForm
      title={t(start.text === "" ? "page.edit.new-risk" : "page.edit.risk")}
      onDone={done}
      onClose={onClose}
    >
      <TextField
        at="risk.text"
        label={t("page.edit.risk-text")}
        help={t("page.edit.risk-text-help")}
        value={risk.text}
        onChange={(text) => set({ text })}
        maxLength={500}
        fault={missing(risk.text)}
      />
      <TextField
        at="risk.area"
        label={t("page.edit.area")}
        value={risk.area}
        onChange={(area) => set({ area })}
        maxLength={500}
        fault={missing(risk.area)}
      />
      <SelectField
        at="risk.purpose"
        label={t("page.edit.purpose")}
        value={risk.purpose}
        onChange={(purpose) => set({ purpose: purpose as RiskDraft["purpose"] })}
        fault={missing(risk.purpose)}
        options={[
          { value: "", label: t("page.edit.choose") },
          ...PURPOSES.map((purpose) => ({ value: purpose, label: t(`control.purpose.${purpose}`) })),
        ]}
      />
      <Steps at="risk" of={risk} onChange={set} />
      <TextArea
        at="risk.reason"
        label={t("page.edit.reason")}
        help={t("page.edit.reason-help")}
        value={risk.reason}
        onChange={(reason) => set({ reason })}
        maxLength={4000}
        fault={missing(risk.reason)}
      />
      <SelectField
        at="risk.raisedBy"
        label={t("page.edit.raised-by")}
        value={risk.raisedBy}
        onChange={(raisedBy) => set({ raisedBy: raisedBy as Risk["raisedBy"] })}
        options={(["administration", "committee"] as const).map((who) => ({
          value: who,
          label: t(`control.raisedBy.${who}`),
        }))}
      />
      <PersonField
        at="risk.responsible"
        label={t("page.responsible")}
        body={body}
        value={risk.responsible}
        onChange={(responsible) => set({ responsible })}
        fault={missing(risk.responsible)}
      />
      <CommitteeView {...parts} />
      <AfterMeasures {...parts} />
      <TiedTo risk={risk} body={body} onChange={setParts} />
    </DrawerForm>
  );
}
