import { refuse } from "../../kernel/problem.ts";
import { textOfBytes } from "../../platform/text-of-bytes.ts";
import { unpackedSize } from "../../platform/unpacked-size.ts";
import { NotAWorkbook, WorkbookTooLarge } from "./contract.ts";
import { IMPORT_LIMITS } from "./rules/import.ts";

/** A workbook is a zip archive, and begins as one. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const MEGABYTE = 1_000_000;

/** The cells of a file: of a workbook's first sheet, or of a text. Refuses what is neither. */
export async function cellsOfFile(
  bytes: Uint8Array,
  cellsIn: (text: string) => string[][],
): Promise<string[][]> {
  if (ZIP.every((byte, i) => bytes[i] === byte)) return workbookCells(bytes);
  const text = textOfBytes(bytes);
  // An older workbook, a picture, a paper: no text has the character 0
  if (text.includes("\0")) refuse(NotAWorkbook);
  return cellsIn(text);
}

async function workbookCells(bytes: Uint8Array): Promise<string[][]> {
  const unpacked = await unpackedSize(bytes, IMPORT_LIMITS.unpackedBytes);
  if (unpacked === "broken") refuse(NotAWorkbook);
  if (unpacked === "too-large")
    refuse(WorkbookTooLarge, { params: { maxMb: IMPORT_LIMITS.unpackedBytes / MEGABYTE } });
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
  // One row and column past the limits tells that there are more; a cell far out must not make all those before it
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      cells[Math.min(column - 1, IMPORT_LIMITS.columns)] = textOf(cell);
    });
    rows[Math.min(number - 1, IMPORT_LIMITS.rows)] = Array.from(cells, (cell) => cell ?? "");
  });
  return Array.from(rows, (row) => row ?? []);
}

/** A cell's formula or text; of merged cells the first alone has a value, and a date is no number of people. */
function textOf(cell: Cell): string {
  if (cell.isMerged && cell.master.address !== cell.address) return "";
  if (cell.formula) return `=${cell.formula}`;
  if (cell.value instanceof Date)
    return Number.isNaN(cell.value.getTime()) ? "" : cell.value.toISOString().slice(0, 10);
  return cell.text.trim();
}
type Cell = import("exceljs").Cell;
