import { refuse } from "../../kernel/problem.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { type ReadRow, readTable } from "../read-table.ts";
import { BODY_COLUMNS, MAX_BODY_ROWS } from "./rules/table.ts";
import { BodiesTableFaults } from "./table-contract.ts";

/** The rows of a table of bodies. Refuses what is none. */
const read: FileReader<undefined, readonly ReadRow[]> = async (bytes) => {
  const found = await readTable(bytes, { columns: BODY_COLUMNS, maxRows: MAX_BODY_ROWS });
  if ("rows" in found) return found.rows;
  return refuse(BodiesTableFaults, {
    remarks: found.faults,
    cite: "§3",
    params: { count: found.faults.length, max: MAX_BODY_ROWS },
  });
};
export default read;
