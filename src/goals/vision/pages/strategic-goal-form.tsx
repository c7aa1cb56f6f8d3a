import { Button } from "@digdir/designsystemet-react";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { IndicatorList } from "../../indicators/pages/indicator-list.tsx";
import type { StrategicGoal, Vision } from "../contract.ts";
import { AgendaFields } from "./agenda-fields.tsx";

/** One of the council's goals being written: what it means and for whom, what it is derived from, Agenda 2030 and its own indicators. */
export function StrategicGoalForm({
  goal,
  index,
  year,
  parts,
  said,
  onChange,
  onRemove,
}: {
  readonly goal: StrategicGoal;
  readonly index: number;
  readonly year: number;
  readonly parts: Vision["parts"];
  readonly said: (at: string) => string | undefined;
  readonly onChange: (goal: StrategicGoal) => void;
  /** Absent for the only one: there is always one. */
  readonly onRemove: (() => void) | undefined;
}) {
  const t = useTexts("goals");
  const at = (field: string) => `goals.${index}.${field}`;
  const set = (change: Partial<StrategicGoal>) => onChange({ ...goal, ...change });
  const area = (field: "text" | "forWhom" | "derivation", label: string) => (
    <TextArea
      at={at(field)}
      label={label}
      value={goal[field]}
      onChange={(text) => set({ [field]: text })}
      rows={2}
      maxLength={4000}
    />
  );
  const unknown = said(at("targets"));
  return (
    <section className="sheet governing-form" aria-labelledby={`inriktning-${goal.id}`}>
      <header className="row">
        <h3 className="ds-heading" data-size="xs" id={`inriktning-${goal.id}`}>
          {t("strategic-edit.goal", { number: index + 1 })}
        </h3>
        {onRemove ? (
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={`${t("strategic-edit.remove")}: ${goal.name || t("strategic-edit.goal", { number: index + 1 })}`}
            onClick={onRemove}
          >
            {t("strategic-edit.remove")}
          </Button>
        ) : null}
      </header>
      <TextField
        at={at("name")}
        label={t("strategic-edit.name")}
        value={goal.name}
        onChange={(name) => set({ name })}
        maxLength={500}
      />
      {area("text", t("strategic-edit.text"))}
      {area("forWhom", t("strategic-edit.for-whom"))}
      {parts.length > 0 || goal.visionPart !== "" ? (
        <SelectField
          at={at("visionPart")}
          label={t("strategic-edit.vision-part")}
          value={goal.visionPart}
          onChange={(visionPart) => set({ visionPart })}
          options={[
            { value: "", label: t("strategic-edit.no-part") },
            ...parts.map(({ id, text }) => ({ value: id, label: text })),
          ]}
          fault={said(at("visionPart"))}
        />
      ) : null}
      {area("derivation", t("strategic-edit.derivation"))}
      <AgendaFields at={`goals.${index}`} value={goal} onChange={set} />
      {unknown ? <p className="field-fault">{unknown}</p> : null}
      <IndicatorList
        indicators={goal.indicators}
        year={year}
        none={t("strategic-edit.no-indicators")}
        unnamed={t("indicators.reporter-help-council")}
        onChange={(indicators) => set({ indicators })}
      />
    </section>
  );
}
