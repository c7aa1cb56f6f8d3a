import { type Column, DataTable } from "../../platform/ui/data-table.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
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
    { id: "title", header: t("page.row.title"), value: (row) => row.title },
    { id: "type", header: t("page.row.type"), value: (row) => row.typeName },
    { id: "body", header: t("page.row.body"), value: (row) => row.bodyName },
    { id: "owner", header: t("page.row.owner"), value: (row) => row.owner },
    {
      id: "from",
      header: t("page.row.from"),
      value: (row) => row.validFrom,
      cell: (row) => <When at={row.validFrom} />,
    },
    {
      id: "to",
      header: t("page.row.to"),
      value: (row) => row.validTo,
      cell: (row) => (row.validTo ? <When at={row.validTo} /> : t("page.row.until-further")),
    },
    {
      id: "state",
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
          <Link href={`/beslut/${row.decision}`} className="above-row-link">
            {t("page.row.decision-number", { number: row.decision })}
          </Link>
        ),
    },
  ];
  return (
    <DataTable
      caption={caption}
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
