import { refuse } from "../../kernel/problem.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import { isWorkbook, workbookCells } from "../../platform/intake/workbook.ts";
import { NotAWorkbook, WorkbookTooLarge } from "./contract.ts";
import { cellsIn } from "./rules/delimited.ts";
import { IMPORT_LIMITS } from "./rules/import.ts";
import type { PopulationFile } from "./rules/sheets.ts";

const MEGABYTE = 1_000_000;

/** The cells of a file: of each sheet of a workbook, or of a text. Refuses what is neither. */
export async function populationFile(bytes: Uint8Array): Promise<PopulationFile> {
  if (isWorkbook(bytes)) {
    const cells = await workbookCells(bytes, IMPORT_LIMITS);
    if (cells === "broken") refuse(NotAWorkbook);
    if (cells === "too-large")
      refuse(WorkbookTooLarge, { params: { maxMb: IMPORT_LIMITS.unpackedBytes / MEGABYTE } });
    return cells;
  }
  const text = textOfBytes(bytes);
  // An older workbook, a picture, a paper: no text has the character 0
  if (text.includes("\0")) refuse(NotAWorkbook);
  return {
    sheets: [{ name: "", rows: cellsIn(text, IMPORT_LIMITS.rows, IMPORT_LIMITS.columns), hidden: false }],
    hidden: [],
  };
}
