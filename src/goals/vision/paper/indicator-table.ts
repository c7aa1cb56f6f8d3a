import { numberText } from "../../../kernel/format.ts";
import type { PaperBlock } from "../../../kernel/paper.ts";
import { decimalsOf } from "../../rules/decimals.ts";
import type { Indicator } from "../contract.ts";
import { columns, say } from "./texts.ts";

/** By what a goal is measured (V-7): the same in print whoever's goal it is. */
export const indicatorTable = (indicators: readonly Indicator[]): PaperBlock => ({
  kind: "table",
  title: say("indicators"),
  columns: columns("indicator", "unit", "baseline", "target", "source"),
  rows: indicators.map(({ name, unit, baseline, baselineYear, target, targetTo, source }) => [
    name,
    unit,
    `${measure(baseline)} (${baselineYear})`,
    targetTo === undefined ? measure(target) : `${measure(target)}–${measure(targetTo)}`,
    source,
  ]),
  strong: [],
});

const measure = (value: number): string => numberText(value, "sv", decimalsOf(value));
