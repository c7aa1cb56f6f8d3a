import type { FileReader } from "../../platform/intake/reader.ts";
import { tableFile } from "../../platform/intake/table-file.ts";
import { MAX_BODIES } from "./rules/bodies.ts";

/** Rows above the table, and one more than there may be, so that more are told. */
const LIMITS = { unpackedBytes: 100_000_000, rows: MAX_BODIES + 100, columns: 40 };

/** The cells of a table's first sheet that has any. What they mean is read where the organisation is known. */
const read: FileReader<undefined, readonly (readonly string[])[]> = async (bytes) => {
  const { sheets } = await tableFile(bytes, LIMITS);
  return sheets.find(({ rows }) => rows.length > 0)?.rows ?? [];
};
export default read;
