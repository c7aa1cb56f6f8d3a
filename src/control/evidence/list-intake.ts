import { refuse } from "../../kernel/problem.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { tableFile } from "../../platform/intake/table-file.ts";
import { NoRows } from "./contract.ts";
import { rowsOf, SAMPLE_LIMITS } from "./rules/sampling.ts";

export interface ListRead {
  readonly rows: readonly string[];
  /** How many rows came after those that a list may have. */
  readonly left: number;
}

const MAX_COLUMNS = 20;
const UNPACKED_BYTES = 100_000_000;

/** Reads the list that a sample is to be drawn from: a row a row, its cells in one text (K-4). */
const read: FileReader<unknown, ListRead> = async (bytes) => {
  const table = await tableFile(bytes, {
    unpackedBytes: UNPACKED_BYTES,
    rows: 2 * SAMPLE_LIMITS.rows,
    columns: MAX_COLUMNS,
  });
  const [sheet] = table.sheets;
  const rows = (sheet?.rows ?? []).flatMap((cells) =>
    rowsOf(cells.filter((cell) => cell !== "").join(" ")).map((row) => row.slice(0, SAMPLE_LIMITS.rowLength)),
  );
  if (rows.length === 0) refuse(NoRows);
  return { rows: rows.slice(0, SAMPLE_LIMITS.rows), left: Math.max(0, rows.length - SAMPLE_LIMITS.rows) };
};
export default read;
