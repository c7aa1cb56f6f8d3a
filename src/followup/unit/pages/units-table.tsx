import { sumOf } from "../../../kernel/sum.ts";
import { BodyName } from "../../../organisation/pages/body-name.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Money, When } from "../../../platform/ui/number.tsx";
import { PlainTable } from "../../../platform/ui/plain-table.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { Report } from "../../contract.ts";
import { type UnitLine, unitsTkr } from "../rules/forecast.ts";

/** Each unit with what it has sent, their sum, and to what that comes with the committee's own. Tkr. */
export function UnitsTable({
  units,
  year,
  own,
}: {
  readonly units: readonly UnitLine[];
  readonly year: number;
  readonly own: Pick<Report["economy"], "forecastTkr" | "additionTkr"> | undefined;
}) {
  const t = useTexts("followup");
  const together = unitsTkr(units);
  const budgetTkr = sumOf(units.map((unit) => unit.budgetTkr));
  return (
    <PlainTable
      caption={t("unit-forecast.units-caption")}
      columns={[
        { id: "unit", header: t("unit-forecast.unit") },
        { id: "budget", header: t("unit-forecast.budget"), numeric: true },
        { id: "outcome", header: t("unit-forecast.outcome"), numeric: true },
        { id: "forecast", header: t("unit-forecast.forecast"), numeric: true, stays: true },
        { id: "deviation", header: t("unit-forecast.deviation"), numeric: true, stays: true },
        { id: "state", header: t("unit-forecast.state") },
      ]}
      rows={[
        ...units.map((unit) => ({
          key: unit.unit,
          cells: [
            <Link key="unit" href={`/uppfoljning/enhetsprognos/${unit.unit}/${year}`}>
              <BodyName id={unit.unit} name={unit.name} />
            </Link>,
            <Money key="budget" tkr={unit.budgetTkr} />,
            <Money key="outcome" tkr={unit.outcomeTkr} />,
            unit.forecastTkr === null ? (
              <span key="forecast" className="quiet small">
                {t("unit-forecast.counted-as-budget")}
              </span>
            ) : (
              <Money key="forecast" tkr={unit.forecastTkr} />
            ),
            <Money key="deviation" tkr={unit.deviationTkr} signed />,
            unit.sentOn === null ? (
              <Status key="state" value="late" word={t("unit-forecast.missing")} />
            ) : (
              <span key="state" className="row">
                <Status value="done" word={t("unit-forecast.is-sent")} />{" "}
                <When at={unit.sentOn} form="short" />
              </span>
            ),
          ],
        })),
        {
          key: "sum",
          marked: true,
          cells: [
            t("unit-forecast.units-sum"),
            <Money key="budget" tkr={budgetTkr} />,
            <Money key="outcome" tkr={sumOf(units.map((unit) => unit.outcomeTkr))} />,
            <Money key="forecast" tkr={together} />,
            <Money key="deviation" tkr={budgetTkr - together} signed />,
            "",
          ],
        },
        ...(own && typeof own.additionTkr === "number"
          ? [
              {
                key: "addition",
                cells: [
                  t("unit-forecast.addition"),
                  "",
                  "",
                  <Money key="forecast" tkr={own.additionTkr} />,
                  "",
                  "",
                ],
              },
              {
                key: "committee",
                marked: true,
                cells: [
                  t("unit-forecast.committee"),
                  "",
                  "",
                  <Money key="forecast" tkr={together + own.additionTkr} />,
                  "",
                  "",
                ],
              },
            ]
          : []),
      ]}
    />
  );
}
