import { refuse } from "../kernel/problem.ts";
import { NotAWorkbook } from "./contract-population.ts";
import { IMPORT_LIMITS } from "./rules/population-import.ts";

/** A workbook is a zip archive, and begins as one. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The cells of a file: of a workbook's first sheet, or of a text in UTF-8 or, where it is not that, in Latin-1. */
export async function cellsOfFile(
  bytes: Uint8Array,
  cellsIn: (text: string) => string[][],
): Promise<string[][]> {
  return ZIP.every((byte, i) => bytes[i] === byte) ? workbookCells(bytes) : cellsIn(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function workbookCells(bytes: Uint8Array): Promise<string[][]> {
  // Read in only when a workbook comes: it is large, and most that comes is text
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  } catch {
    refuse(NotAWorkbook);
  }
  const rows: string[][] = [];
  const [sheet] = workbook.worksheets;
  if (!sheet) refuse(NotAWorkbook);
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (number > IMPORT_LIMITS.rows) return;
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (column <= IMPORT_LIMITS.columns + 1)
        cells[column - 1] = cell.formula ? `=${cell.formula}` : cell.text.trim();
    });
    rows[number - 1] = Array.from(cells, (cell) => cell ?? "");
  });
  return Array.from(rows, (row) => row ?? []);
}
