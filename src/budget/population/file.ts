import { tableFile } from "../../platform/intake/table-file.ts";
import { IMPORT_LIMITS } from "./rules/import.ts";
import type { PopulationFile } from "./rules/sheets.ts";

/** The cells of a population file: of each sheet of a workbook, or of a text. Refuses what is neither. */
export const populationFile = (bytes: Uint8Array): Promise<PopulationFile> => tableFile(bytes, IMPORT_LIMITS);
