import { useQueries } from "@tanstack/react-query";
import { getDecision } from "../../decisions/contract.ts";
import { BodyName } from "../../organisation/pages/body-name.tsx";
import { api } from "../../platform/ui/api.ts";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Skeleton } from "../../platform/ui/loading.tsx";
import { Money } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Occasions } from "../contract.ts";
import { type ForecastRow, forecastRow, latestReports } from "./forecast-rows.ts";
import { actionPlanPath, reportPath } from "./paths.ts";

/** Whether the money suffices: what each body last said of its year, and the plan where it does not (U-8). */
export function Forecasts({
  occasions,
  only,
  year,
}: {
  readonly occasions: Occasions;
  readonly only: readonly string[] | undefined;
  readonly year: number;
}) {
  const t = useTexts("followup");
  const reports = latestReports(occasions, only);
  const read = useQueries({
    queries: reports.map(({ decision }) => ({
      queryKey: ["forecast-of", decision],
      queryFn: () => api(getDecision, { params: { number: decision } }),
    })),
  });
  const waiting = read.some((query) => query.isPending);
  const rows = reports.flatMap(
    (report, i) => forecastRow(report, read[i]?.data?.content, occasions.plans) ?? [],
  );
  return (
    <Section title={t("page.forecasts.title")} lead={t("page.forecasts.lead")} cite="§2.5">
      {waiting ? (
        <Skeleton lines={4} />
      ) : (
        <ForecastTable rows={rows} all={bodiesOf(occasions, only)} year={year} />
      )}
    </Section>
  );
}

/** Before the year has ended bodies forecast it; after it they have its outcome. */
function yearHeader(rows: readonly ForecastRow[]) {
  const annual = rows.filter(({ kind }) => kind === "annual-report").length;
  if (annual === 0) return "page.economy.forecast";
  return annual === rows.length ? "page.economy.outcome" : "page.forecasts.year";
}

/** How many bodies owe a report: a sum over fewer is a sum of a part. */
const bodiesOf = (occasions: Occasions, only?: readonly string[]): number =>
  new Set(
    occasions.occasions
      .flatMap(({ bodies }) => bodies.map(({ body }) => body))
      .filter((body) => !only || only.includes(body)),
  ).size;

function ForecastTable({
  rows,
  all,
  year,
}: {
  readonly rows: readonly ForecastRow[];
  readonly all: number;
  readonly year: number;
}) {
  const t = useTexts("followup");
  const amount = (
    id: "allocation" | "year" | "deviation",
    value: (row: ForecastRow) => number | null,
  ): Column<ForecastRow> => ({
    id,
    header: t(id === "year" ? yearHeader(rows) : `page.economy.${id}`),
    // Whether it suffices is what the table is for
    ...(id === "deviation" ? { stays: true } : {}),
    value,
    cell: (row) => <Money tkr={value(row)} signed={id === "deviation"} />,
    numeric: true,
    foot: <Money tkr={rows.reduce((sum, row) => sum + (value(row) ?? 0), 0)} signed={id === "deviation"} />,
  });
  const total = rows.length < all ? t("page.forecasts.part", { some: rows.length, all }) : t("report.total");
  return (
    <DataTable
      caption={t("page.forecasts.caption")}
      rows={rows}
      rowKey={(row) => row.body}
      search={false}
      href={(row) => reportPath(row.kind, row.body, year)}
      empty={<EmptyState title={t("page.forecasts.none")}>{t("page.forecasts.none-detail")}</EmptyState>}
      columns={[
        {
          id: "name",
          header: t("report.body"),
          value: (row) => row.name,
          cell: (row) => <BodyName id={row.body} name={row.name} />,
          foot: total,
        },
        {
          id: "from",
          header: t("page.forecasts.from"),
          value: (row) => t(`report.title.${row.kind}`, { year }),
        },
        amount("allocation", (row) => row.allocationTkr),
        amount("year", (row) => row.yearTkr),
        amount("deviation", (row) => row.deviationTkr),
        {
          id: "plan",
          header: t("report.plan"),
          value: (row) => row.plan?.measuresTkr ?? null,
          cell: (row) => <PlanCell row={row} year={year} />,
        },
      ]}
    />
  );
}

function PlanCell({ row, year }: { readonly row: ForecastRow; readonly year: number }) {
  const t = useTexts("followup");
  if (row.plan)
    return (
      <span className="row">
        <Status
          value={row.plan.state === "decided" || row.plan.state === "proposed" ? row.plan.state : "draft"}
        />
        <Link href={actionPlanPath(row.body, year)}>
          <Money tkr={row.plan.measuresTkr} unit />
        </Link>
      </span>
    );
  if ((row.deviationTkr ?? 0) >= 0) return <span className="quiet">{t("page.forecasts.not-needed")}</span>;
  return <Link href={actionPlanPath(row.body, year)}>{t("page.forecasts.needed")}</Link>;
}
