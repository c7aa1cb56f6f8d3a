import { filled } from "../../../kernel/filled.ts";
import { dayText, numberText } from "../../../kernel/format.ts";
import type { PaperBlock } from "../../../kernel/paper.ts";
import type { Indicator } from "../contract.ts";
import sv from "../messages/sv.json" with { type: "json" };
import { aimText } from "../rules/aim.ts";
import { decimalsOf } from "../rules/decimals.ts";

const words = sv.indicators;
const COLUMNS = ["indicator", "unit", "baseline", "target", "source"] as const;

/** By what a goal is measured, and how (V-7): the same in print whoever's goal it is. Nothing where nothing is measured. */
export const indicatorBlocks = (
  indicators: readonly Indicator[],
  personName: (id: string) => string,
): PaperBlock[] =>
  indicators.length === 0
    ? []
    : [
        {
          kind: "table",
          title: words.paper.title,
          columns: COLUMNS.map((key) => ({ label: words.paper[key], kind: "text" })),
          rows: indicators.map(({ name, unit, baseline, baselineYear, source, ...aim }) => [
            name,
            unit,
            `${measure(baseline)} (${baselineYear})`,
            aimText(aim, measure),
            source,
          ]),
          strong: [],
        },
        { kind: "prose", text: indicators.map((one) => howMeasured(one, personName)).join("\n") },
      ];

/** How it is measured, how often, by whom, and what is expected on the way. */
function howMeasured(indicator: Indicator, personName: (id: string) => string): string {
  const { name, definition, frequency, dueDays, reporter, path } = indicator;
  const often = words.frequency[frequency];
  const points = path.map(({ day, value }) => `${dayText(day, "sv")} ${measure(value)}`).join(", ");
  return [
    `${name}:`,
    ...(definition === "" ? [] : [definition]),
    frequency === "follow-up" ? `${often}.` : `${filled(words.due, { frequency: often, count: dueDays })}.`,
    ...(reporter === "" ? [] : [filled(words["reported-by"], { name: personName(reporter) })]),
    ...(points === "" ? [] : [filled(words["expected-points"], { points })]),
  ].join(" ");
}

const measure = (value: number): string => numberText(value, "sv", decimalsOf(value));
