import { useState } from "react";
import { DrawerForm } from "../../../decisions/pages/drawer-form.tsx";
import { numberIn } from "../../../kernel/number-in.ts";
import { lastingId } from "../../../kernel/plain-id.ts";
import { isBlank } from "../../../kernel/written.ts";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Indicator } from "../../contract.ts";
import { INDICATOR_DIRECTIONS, type IndicatorDirection } from "../rules/indicator.ts";

const LABELS = {
  name: "name",
  unit: "unit",
  source: "source",
  baseline: "baseline",
  baselineYear: "baseline-year",
  target: "target",
  targetTo: "target-to",
} as const;

/** An indicator to begin with, with an id that no other has had. */
export function newIndicator(year: number): Indicator {
  return {
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

/** What is measured, from where, and how far: an indicator is put in whole, or not at all (V-7). */
export function IndicatorForm({
  indicator,
  fresh,
  onDone,
  onClose,
}: {
  readonly indicator: Indicator;
  readonly fresh: boolean;
  readonly onDone: (indicator: Indicator) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("goals");
  const [texts, setTexts] = useState({
    name: indicator.name,
    unit: indicator.unit,
    source: indicator.source,
    baseline: fresh ? "" : String(indicator.baseline).replace(".", ","),
    baselineYear: String(indicator.baselineYear),
    target: fresh ? "" : String(indicator.target).replace(".", ","),
    targetTo: indicator.targetTo === undefined ? "" : String(indicator.targetTo).replace(".", ","),
  });
  const [direction, setDirection] = useState<string>(indicator.direction);
  const [tried, setTried] = useState(false);
  const baseline = numberIn(texts.baseline, texts.unit);
  const target = numberIn(texts.target, texts.unit);
  const within = direction === "within";
  const targetTo = within ? numberIn(texts.targetTo, texts.unit) : undefined;
  const year = /^2[01]\d{2}$/.test(texts.baselineYear) ? Number(texts.baselineYear) : undefined;
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const noNumber = (value: number | undefined) =>
    tried && value === undefined ? t("page.goal.not-a-number") : undefined;
  const done = () => {
    setTried(true);
    const words = [texts.name, texts.unit, texts.source].map((text) => text.trim());
    if (words.includes("") || baseline === undefined || target === undefined || year === undefined) return;
    if (within && targetTo === undefined) return;
    const [name = "", unit = "", source = ""] = words;
    onDone({
      id: indicator.id,
      name,
      unit,
      source,
      baseline,
      baselineYear: year,
      target,
      ...(targetTo === undefined ? {} : { targetTo }),
      direction: direction as Indicator["direction"],
    });
  };
  const field = (name: keyof typeof texts, fault: string | undefined, more: object = {}) => (
    <TextField
      at={`indicator.${name}`}
      label={t(`page.edit.${LABELS[name]}`)}
      value={texts[name]}
      onChange={(text) => setTexts({ ...texts, [name]: text })}
      fault={fault}
      {...more}
    />
  );
  return (
    <DrawerForm title={fresh ? t("page.edit.add-indicator") : indicator.name} onDone={done} onClose={onClose}>
      {field("name", missing(texts.name), { maxLength: 500 })}
      {field("unit", missing(texts.unit), { maxLength: 40 })}
      {field("source", missing(texts.source), { maxLength: 500 })}
      {field("baseline", noNumber(baseline), { inputMode: "decimal" })}
      {field("baselineYear", tried && year === undefined ? t("page.edit.missing") : undefined, {
        inputMode: "numeric",
        maxLength: 4,
      })}
      {field("target", noNumber(target), { inputMode: "decimal" })}
      <SelectField
        at="indicator.direction"
        label={t("page.edit.direction")}
        value={direction}
        onChange={setDirection}
        options={INDICATOR_DIRECTIONS.map((value) => ({
          value,
          label: t(`page.goal.direction.${value}`),
        }))}
      />
      {within ? field("targetTo", noNumber(targetTo), { inputMode: "decimal" }) : null}
      <p className="quiet small">{t(`page.goal.rule.${direction as IndicatorDirection}`)}</p>
    </DrawerForm>
  );
}
