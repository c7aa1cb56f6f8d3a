import { useState } from "react";
import { DrawerForm } from "../../../decisions/pages/drawer-form.tsx";
import { isBlank } from "../../../kernel/written.ts";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { PURPOSES } from "../../rules/risk.ts";
import type { GroupRisks } from "../contract.ts";

export type GroupRisk = GroupRisks["risks"][number];
export type GroupRiskDraft = Omit<GroupRisk, "purpose"> & { readonly purpose: GroupRisk["purpose"] | "" };

/** One risk for all: what, where, what it threatens, and why every body is to have it before it (K-5). */
export function GroupRiskForm({
  risk: start,
  onDone,
  onClose,
}: {
  readonly risk: GroupRiskDraft;
  readonly onDone: (risk: GroupRisk) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const [risk, setRisk] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<GroupRiskDraft>) => setRisk({ ...risk, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  return (
    <DrawerForm
      title={t(start.text === "" ? "page.edit.new-risk" : "page.edit.risk")}
      onClose={onClose}
      onDone={() => {
        setTried(true);
        const { purpose } = risk;
        if (purpose === "" || [risk.text, risk.area, risk.reason].some(isBlank)) return;
        onDone({ ...risk, purpose });
      }}
    >
      <TextField
        at="group.text"
        label={t("group.text")}
        value={risk.text}
        onChange={(text) => set({ text })}
        maxLength={500}
        fault={missing(risk.text)}
      />
      <TextField
        at="group.area"
        label={t("group.area")}
        value={risk.area}
        onChange={(area) => set({ area })}
        maxLength={500}
        fault={missing(risk.area)}
      />
      <SelectField
        at="group.purpose"
        label={t("group.purpose")}
        value={risk.purpose}
        onChange={(purpose) => set({ purpose: purpose as GroupRiskDraft["purpose"] })}
        fault={missing(risk.purpose)}
        options={[
          { value: "", label: t("page.edit.choose") },
          ...PURPOSES.map((purpose) => ({ value: purpose, label: t(`control.purpose.${purpose}`) })),
        ]}
      />
      <TextArea
        at="group.reason"
        label={t("group.reason")}
        value={risk.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
        maxLength={4000}
        fault={missing(risk.reason)}
      />
    </DrawerForm>
  );
}
