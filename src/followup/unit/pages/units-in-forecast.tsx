import { numberText } from "../../../kernel/format.ts";
import { AmountField } from "../../../platform/ui/amount-field.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { Report } from "../../contract.ts";
import type { Write } from "../../pages/text-part.tsx";
import { type UnitLine, unitsTkr } from "../rules/forecast.ts";
import { UnitsTable } from "./units-table.tsx";

type Own = Pick<Report["economy"], "forecastTkr" | "additionTkr">;

/** A committee's forecast in its report: its units' together, and what it adds itself (U-8). */
export function UnitsInForecast({
  units,
  own,
  year,
  write,
}: {
  readonly units: readonly UnitLine[];
  readonly own: Own;
  readonly year: number;
  readonly write: Write<Own>;
}) {
  const t = useTexts("followup");
  const language = useLanguage();
  const together = unitsTkr(units);
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {t("unit-forecast.units")}
      </h3>
      <p className="quiet">{t("unit-forecast.units-lead")}</p>
      <UnitsTable units={units} year={year} own={own} />
      {write ? (
        <div className="form">
          <AmountField
            at="economy.forecastTkr"
            label={t("unit-forecast.addition-label")}
            help={t("unit-forecast.addition-help", { amount: numberText(together, language) })}
            value={own.additionTkr ?? null}
            onChange={(additionTkr: number | null) =>
              write({ additionTkr, forecastTkr: additionTkr === null ? null : together + additionTkr })
            }
            empty
          />
        </div>
      ) : null}
    </>
  );
}
