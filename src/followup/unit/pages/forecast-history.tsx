import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money, When } from "../../../platform/ui/number.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { UnitForecastView } from "../contract.ts";

/** All that has been sent, so that one sees how the year has been believed to end. */
export function ForecastHistory({ history }: { readonly history: UnitForecastView["history"] }) {
  const t = useTexts("followup");
  if (history.length === 0) return null;
  return (
    <Section title={t("unit-forecast.history")}>
      <DataTable
        caption={t("unit-forecast.history-caption")}
        rows={history}
        rowKey={({ occasion, number }) => `${occasion} ${number}`}
        search={false}
        columns={[
          {
            id: "when",
            header: t("unit-forecast.when"),
            value: ({ sentOn }) => sentOn,
            cell: ({ sentOn }) => <When at={sentOn} />,
          },
          {
            id: "at",
            header: t("unit-forecast.at"),
            value: ({ occasion }) => t(`unit-forecast.occasion.${occasion}`),
          },
          { id: "by", header: t("unit-forecast.by"), value: ({ sentByName }) => sentByName },
          {
            id: "forecast",
            header: t("unit-forecast.forecast"),
            numeric: true,
            value: ({ forecastTkr }) => forecastTkr,
            cell: ({ forecastTkr }) => <Money tkr={forecastTkr} />,
          },
          {
            id: "deviation",
            header: t("unit-forecast.deviation"),
            numeric: true,
            stays: true,
            value: ({ deviationTkr }) => deviationTkr,
            cell: ({ deviationTkr }) => <Money tkr={deviationTkr} signed />,
          },
        ]}
      />
    </Section>
  );
}
