import { refuse } from "../../kernel/problem.ts";
import type { FileReader } from "../../platform/intake/reader.ts";
import { PopulationFaults } from "./contract.ts";
import { populationFile } from "./file.ts";
import type { PopulationTable } from "./rules/import.ts";
import { readPopulationSheets } from "./rules/sheets.ts";

/** The people in a file (E-3), of the region that is meant. Refuses what can't be read, with each fault's cell. */
const read: FileReader<{ readonly region: string | undefined }, PopulationTable> = async (
  bytes,
  { region },
) => {
  const table = readPopulationSheets(await populationFile(bytes), region);
  if ("faults" in table)
    refuse(PopulationFaults, {
      remarks: table.faults,
      cite: "§2.2",
      params: { count: table.faults.length },
    });
  return table;
};
export default read;
