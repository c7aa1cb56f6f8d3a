import { ownValue } from "../kernel/own-value.ts";
import type { Remark } from "../kernel/remark.ts";
import { tableFile } from "../platform/intake/table-file.ts";
import { type TableColumn, type TableRow, tableRows } from "./setup/rules/table.ts";

/** A row as it travels out of the reader's thread: its number, its cells, and how its columns are called in the spreadsheet. */
export interface ReadRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
}

/** Rows above the table, which are passed over. */
const ABOVE = 20;
const COLUMNS = 30;
const UNPACKED_BYTES = 60_000_000;

/** The rows of the first sheet that has the needed headings, one more than there may be, so that more are told; or why there are none. */
export async function readTable(
  bytes: Uint8Array,
  { columns, maxRows }: { readonly columns: readonly TableColumn[]; readonly maxRows: number },
): Promise<{ readonly rows: readonly ReadRow[] } | { readonly faults: readonly Remark[] }> {
  const limits = { rows: maxRows + ABOVE, columns: COLUMNS, unpackedBytes: UNPACKED_BYTES };
  const { sheets } = await tableFile(bytes, limits);
  const tables = sheets.map(({ rows }) => tableRows(rows, columns));
  const found = tables.find((table) => "rows" in table);
  if (!found || !("rows" in found)) {
    const [first] = tables;
    return { faults: first && "faults" in first ? first.faults : [] };
  }
  return {
    rows: found.rows.slice(0, maxRows + 1).map(({ row, cells, at }) => ({
      row,
      cells,
      places: Object.fromEntries(columns.map(({ id }) => [id, at(id)])),
    })),
  };
}

/** The rows of a file that was read in its thread, with where they stood. */
export const rowsOf = (read: readonly ReadRow[]): TableRow[] =>
  read.map(({ row, cells, places }) => ({
    row,
    cells,
    at: (column: string) => ownValue(places, column) ?? "",
  }));
