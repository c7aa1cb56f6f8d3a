import { useBodies } from "../../../../organisation/pages/use-bodies.ts";
import { type Column, DataTable } from "../../../../platform/ui/data-table.tsx";
import { Skeleton } from "../../../../platform/ui/loading.tsx";
import { Money, Num } from "../../../../platform/ui/number.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { allocate } from "../../../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../../allocation/rules/check-input.ts";
import { volumeOf } from "../../../allocation/rules/volumes.ts";
import type { AllocationLine, Origin } from "../../../base/rules/allocation.ts";
import type { AllocationInput } from "../../../base/rules/allocation-input.ts";
import { PopulationOrigin } from "../../../population/pages/origin.tsx";
import { AGE_GROUPS } from "../../../population/rules/population.ts";
import { ForecastChoice, useForecasts } from "../forecast-choice.tsx";
import { serviceName } from "../use-row-name.ts";
import { withForecast } from "../with-forecast.ts";
import { plainNumber } from "./columns.ts";
import type { PartProps } from "./editing.ts";

/** Which decided forecast the people are taken from, and what the change of them gives each service (E-3). */
export function InputsPopulation({ editing: { budget, change, readOnly }, year }: PartProps) {
  const t = useTexts("budget");
  const forecasts = useForecasts(year);
  const from = budget.sources.find((source) => source.from)?.from;
  return (
    <>
      <Section title={t("inputs.section.population")} lead={t("inputs.population.lead")} cite="§2.2">
        <PopulationOrigin sources={budget.sources} />
        {readOnly ? null : forecasts === undefined ? (
          <Skeleton lines={2} />
        ) : (
          <ForecastChoice
            forecasts={forecasts}
            chosen={from}
            none={t("inputs.population.none")}
            lastYear={budget.input.years.at(-1) ?? year}
            onChoose={(line) =>
              change(
                line
                  ? withForecast(budget, line, {
                      what: t("population.source-what"),
                      source: t("population.source-text", { source: line.source, version: line.version }),
                    })
                  : { sources: budget.sources.map(({ from: _from, ...source }) => source) },
              )
            }
          />
        )}
      </Section>
      <VolumeEffect input={budget.input} />
      <People input={budget.input} />
    </>
  );
}

type Demography = Extract<Origin, { step: "demography" }>;

/** What more or fewer people, or volumes, give each service in each year. */
function VolumeEffect({ input }: { readonly input: AllocationInput }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { nameOf } = useBodies();
  if (input.services.length === 0) return <p className="quiet">{t("inputs.population.no-services")}</p>;
  if ("faults" in checkAllocationInput(input)) return null;
  const years = allocate(input).years.map(({ year, lines }) => ({
    year,
    lines: new Map(
      lines.flatMap((line) => (line.origin.step === "demography" ? [[line.origin.service, line]] : [])),
    ),
  }));
  type Row = AllocationInput["services"][number];
  const lineOf = (row: Row, at: (typeof years)[number]) => at.lines.get(row.id) as AllocationLine | undefined;
  const more = (line: AllocationLine | undefined) => {
    const origin = line?.origin as Demography | undefined;
    const count = (origin?.peopleNow ?? 0) - (origin?.peopleBefore ?? 0);
    return `${count > 0 ? "+" : ""}${plainNumber(count, language)}`;
  };
  return (
    <Section title={t("inputs.population.effect")} lead={t("inputs.population.effect-lead")}>
      <DataTable<Row>
        caption={t("inputs.population.effect-caption")}
        search={false}
        columns={[
          {
            id: "service",
            header: t("inputs.field.name"),
            value: (row) => serviceName(row, t),
            foot: t("page.whole"),
          },
          { id: "body", header: t("page.body"), value: (row) => nameOf(row.body) },
          ...years.flatMap((at): Column<Row>[] => [
            {
              id: `people.${at.year}`,
              header: t("inputs.population.change-year", { year: at.year }),
              numeric: true,
              value: (row) => more(lineOf(row, at)),
            },
            {
              id: `tkr.${at.year}`,
              header: t("inputs.population.tkr-year", { year: at.year }),
              numeric: true,
              value: (row) => lineOf(row, at)?.amountTkr ?? null,
              cell: (row) => <Money tkr={lineOf(row, at)?.amountTkr} signed />,
              foot: (
                <Money
                  tkr={[...at.lines.values()].reduce((sum, { amountTkr }) => sum + amountTkr, 0)}
                  signed
                />
              ),
            },
          ]),
        ]}
        rows={input.services}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

/** The people by the ages that services follow, from the year before the first. */
function People({ input }: { readonly input: AllocationInput }) {
  const t = useTexts("budget");
  const years = [(input.years[0] ?? 0) - 1, ...input.years];
  const whole = { id: "all", from: 0, to: 129 };
  return (
    <Section title={t("inputs.population.people")}>
      <DataTable
        caption={t("inputs.population.people-caption")}
        search={false}
        columns={[
          {
            id: "ages",
            header: t("inputs.field.ages"),
            unsortable: true,
            value: ({ id, from, to }) =>
              id === "all"
                ? t("population.all")
                : from === to
                  ? String(from)
                  : to >= 100
                    ? `${from}+`
                    : `${from}–${to}`,
          },
          ...years.map((year) => ({
            id: String(year),
            header: String(year),
            numeric: true,
            unsortable: true,
            value: ({ from, to }: { from: number; to: number }) =>
              volumeOf(input, { ages: [from, to], measured: undefined }, year),
            cell: ({ from, to }: { from: number; to: number }) => (
              <Num value={volumeOf(input, { ages: [from, to], measured: undefined }, year)} />
            ),
          })),
        ]}
        rows={[...AGE_GROUPS.map(({ to, ...group }) => ({ ...group, to: to >= 100 ? 129 : to })), whole]}
        rowKey={({ id }) => id}
        rowTone={({ id }) => (id === "all" ? "total" : undefined)}
      />
    </Section>
  );
}
