import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { type Day, isDay } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { AmountField } from "../../platform/ui/amount-field.tsx";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { ActionPlan } from "../contract.ts";
import { MEASURE_STATES } from "../rules/action-plan.ts";

type Measure = ActionPlan["measures"][number];
export type MeasureDraft = Omit<Measure, "start" | "effectBy" | "amountTkr"> & {
  readonly start: string;
  readonly effectBy: string;
  readonly amountTkr: number | null;
};

export const newMeasure = (id: string, unit: string, today: string): MeasureDraft => ({
  id,
  text: "",
  unit,
  amountTkr: null,
  start: today,
  effectBy: "",
  responsible: "",
  status: "planned",
});

/** One measure: what, where, how much it gives this year, when, and whose (U-8). */
export function MeasureForm({
  measure: start,
  body,
  onDone,
  onClose,
}: {
  readonly measure: MeasureDraft;
  readonly body: string;
  readonly onDone: (measure: Measure) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("followup");
  const { bodies } = useBodies();
  const [measure, setMeasure] = useState(start);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<MeasureDraft>) => setMeasure({ ...measure, ...change });
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const dayFault = (day: string) => (tried && !isDay(day) ? t("page.edit.day-fault") : undefined);
  const organisation = bodies as Parameters<typeof upFrom>[0];
  const units = organisation.filter((unit) => upFrom(organisation, unit.id).some(({ id }) => id === body));
  const done = () => {
    setTried(true);
    const { amountTkr } = measure;
    if (amountTkr === null || amountTkr < 0 || !isDay(measure.start) || !isDay(measure.effectBy)) return;
    if ([measure.text, measure.responsible].some((text) => isBlank(text))) return;
    onDone({
      ...measure,
      amountTkr,
      start: measure.start as Day,
      effectBy: measure.effectBy as Day,
    });
  };
  return (
    <DrawerForm title={t("page.plan.measure")} onDone={done} onClose={onClose}>
      <TextField
        at="measure.text"
        label={t("page.plan.what")}
        value={measure.text}
        onChange={(text) => set({ text })}
        maxLength={500}
        fault={missing(measure.text)}
      />
      <SelectField
        at="measure.unit"
        label={t("page.plan.unit")}
        value={measure.unit}
        onChange={(unit) => set({ unit })}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <AmountField
        fault={t("page.edit.amount-fault")}
        at="measure.amountTkr"
        label={t("page.plan.amount")}
        help={t("page.plan.amount-help")}
        value={measure.amountTkr}
        onChange={(amountTkr: number | null) => set({ amountTkr })}
        empty={!tried}
      />
      {tried && (measure.amountTkr === null || measure.amountTkr < 0) ? (
        <p role="alert">{t("page.plan.amount-fault")}</p>
      ) : null}
      <TextField
        at="measure.start"
        type="date"
        label={t("page.plan.start")}
        value={measure.start}
        onChange={(day) => set({ start: day })}
        fault={dayFault(measure.start)}
      />
      <TextField
        at="measure.effectBy"
        type="date"
        label={t("page.plan.effect-by")}
        value={measure.effectBy}
        onChange={(effectBy) => set({ effectBy })}
        fault={dayFault(measure.effectBy)}
      />
      <PersonField
        at="measure.responsible"
        label={t("page.plan.responsible")}
        body={body}
        value={measure.responsible}
        onChange={(responsible) => set({ responsible })}
        fault={missing(measure.responsible)}
      />
      <SelectField
        at="measure.status"
        label={t("page.plan.status")}
        value={measure.status}
        onChange={(status) => set({ status: status as Measure["status"] })}
        options={MEASURE_STATES.map((value) => ({ value, label: t(`page.plan.state.${value}`) }))}
      />
    </DrawerForm>
  );
}
