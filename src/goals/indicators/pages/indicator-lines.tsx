import { numberText } from "../../../kernel/format.ts";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Indicator } from "../contract.ts";
import { aimText } from "../rules/aim.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { HowMeasured } from "./how-measured.tsx";

/** A goal's indicators as they are decided: from where to where, and how each is measured (V-7). */
export function IndicatorLines({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const figure = (value: number) => numberText(value, language, decimalsOf(value));
  return (
    <ul className="plain-list">
      {indicators.map((indicator) => {
        const { id, name, unit, baseline, baselineYear } = indicator;
        return (
          <li key={id}>
            {t("content.indicator", {
              name,
              baseline: figure(baseline),
              year: baselineYear,
              target: aimText(indicator, figure),
              unit,
            })}
            <HowMeasured indicator={indicator} />
          </li>
        );
      })}
    </ul>
  );
}
