import { BodyName } from "../../organisation/pages/body-name.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { BodyControl } from "../contract.ts";
import { HIGH_RISK } from "../rules/risk.ts";

/** What the executive supervises (K-5): every committee and company in one table, with what calls for attention first. */
export function Overview({ rows }: { readonly rows: readonly BodyControl[] }) {
  const t = useTexts("control");
  const sum = (of: (row: BodyControl) => number) => rows.reduce((total, row) => total + of(row), 0);
  const decided = rows.filter((row) => row.plan.state === "decided").length;
  const columns: Column<BodyControl>[] = [
    {
      id: "body",
      header: t("page.overview.body"),
      value: (row) => row.name,
      cell: (row) => <BodyName id={row.body} name={row.name} />,
      foot: t("page.overview.all"),
    },
    {
      id: "plan",
      header: t("page.overview.plan"),
      value: (row) => t(`page.plan-state.${row.plan.state}`),
      cell: (row) => <PlanState row={row} />,
    },
    {
      id: "highest",
      header: t("page.overview.highest"),
      value: (row) => row.highestRisk?.value ?? null,
      cell: (row) =>
        row.highestRisk ? (
          <span className="wide-cell">
            <strong className="num">{row.highestRisk.value}</strong>
            {row.highestRisk.value >= HIGH_RISK ? ` ${t("page.overview.high")}: ` : ": "}
            <span lang={WRITTEN}>{row.highestRisk.text}</span>
          </span>
        ) : (
          "–"
        ),
    },
    {
      id: "done",
      header: t("page.overview.done"),
      value: (row) => row.controls.done,
      cell: (row) =>
        row.controls.planned === 0 ? (
          "–"
        ) : (
          <>
            {t("page.overview.done-of", { done: row.controls.done, planned: row.controls.planned })}
            {lateOf(row) > 0 ? (
              <>
                <br />
                <Status value="late" word={t("page.overview.not-done", { count: lateOf(row) })} />
              </>
            ) : null}
          </>
        ),
      numeric: true,
      foot: t("page.overview.done-of", {
        done: sum((row) => row.controls.done),
        planned: sum((row) => row.controls.planned),
      }),
    },
    {
      id: "deviations",
      stays: true,
      header: t("page.overview.deviations"),
      title: t("page.overview.deviations-long"),
      value: (row) => row.controls.deviations,
      cell: (row) => (
        <>
          <Num value={row.controls.deviations} />
          {row.measures.due > 0 ? (
            <>
              <br />
              <Status value="late" word={t("page.overview.measures-due", { count: row.measures.due })} />
            </>
          ) : null}
        </>
      ),
      numeric: true,
      foot: <Num value={sum((row) => row.controls.deviations)} />,
    },
    {
      id: "reports",
      header: t("page.overview.reports"),
      value: (row) => row.reports.map((report) => t(`control.period.${report.period}`)).join(", "),
      cell: (row) => <Reports row={row} />,
    },
  ];
  return (
    <Section
      title={t("page.overview.title")}
      lead={t("page.overview.lead", { decided, all: rows.length })}
      cite="KL 6:1"
    >
      <DataTable
        caption={t("page.overview.caption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.body}
        href={(row) => `/kontroll?organ=${row.body}`}
        search={false}
      />
    </Section>
  );
}

/** Controls that were not done, or not in time. */
const lateOf = (row: BodyControl): number => row.controls.overdue + row.controls.notDone;

export function PlanState({ row }: { readonly row: BodyControl }) {
  const t = useTexts("control");
  const { state, decision } = row.plan;
  if (state === "none") return <span className="quiet">{t("page.plan-state.none")}</span>;
  if (decision === null) return <Status value={state} />;
  return (
    <span className="row">
      <Status value="decided" />
      <Link href={`/beslut/${decision}`}>{t("page.decision", { number: decision })}</Link>
    </span>
  );
}

function Reports({ row }: { readonly row: BodyControl }) {
  const t = useTexts("control");
  if (row.reports.length === 0) return <span className="quiet">{t("page.overview.no-reports")}</span>;
  return row.reports.map((report) => (
    <div key={report.decision}>
      <Link href={`/beslut/${report.decision}`}>{t(`control.period.${report.period}`)}</Link>
    </div>
  ));
}
