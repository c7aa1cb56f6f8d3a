import type { ReactNode } from "react";

export interface PlainColumn {
  readonly id: string;
  readonly header: ReactNode;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
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
  readonly caption: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
  /** The sum, one cell a column. */
  readonly foot?: readonly ReactNode[] | undefined;
  /** As wide as what it holds, instead of all there is. */
  readonly fit?: boolean;
}) {
  const cellsOf = (cells: readonly ReactNode[]) =>
    columns.map(({ id, numeric }, i) =>
      i === 0 ? (
        <th key={id} scope="row">
          {cells[i]}
        </th>
      ) : (
        <td key={id} data-numeric={numeric || undefined}>
          {cells[i]}
        </td>
      ),
    );
  return (
    <div className="plain-table-scroll">
      <table className="plain-table" data-fit={fit || undefined}>
        <caption className="ds-sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, header, numeric }) => (
              <th key={id} scope="col" data-numeric={numeric || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, marked }) => (
            <tr key={key} data-marked={marked || undefined}>
              {cellsOf(cells)}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>{cellsOf(foot)}</tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
