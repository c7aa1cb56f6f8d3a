import { sumOf } from "../../../kernel/sum.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Num } from "../../../platform/ui/number.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import type { ForecastError } from "../rules/forecast-error.ts";
import type { PopulationYear } from "../rules/population.ts";
import type { ProjectedYear } from "../rules/projection.ts";
import { ALL_AGES } from "./layout.ts";
import { groupName } from "./picture.tsx";

/** How far the forecast was from what has been counted, by age group and year. */
export function ErrorTable({ errors }: { readonly errors: readonly ForecastError[] }) {
  const t = useTexts("budget");
  return (
    <DataTable
      caption={t("population.error-caption")}
      rows={errors}
      rowKey={({ year, group }) => `${year} ${group === "all" ? "all" : group.id}`}
      search={false}
      rowTone={({ group }) => (group === "all" ? "sub" : undefined)}
      empty={<EmptyState title={t("population.no-error")} />}
      columns={[
        {
          id: "group",
          header: t("population.ages"),
          value: ({ group }) => groupName(group === "all" ? ALL_AGES : group, t),
        },
        { id: "year", header: t("population.year"), value: ({ year }) => String(year) },
        {
          id: "forecast",
          header: t("population.forecast"),
          numeric: true,
          value: ({ forecast }) => forecast,
        },
        { id: "outcome", header: t("population.outcome"), numeric: true, value: ({ outcome }) => outcome },
        {
          id: "error",
          header: t("population.error-people"),
          numeric: true,
          value: ({ error }) => error,
          cell: ({ error }) => <Num value={error} signed />,
        },
        {
          id: "percent",
          header: t("population.error-percent"),
          numeric: true,
          value: ({ errorPercent }) => errorPercent,
          cell: ({ errorPercent }) => <Num value={errorPercent} signed decimals={1} />,
        },
      ]}
    />
  );
}

/** What happens in each year of a projection; a year's events are its change, to the person. */
export function EventsTable({
  start,
  years,
}: {
  readonly start: PopulationYear;
  readonly years: readonly ProjectedYear[];
}) {
  const t = useTexts("budget");
  const before = (i: number) => sumOf((years[i - 1] ?? start).people);
  const rows = years.map((year, i) => ({
    ...year,
    sum: sumOf(year.people),
    change: sumOf(year.people) - before(i),
  }));
  type Row = (typeof rows)[number];
  type EventColumn = "births" | "deaths" | "in" | "new" | "out" | "change" | "people";
  const column = (id: EventColumn, value: (row: Row) => number, signed = false) => ({
    id,
    header: t(`population.${id}`),
    numeric: true,
    value,
    cell: (row: Row) => <Num value={value(row)} signed={signed} />,
  });
  return (
    <DataTable
      caption={t("population.events-caption")}
      rows={rows}
      rowKey={({ year }) => String(year)}
      search={false}
      columns={[
        { id: "year", header: t("population.year"), value: ({ year }) => String(year) },
        column("births", (row) => row.births),
        column("deaths", (row) => row.deaths),
        column("in", (row) => row.movedIn),
        column("new", (row) => row.intoNew),
        column("out", (row) => row.movedOut),
        column("change", (row) => row.change, true),
        column("people", (row) => row.sum),
      ]}
    />
  );
}
