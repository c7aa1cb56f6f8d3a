import type { ReactNode } from "react";
import { FoldingTable } from "./folding-table.tsx";

export interface PlainColumn {
  readonly id: string;
  readonly header: ReactNode;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
  /** Gives way last where there is no room for all. */
  readonly stays?: boolean;
  /** That its cells hold what a municipality has written, in its language. */
  readonly written?: boolean;
}

export interface PlainRow {
  readonly key: string;
  /** One a column; the first names the row. */
  readonly cells: readonly ReactNode[];
  /** The row that the page is about. */
  readonly marked?: boolean;
}

/**
 * A few rows to read, in an order that means something: the parts of a sum, a picture as numbers. What people sort, search or
 * copy is a `DataTable`.
 */
export function PlainTable({
  caption,
  columns,
  rows,
  foot,
  fit = false,
}: {
  /** What the table holds: said to screen readers. */
  readonly caption: ReactNode;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
  /** The sum, one cell a column. */
  readonly foot?: readonly ReactNode[] | undefined;
  /** As wide as what it holds, instead of all there is. */
  readonly fit?: boolean;
}) {
  const cellsOf = (cells: readonly ReactNode[]) => new Map(columns.map(({ id }, i) => [id, cells[i]]));
  return (
    <FoldingTable
      caption={caption}
      className="plain-table"
      attributes={{ "data-fit": fit || undefined }}
      naming={columns[0]?.id ?? ""}
      columns={columns.map((column) => ({
        ...column,
        label: typeof column.header === "string" ? column.header : "",
      }))}
      rows={rows.map(({ key, cells, marked }) => ({
        key,
        name: typeof cells[0] === "string" ? cells[0] : "",
        cells: cellsOf(cells),
        attributes: { "data-marked": marked || undefined },
      }))}
      foot={foot && cellsOf(foot)}
    />
  );
}
