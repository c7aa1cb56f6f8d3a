import { When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getUnitForecasts } from "../contract.ts";
import { unitsTkr } from "../rules/forecast.ts";
import { UnitsTable } from "./units-table.tsx";

/** A committee's units at the occasion that has begun last: what each has sent, and who has not (U-8); nothing where none forecasts. */
export function CommitteeUnits({ committee, year }: { readonly committee: string; readonly year: number }) {
  const t = useTexts("followup");
  const { data } = useApi(getUnitForecasts, { params: { body: committee, year } });
  if (!data?.occasion || data.units.length === 0) return null;
  const { additionTkr, units, occasion } = data;
  return (
    <Section title={t("unit-forecast.units")} lead={t("unit-forecast.units-lead")} cite="§2.5">
      <p>
        <strong>{t(`unit-forecast.occasion.${occasion.kind}`)}.</strong> {t("unit-forecast.due")}{" "}
        <When at={occasion.due} />.
      </p>
      <UnitsTable
        units={units}
        year={year}
        own={additionTkr === null ? undefined : { additionTkr, forecastTkr: unitsTkr(units) + additionTkr }}
      />
    </Section>
  );
}
