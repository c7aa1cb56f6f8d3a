import { refuse } from "../../kernel/problem.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { tableFile } from "../../platform/intake/table-file.ts";
import { tableRows } from "../setup/rules/table.ts";
import { MAX_TABLE_ROWS, PEOPLE_COLUMNS } from "./rules/plan.ts";
import { PeopleTableFaults } from "./table-contract.ts";

const LIMITS = { rows: MAX_TABLE_ROWS + 20, columns: 30, unpackedBytes: 60_000_000 };

/** A row as it travels out of the reader's thread: its number, its cells, and how its columns are called in the spreadsheet. */
export interface ReadRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
}

/** The rows of a table of people and posts: the first sheet that has its headings. Refuses what is none. */
const read: FileReader<undefined, readonly ReadRow[]> = async (bytes) => {
  const { sheets } = await tableFile(bytes, LIMITS);
  const tables = sheets.map(({ rows }) => tableRows(rows, PEOPLE_COLUMNS));
  const found = tables.find((table) => "rows" in table);
  if (!found || !("rows" in found)) {
    const [first] = tables;
    const remarks = first && "faults" in first ? first.faults : [];
    return refuse(PeopleTableFaults, { remarks, cite: "§3.2", params: { count: remarks.length } });
  }
  return found.rows.slice(0, MAX_TABLE_ROWS + 1).map(({ row, cells, at }) => ({
    row,
    cells,
    places: Object.fromEntries(PEOPLE_COLUMNS.map(({ id }) => [id, at(id)])),
  }));
};
export default read;
