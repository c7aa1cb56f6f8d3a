import { Money } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ForecastSum } from "../rules/forecast.ts";
import "../../../budget/base/pages/economy.css";

/** The unit's whole year in one line: always in sight. */
export function ForecastSums({ sum }: { readonly sum: ForecastSum }) {
  const t = useTexts("followup");
  const one = (label: string, tkr: number) => (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money tkr={tkr} />
      </dd>
    </div>
  );
  return (
    <div className="difference" data-color={sum.deviationTkr < 0 ? "brand1" : "success"} role="status">
      <dl>
        {one(t("unit-forecast.budget"), sum.budgetTkr)}
        {one(t("unit-forecast.outcome"), sum.outcomeTkr)}
        {one(t("unit-forecast.forecast"), sum.forecastTkr)}
        {one(
          t(sum.deviationTkr < 0 ? "unit-forecast.over" : "unit-forecast.left"),
          Math.abs(sum.deviationTkr),
        )}
      </dl>
    </div>
  );
}
