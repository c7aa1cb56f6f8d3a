import { refuse } from "../../kernel/problem.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { type ReadRow, readTable } from "../read-table.ts";
import { MAX_TABLE_ROWS, PEOPLE_COLUMNS } from "./rules/plan.ts";
import { PeopleTableFaults } from "./table-contract.ts";

/** The rows of a table of people and posts. Refuses what is none. */
const read: FileReader<undefined, readonly ReadRow[]> = async (bytes) => {
  const found = await readTable(bytes, { columns: PEOPLE_COLUMNS, maxRows: MAX_TABLE_ROWS });
  if ("rows" in found) return found.rows;
  return refuse(PeopleTableFaults, {
    remarks: found.faults,
    cite: "§3.2",
    params: { count: found.faults.length },
  });
};
export default read;
