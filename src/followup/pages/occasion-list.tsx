import { BodyName } from "../../organisation/pages/body-name.tsx";
import { DueDay } from "../../organisation/pages/due-day.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Occasions } from "../contract.ts";
import { decidedCount, type OccasionRow, occasionRows } from "./occasion-rows.ts";
import { reportPath } from "./paths.ts";

type Occasion = Occasions["occasions"][number];
type Line = Occasion["bodies"][number];

/** The year's occasions: what each looks at, and how far each body has come (U-2 – U-5). */
export function OccasionList({
  occasions,
  only,
}: {
  readonly occasions: Occasions;
  /** The chosen body and those above it; undefined for the whole group. */
  readonly only: readonly string[] | undefined;
}) {
  const t = useTexts("followup");
  const { year } = occasions;
  const rows = occasionRows(occasions, only);
  const columns: Column<OccasionRow>[] = [
    {
      id: "name",
      header: t("page.occasions.body"),
      value: (row) => row.name,
      cell: (row) =>
        row.group ? (
          <>
            <BodyName id={row.body} name={row.name} />
            <br />
            <span className="quiet small">{t("report.whole-group")}</span>
          </>
        ) : (
          <BodyName id={row.body} name={row.name} />
        ),
    },
    ...occasions.occasions.map(
      ({ kind }): Column<OccasionRow> => ({
        id: kind,
        header: t(`report.title.${kind}`, { year }),
        value: (row) => {
          const line = row.reports[kind];
          return line ? `${t(`page.occasions.is.${line.state}`)} (${line.due})` : null;
        },
        cell: (row) => {
          const line = row.reports[kind];
          return line ? <ReportCell line={line} href={reportPath(kind, row.body, year)} /> : "–";
        },
      }),
    ),
  ];
  return (
    <>
      <ul className="occasions">
        {occasions.occasions.map((occasion) => (
          <li key={occasion.kind}>
            <strong>{t(`report.title.${occasion.kind}`, { year })}</strong>{" "}
            <span className="quiet">
              {occasion.until === null ? null : (
                <>
                  {t("page.occasions.until")} <When at={occasion.until} />.{" "}
                </>
              )}
              {occasion.notInWheel.map((whose) => `${t(`page.occasions.not-in-wheel-${whose}`)} `)}
              {only
                ? null
                : t("page.occasions.decided-of", {
                    decided: decidedCount(occasion),
                    all: occasion.bodies.length,
                  })}
            </span>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t("page.occasions.caption", { year })}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.group} ${row.body}`}
        search={false}
        empty={<EmptyState title={t("page.occasions.nobody")} />}
      />
      {occasions.further.length > 0 ? (
        <p>
          {t("page.occasions.further")}{" "}
          {occasions.further.map((day, i) => (
            <span key={day}>
              {i > 0 ? ", " : ""}
              <When at={day} />
            </span>
          ))}
          .
        </p>
      ) : null}
    </>
  );
}

/** How a report stands, leading to it; until it is decided also by when. */
function ReportCell({ line, href }: { readonly line: Line; readonly href: string }) {
  const t = useTexts("followup");
  return (
    <span className="report-cell">
      <Link href={href} aria-label={`${line.name}: ${t(`page.occasions.is.${line.state}`)}`}>
        {line.state === "none" ? (
          t("page.occasions.is.none")
        ) : (
          <Status value={line.state} word={t(`page.occasions.is.${line.state}`)} />
        )}
      </Link>
      {line.late ? <Status value="late" /> : null}
      <span className="quiet small num">
        {line.decidedOn ? (
          <When at={line.decidedOn} />
        ) : (
          <>
            {t("page.occasions.due-by")} <DueDay at={line.due} />
          </>
        )}
      </span>
    </span>
  );
}
