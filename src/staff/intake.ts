import { refuse } from "../kernel/problem.ts";
import type { FileReader } from "../platform/intake/reader.ts";
import { tableFile } from "../platform/intake/table-file.ts";
import { StaffFaults } from "./contract.ts";
import { STAFF_LIMITS } from "./rules/figure.ts";
import { readStaffTable, type StaffTable, type StaffTableFor } from "./rules/table.ts";

export type StaffRead = Extract<StaffTable, { rows: unknown }>;

/** The staff figures of a file's first sheet that has any (T-4). Refuses what can't be read, with each fault's cell. */
const read: FileReader<StaffTableFor, StaffRead> = async (bytes, of) => {
  const { sheets } = await tableFile(bytes, STAFF_LIMITS);
  const table = readStaffTable(sheets.find(({ rows }) => rows.length > 0)?.rows ?? [], of);
  if ("faults" in table)
    refuse(StaffFaults, { remarks: table.faults, cite: "§2.5", params: { count: table.faults.length } });
  return table;
};
export default read;
