import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Risk } from "../contract.ts";
import { PURPOSES, RISK_STEPS, riskValue } from "../rules/risk.ts";

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
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const done = () => {
    setTried(true);
    const { purpose } = risk;
    const texts = [risk.text, risk.area, risk.reason, risk.responsible];
    if (purpose === "" || texts.some((text) => isBlank(text))) return;
    onDone({ ...risk, purpose, value: riskValue(risk) });
  };
  const steps = (of: "likelihood" | "consequence") =>
    RISK_STEPS.map((step) => ({ value: String(step), label: `${step} – ${t(`control.${of}.${step}`)}` }));
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
      <SelectField
        at="risk.likelihood"
        label={t("page.matrix.likelihood")}
        value={String(risk.likelihood)}
        onChange={(step) => set({ likelihood: Number(step) })}
        options={steps("likelihood")}
      />
      <SelectField
        at="risk.consequence"
        label={t("page.matrix.consequence")}
        value={String(risk.consequence)}
        onChange={(step) => set({ consequence: Number(step) })}
        options={steps("consequence")}
      />
      <p role="status">
        {t("page.edit.value", {
          value: riskValue(risk),
          likelihood: risk.likelihood,
          consequence: risk.consequence,
        })}
      </p>
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
    </DrawerForm>
  );
}
