import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Money, Num } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import type { ReportKind } from "../rules/occasions.ts";
import type { BodyLine, ReportData } from "../rules/report-data.ts";
import { reportPath } from "./paths.ts";

type Facts = NonNullable<ReportData["group"]>;
type Line = Facts["incomeStatement"][number];
type BalanceLine = Facts["balanceSheet"][number];

/** Each committee's economy as the group's report is assembled from it (U-6). */
export function BodyLines({
  bodies,
  kind,
  year,
}: {
  readonly bodies: readonly BodyLine[];
  readonly kind: ReportKind;
  readonly year: number;
}) {
  const t = useTexts("followup");
  const annual = kind === "annual-report";
  const amount = (
    id: "allocation" | "outcome" | "forecast" | "deviation",
    value: (line: BodyLine) => number | null,
  ): Column<BodyLine> => ({
    id,
    header: t(`page.economy.${id}`),
    value,
    cell: (line) => <Money tkr={value(line)} signed={id === "deviation"} />,
    numeric: true,
    foot: (
      <Money tkr={bodies.reduce((sum, line) => sum + (value(line) ?? 0), 0)} signed={id === "deviation"} />
    ),
  });
  return (
    <DataTable
      caption={t("report.by-body")}
      rows={bodies}
      rowKey={(line) => line.body}
      search={false}
      href={(line) => (line.reports ? reportPath(kind, line.body, year) : undefined)}
      columns={[
        { id: "name", header: t("report.body"), value: (line) => line.name, foot: t("report.total") },
        amount("allocation", (line) => line.economy.allocationTkr),
        amount("outcome", (line) => line.economy.outcomeToDateTkr),
        ...(annual ? [] : [amount("forecast", (line) => line.economy.forecastTkr)]),
        amount("deviation", (line) => line.economy.deviationTkr),
        {
          id: "report",
          header: t("page.group.report"),
          value: (line) => line.report?.decision ?? null,
          cell: (line) =>
            line.report ? (
              <Link href={`/beslut/${line.report.decision}`}>
                {t("page.decision", { number: line.report.decision })}
              </Link>
            ) : line.reports ? (
              t("page.group.missing")
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}

/** Statements and key figures of the group (U-9). Tkr. */
export function Statements({ facts }: { readonly facts: Facts }) {
  const t = useTexts("followup");
  return (
    <>
      <Section title={t("report.income-statement")}>
        <DataTable
          caption={t("page.table-of", { what: t("report.income-statement") })}
          rows={facts.incomeStatement}
          rowKey={(row) => row.row}
          search={false}
          rowTone={(row) => (INCOME_SUMS.has(row.row) ? "total" : undefined)}
          columns={[
            {
              id: "row",
              header: t("report.row"),
              value: (row) => dataText(t, "report.income-row", row.row),
              unsortable: true,
            },
            tkr<Line>("budget", t("report.budget"), (row) => row.budgetTkr),
            tkr<Line>("outcome", t("report.outcome-short"), (row) => row.outcomeTkr),
            tkr<Line>("deviation", t("report.deviation-short"), (row) => row.deviationTkr, true),
          ]}
        />
      </Section>
      {facts.balanceSheet.length > 0 ? (
        <Section title={t("report.balance-sheet")}>
          <DataTable
            caption={t("page.table-of", { what: t("report.balance-sheet") })}
            rows={facts.balanceSheet}
            rowKey={(row) => row.row}
            search={false}
            rowTone={(row) => (BALANCE_SUMS.has(row.row) ? "total" : undefined)}
            columns={[
              {
                id: "row",
                header: t("report.row"),
                value: (row) => dataText(t, "report.balance-row", row.row),
                unsortable: true,
              },
              tkr<BalanceLine>("opening", t("report.opening"), (row) => row.openingTkr),
              tkr<BalanceLine>("closing", t("report.closing"), (row) => row.closingTkr),
            ]}
          />
        </Section>
      ) : null}
      {facts.keyFigures.length > 0 ? (
        <Section title={t("report.key-figures")}>
          <DataTable
            caption={t("page.table-of", { what: t("report.key-figures") })}
            rows={facts.keyFigures}
            rowKey={(row) => row.id}
            search={false}
            columns={[
              {
                id: "name",
                header: t("report.figure"),
                value: (row) => dataText(t, "report.key-figure", row.id),
              },
              {
                id: "value",
                header: t("report.value"),
                value: (row) => row.value,
                cell: (row) => <Num value={row.value} decimals={1} unit={row.unit} />,
                numeric: true,
              },
              {
                id: "before",
                header: t("report.before"),
                value: (row) => row.before,
                cell: (row) => <Num value={row.before} decimals={1} />,
                numeric: true,
              },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}

const INCOME_SUMS = new Set(["operating-net", "operating-result", "result-after-financial", "result"]);
const BALANCE_SUMS = new Set([
  "fixed-assets",
  "current-assets",
  "assets",
  "equity-total",
  "debt",
  "equity-provisions-debt",
]);

const tkr = <Row extends object>(
  id: string,
  header: string,
  value: (row: Row) => number | null,
  signed = false,
): Column<Row> => ({
  id,
  header,
  value,
  cell: (row) => <Money tkr={value(row)} signed={signed} />,
  numeric: true,
  unsortable: true,
});
