import { BodyName } from "../../organisation/pages/body-name.tsx";
import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import "./documents.css";
import type { RegisterRow } from "../contract.ts";

/** Where a row is opened: what is registered by hand has a page of its own, what is decided its decision. */
export const documentHref = (row: RegisterRow): string =>
  row.origin === "registered" ? `/dokument/${row.id}` : row.href;

/** Documents with what applies, until when, whose they are, and what calls for work (D-1). */
export function RegisterTable({
  rows,
  caption,
}: {
  readonly rows: readonly RegisterRow[];
  readonly caption: string;
}) {
  const t = useTexts("documents");
  const columns: Column<RegisterRow>[] = [
    {
      id: "title",
      header: t("page.row.title"),
      value: (row) => row.title,
      cell: (row) => (
        <span className="wide-cell">
          <span lang={row.origin === "registered" ? WRITTEN : undefined}>{row.title}</span>
          {row.origin === "decided" ? null : (
            <span className="quiet small document-type">{row.typeName}</span>
          )}
        </span>
      ),
    },
    {
      id: "body",
      header: t("page.row.body-owner"),
      value: (row) => (row.owner === row.bodyName ? row.bodyName : `${row.bodyName}, ${row.owner}`),
      cell: (row) => (
        <>
          <BodyName id={row.body} name={row.bodyName} />
          {row.owner === row.bodyName ? null : (
            <>
              <br />
              <span className="quiet small">
                {t("page.row.owner")}: <span lang={WRITTEN}>{row.owner}</span>
              </span>
            </>
          )}
        </>
      ),
    },
    {
      id: "from",
      header: t("page.row.validity"),
      value: (row) => `${row.validFrom} – ${row.validTo ?? ""}`,
      cell: (row) => (
        <>
          <span className="num">
            <When at={row.validFrom} />
          </span>
          <br />
          <span className="quiet small">
            {row.validTo ? (
              <span className="num">
                – <When at={row.validTo} />
              </span>
            ) : (
              t("page.row.until-further")
            )}
          </span>
        </>
      ),
    },
    {
      id: "state",
      stays: true,
      header: t("page.row.state"),
      value: (row) => t(row.warning ? `documents.warning.${row.warning}` : `documents.state.${row.state}`),
      cell: (row) => <RowState row={row} />,
    },
    {
      id: "decision",
      header: t("page.row.decision"),
      value: (row) => row.decision,
      cell: (row) =>
        row.decision === null ? (
          "–"
        ) : (
          <Link href={`/beslut/${row.decision}`}>
            {t("page.row.decision-number", { number: row.decision })}
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("page.row.caption", { what: caption })}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.origin} ${row.id}`}
      href={documentHref}
    />
  );
}

export function RowState({ row }: { readonly row: RegisterRow }) {
  const t = useTexts("documents");
  if (row.warning) return <Status value={row.warning} word={t(`documents.warning.${row.warning}`)} />;
  const value = row.state === "in-force" ? "in-force" : row.state === "to-come" ? "to-come" : "past";
  return <Status value={value} word={t(`documents.state.${row.state}`)} />;
}
