import { refuse } from "../../kernel/problem.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import { NotAWorkbook, WorkbookTooLarge } from "../http/contract.ts";
import { cellsIn } from "../rules/delimited.ts";
import { isWorkbook, type WorkbookCells, type WorkbookLimits, workbookCells } from "./workbook.ts";

const MEGABYTE = 1_000_000;

/** The cells of a file: of each sheet of a workbook, or of a text. Refuses what is neither. */
export async function tableFile(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookCells> {
  if (isWorkbook(bytes)) {
    const cells = await workbookCells(bytes, limits);
    if (cells === "broken") refuse(NotAWorkbook);
    if (cells === "too-large")
      refuse(WorkbookTooLarge, { params: { maxMb: limits.unpackedBytes / MEGABYTE } });
    return cells;
  }
  const text = textOfBytes(bytes);
  // An older workbook, a picture, a paper: no text has the character 0
  if (text.includes("\0")) refuse(NotAWorkbook);
  return {
    sheets: [{ name: "", rows: cellsIn(text, limits.rows, limits.columns), hidden: false }],
    hidden: [],
  };
}
