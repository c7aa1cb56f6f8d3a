import { useState } from "react";
import { DrawerForm } from "../../../decisions/pages/drawer-form.tsx";
import { lastingId } from "../../../kernel/plain-id.ts";
import { PersonField } from "../../../organisation/pages/person-field.tsx";
import { SelectField, TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { ComputationFields } from "../computed/pages/computation-fields.tsx";
import { computationIn, computationTexts } from "../computed/pages/computation-texts.ts";
import type { Indicator } from "../contract.ts";
import { INDICATOR_DIRECTIONS } from "../rules/indicator.ts";
import { FREQUENCIES, INDICATOR_DEFAULTS, MEASURES, SOURCE_KINDS } from "../rules/measuring.ts";
import { type IndicatorFault, indicatorOf, textsOf } from "./indicator-texts.ts";

const LABELS = {
  name: "page.edit.name",
  unit: "page.edit.unit",
  source: "page.edit.source",
  koladaId: "indicators.kolada-id",
  dueDays: "indicators.due-days",
  baseline: "page.edit.baseline",
  baselineYear: "page.edit.baseline-year",
  target: "page.edit.target",
  targetTo: "page.edit.target-to",
} as const;

/** An indicator to begin with, with an id that no other has had. */
export function newIndicator(year: number): Indicator {
  return {
    ...INDICATOR_DEFAULTS,
    path: [],
    id: lastingId("matt"),
    name: "",
    unit: "",
    source: "",
    baseline: 0,
    baselineYear: year - 1,
    target: 0,
    direction: "up",
  };
}

/** What is measured, from where, how often and how far: an indicator is put in whole, or not at all (V-7). */
export function IndicatorForm({
  indicator,
  body,
  unnamed,
  fresh,
  onDone,
  onClose,
}: {
  readonly indicator: Indicator;
  /** Whose people come first among those who may report. */
  readonly body?: string | undefined;
  /** Who reports where nobody is named. */
  readonly unnamed: string;
  readonly fresh: boolean;
  readonly onDone: (indicator: Indicator) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("goals");
  const [texts, setTexts] = useState(() => textsOf(indicator, fresh));
  const [choices, setChoices] = useState({
    direction: indicator.direction,
    sourceKind: indicator.sourceKind,
    speaksOf: indicator.speaksOf,
    frequency: indicator.frequency,
    reporter: indicator.reporter,
  });
  const [computing, setComputing] = useState(() => computationTexts(indicator.computed));
  const [tried, setTried] = useState(false);
  // Of another source nothing is computed, whatever stands in the fields
  const computation = computationIn(computing, choices.sourceKind);
  const read = indicatorOf(indicator.id, texts, {
    ...choices,
    computed: "computed" in computation ? computation.computed : undefined,
  });
  const faults = "faults" in read ? read.faults : {};
  const faultOf = (name: keyof typeof texts) => {
    const fault: IndicatorFault | undefined = tried ? faults[name] : undefined;
    return fault && t(fault);
  };
  const done = () => {
    setTried(true);
    if (!("faults" in read) && !("faults" in computation)) onDone(read);
  };
  const set = (change: Partial<typeof texts>) => setTexts({ ...texts, ...change });
  const field = (name: keyof typeof LABELS, more: object = {}) => (
    <TextField
      at={`indicator.${name}`}
      label={t(LABELS[name])}
      value={texts[name]}
      onChange={(text) => set({ [name]: text })}
      fault={faultOf(name)}
      {...more}
    />
  );
  const { direction, sourceKind, speaksOf, frequency } = choices;
  return (
    <DrawerForm title={fresh ? t("page.edit.add-indicator") : indicator.name} onDone={done} onClose={onClose}>
      {field("name", { maxLength: 500 })}
      {field("unit", { maxLength: 40 })}
      <TextArea
        at="indicator.definition"
        label={t("indicators.definition")}
        value={texts.definition}
        onChange={(definition) => set({ definition })}
        rows={2}
        maxLength={2000}
      />
      <SelectField
        at="indicator.speaksOf"
        label={t("indicators.measures.label")}
        help={t("indicators.measures-help")}
        value={speaksOf}
        onChange={(value) => setChoices({ ...choices, speaksOf: value as Indicator["speaksOf"] })}
        options={MEASURES.map((value) => ({ value, label: t(`indicators.measures.${value}`) }))}
      />
      {field("source", { maxLength: 500 })}
      <SelectField
        at="indicator.sourceKind"
        label={t("indicators.source-kind.label")}
        value={sourceKind}
        onChange={(value) => setChoices({ ...choices, sourceKind: value as Indicator["sourceKind"] })}
        options={SOURCE_KINDS.map((value) => ({ value, label: t(`indicators.source-kind.${value}`) }))}
      />
      {sourceKind === "ledger" || sourceKind === "staff-figures" ? (
        <ComputationFields
          from={sourceKind}
          texts={computing}
          faults={tried && "faults" in computation ? computation.faults : {}}
          onChange={setComputing}
        />
      ) : null}
      {sourceKind === "kolada"
        ? field("koladaId", { maxLength: 6, help: t("indicators.kolada-help") })
        : null}
      <PersonField
        at="indicator.reporter"
        label={t("indicators.reporter")}
        help={unnamed}
        body={body}
        value={choices.reporter}
        onChange={(reporter) => setChoices({ ...choices, reporter })}
      />
      <SelectField
        at="indicator.frequency"
        label={t("indicators.frequency.label")}
        value={frequency}
        onChange={(value) => setChoices({ ...choices, frequency: value as Indicator["frequency"] })}
        options={FREQUENCIES.map((value) => ({ value, label: t(`indicators.frequency.${value}`) }))}
      />
      {frequency === "follow-up" ? null : field("dueDays", { inputMode: "numeric", maxLength: 3 })}
      {field("baseline", { inputMode: "decimal" })}
      {field("baselineYear", { inputMode: "numeric", maxLength: 4 })}
      {field("target", { inputMode: "decimal" })}
      <SelectField
        at="indicator.direction"
        label={t("page.edit.direction")}
        value={direction}
        onChange={(value) => setChoices({ ...choices, direction: value as Indicator["direction"] })}
        options={INDICATOR_DIRECTIONS.map((value) => ({
          value,
          label: t(`page.goal.direction.${value}`),
        }))}
      />
      {direction === "within" ? field("targetTo", { inputMode: "decimal" }) : null}
      {direction === "up" || direction === "down" ? (
        <TextArea
          at="indicator.path"
          label={t("indicators.waypoints")}
          help={t("indicators.waypoints-help")}
          value={texts.path}
          onChange={(path) => set({ path })}
          rows={2}
          maxLength={1000}
          fault={faultOf("path")}
        />
      ) : null}
      <p className="quiet small">
        {t(`page.goal.rule.${direction}`)} {t(`indicators.rule.${direction}`)}
      </p>
    </DrawerForm>
  );
}
