import type { FileReader } from "../../platform/intake/reader.ts";
import { tableFile } from "../../platform/intake/table-file.ts";
import { TABLE_LIMITS } from "./rules/value-table.ts";

/** The cells of a table's first sheet that has any. What they mean is read where the indicator is known. */
const read: FileReader<undefined, readonly (readonly string[])[]> = async (bytes) => {
  const { sheets } = await tableFile(bytes, TABLE_LIMITS);
  return sheets.find(({ rows }) => rows.length > 0)?.rows ?? [];
};
export default read;
