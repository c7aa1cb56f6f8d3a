import { type Remark, remark } from "../../../kernel/remark.ts";
import { asCompared } from "../../../kernel/written.ts";
import { cellName } from "../../../platform/rules/delimited.ts";

/** A column of a table that is read in: what its heading may be, in small letters. */
export interface TableColumn {
  readonly id: string;
  readonly headings: readonly string[];
  readonly needed?: true;
}

/** A row by its columns' ids, with where it stood. */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** "B7": the cell of a column, as the spreadsheet names it. */
  at(column: string): string;
}

const CITE = "§3.2";

/** The rows under the first line that has the needed headings; what stands above it, and empty rows, are passed over. */
export function tableRows(
  cells: readonly (readonly string[])[],
  columns: readonly TableColumn[],
): { readonly rows: readonly TableRow[] } | { readonly faults: readonly Remark[] } {
  const placed = (line: readonly string[]) =>
    new Map(
      columns.flatMap(({ id, headings }): [string, number][] => {
        const column = line.findIndex((text) => headings.includes(asCompared(text)));
        return column < 0 ? [] : [[id, column]];
      }),
    );
  const needed = columns.filter((column) => column.needed);
  const head = cells.findIndex((line) => needed.every(({ id }) => placed(line).has(id)));
  if (head < 0)
    return {
      faults: [
        remark("stops", "setup-table-headings", CITE, {
          headings: needed.map(({ headings }) => headings[0]).join(", "),
        }),
      ],
    };
  const columnOf = placed(cells[head] ?? []);
  const rows = cells.slice(head + 1).flatMap((line, i): TableRow[] => {
    if (line.every((text) => text.trim() === "")) return [];
    const row = head + 1 + i;
    return [
      {
        row,
        cells: Object.fromEntries([...columnOf].map(([id, column]) => [id, line[column]?.trim() ?? ""])),
        at: (id) => cellName(row, columnOf.get(id) ?? 0),
      },
    ];
  });
  return { rows };
}
