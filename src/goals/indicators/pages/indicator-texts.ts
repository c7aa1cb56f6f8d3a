import { isDay } from "../../../kernel/day.ts";
import { numberIn } from "../../../kernel/number-in.ts";
import { isBlank } from "../../../kernel/written.ts";
import type { Indicator } from "../contract.ts";

/** What stands in the form's fields, as it is written. */
export interface IndicatorTexts {
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
  readonly source: string;
  readonly koladaId: string;
  readonly dueDays: string;
  readonly baseline: string;
  readonly baselineYear: string;
  readonly target: string;
  readonly targetTo: string;
  readonly path: string;
}

/** The text that says what is wrong with a field. */
export type IndicatorFault =
  | "page.edit.missing"
  | "page.goal.not-a-number"
  | "indicators.kolada-not"
  | "indicators.due-days-not"
  | "indicators.waypoints-not";

type Choices = Pick<
  Indicator,
  "direction" | "sourceKind" | "speaksOf" | "frequency" | "reporter" | "computed"
>;
const MAX_WAYPOINTS = 20;
const MAX_DUE_DAYS = 180;

const plain = (value: number): string => String(value).replace(".", ",");

/** An indicator as its form shows it; of a fresh one the numbers stand empty. */
export const textsOf = (indicator: Indicator, fresh: boolean): IndicatorTexts => ({
  name: indicator.name,
  unit: indicator.unit,
  definition: indicator.definition,
  source: indicator.source,
  koladaId: indicator.koladaId ?? "",
  dueDays: String(indicator.dueDays),
  baseline: fresh ? "" : plain(indicator.baseline),
  baselineYear: String(indicator.baselineYear),
  target: fresh ? "" : plain(indicator.target),
  targetTo: indicator.targetTo === undefined ? "" : plain(indicator.targetTo),
  path: indicator.path.map(({ day, value }) => `${day}; ${plain(value)}`).join("\n"),
});

/** The indicator that the fields say, or what is wrong with each of them. */
export function indicatorOf(
  id: string,
  texts: IndicatorTexts,
  choices: Choices,
): Indicator | { readonly faults: Partial<Record<keyof IndicatorTexts, IndicatorFault>> } {
  const faults: Partial<Record<keyof IndicatorTexts, IndicatorFault>> = {};
  const written = (field: "name" | "unit" | "source"): string => {
    if (isBlank(texts[field])) faults[field] = "page.edit.missing";
    return texts[field].trim();
  };
  const number = (field: "baseline" | "target" | "targetTo"): number => {
    const value = numberIn(texts[field], texts.unit);
    if (value === undefined) faults[field] = "page.goal.not-a-number";
    return value ?? 0;
  };
  const walks = choices.direction === "up" || choices.direction === "down";
  const kolada = choices.sourceKind === "kolada" ? texts.koladaId.trim().toUpperCase() : "";
  if (kolada !== "" && !/^[NU]\d{5}$/.test(kolada)) faults.koladaId = "indicators.kolada-not";
  if (!/^2[01]\d{2}$/.test(texts.baselineYear)) faults.baselineYear = "page.edit.missing";
  if (!/^\d{1,3}$/.test(texts.dueDays.trim()) || Number(texts.dueDays) > MAX_DUE_DAYS)
    faults.dueDays = "indicators.due-days-not";
  const path = walks ? waypoints(texts.path, texts.unit) : [];
  if (!path) faults.path = "indicators.waypoints-not";
  const indicator: Indicator = {
    id,
    name: written("name"),
    unit: written("unit"),
    definition: texts.definition.trim(),
    source: written("source"),
    sourceKind: choices.sourceKind,
    ...(kolada === "" ? {} : { koladaId: kolada }),
    ...(choices.computed ? { computed: choices.computed } : {}),
    reporter: choices.reporter,
    speaksOf: choices.speaksOf,
    frequency: choices.frequency,
    dueDays: Number(texts.dueDays),
    baseline: number("baseline"),
    baselineYear: Number(texts.baselineYear),
    target: number("target"),
    ...(choices.direction === "within" ? { targetTo: number("targetTo") } : {}),
    direction: choices.direction,
    path: path ?? [],
  };
  return Object.keys(faults).length > 0 ? { faults } : indicator;
}

/** "2027-12-31; 84", a line each; undefined where a line says something else. */
function waypoints(text: string, unit: string): Indicator["path"] | undefined {
  const points: Indicator["path"] = [];
  for (const line of text.split("\n").filter((one) => !isBlank(one))) {
    const [day = "", value = "", ...more] = line.split(/[;\t]/).map((part) => part.trim());
    const number = numberIn(value, unit);
    if (!isDay(day) || number === undefined || more.length > 0) return undefined;
    points.push({ day, value: number });
  }
  return points.length > MAX_WAYPOINTS ? undefined : points;
}
