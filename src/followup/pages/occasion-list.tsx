import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Occasions } from "../contract.ts";
import { reportPath } from "./paths.ts";

type Occasion = Occasions["occasions"][number];
type Line = Occasion["bodies"][number];

/** The year's occasions: how far each body has come, and the group's own report (U-2 – U-5). */
export function OccasionList({
  occasions,
  only,
}: {
  readonly occasions: Occasions;
  /** The chosen body and those above it; undefined for the whole group. */
  readonly only: readonly string[] | undefined;
}) {
  const t = useTexts("followup");
  return (
    <>
      {occasions.occasions.map((occasion) => {
        const shown = only
          ? occasion.bodies.filter((line) => only.includes(line.body)).slice(0, 1)
          : occasion.bodies;
        const lines = occasion.group && !(only && shown.length > 0) ? [occasion.group, ...shown] : shown;
        const decided = occasion.bodies.filter((line) => line.state === "decided").length;
        return (
          <section key={occasion.kind} className="occasion" aria-labelledby={`tillfalle-${occasion.kind}`}>
            <h3 className="ds-heading" data-size="xs" id={`tillfalle-${occasion.kind}`}>
              {t(`report.title.${occasion.kind}`, { year: occasions.year })}
            </h3>
            <p className="quiet">
              {t("page.occasions.until")} <When at={occasion.until} />.{" "}
              {only ? null : t("page.occasions.decided-of", { decided, all: occasion.bodies.length })}
            </p>
            <OccasionTable occasion={occasion} lines={lines} year={occasions.year} />
          </section>
        );
      })}
      {occasions.further.length > 0 ? (
        <p>
          {t("page.occasions.further")}{" "}
          {occasions.further.map((day, i) => (
            <span key={day}>
              {i > 0 ? ", " : ""}
              <When at={day} />
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function OccasionTable({
  occasion,
  lines,
  year,
}: {
  readonly occasion: Occasion;
  readonly lines: readonly Line[];
  readonly year: number;
}) {
  const t = useTexts("followup");
  const name = (line: Line) =>
    line === occasion.group ? `${line.name}: ${t("report.whole-group").toLocaleLowerCase("sv")}` : line.name;
  const columns: Column<Line>[] = [
    { id: "name", header: t("page.occasions.body"), value: name },
    {
      id: "state",
      header: t("page.occasions.state"),
      value: (line) => t(`page.occasions.is.${line.state}`),
      cell: (line) => (
        <span className="row">
          {line.state === "none" ? (
            <span className="quiet">{t("page.occasions.is.none")}</span>
          ) : (
            <Status value={line.state} />
          )}
          {line.late ? <Status value="late" /> : null}
        </span>
      ),
    },
    {
      id: "due",
      header: t("page.occasions.due"),
      value: (line) => line.due,
      cell: (line) => <When at={line.due} />,
    },
    {
      id: "decision",
      header: t("page.occasions.decision"),
      value: (line) => line.decision,
      cell: (line) =>
        line.decision === null ? (
          "–"
        ) : (
          <Link href={`/beslut/${line.decision}`} className="above-row-link">
            {t("page.decision", { number: line.decision })}
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t(`report.title.${occasion.kind}`, { year })}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.matter}
      href={(line) => reportPath(occasion.kind, line.body, year)}
      search={false}
      copy={lines.length > 1}
      empty={<EmptyState title={t("page.occasions.nobody")} />}
    />
  );
}
