import { refuse } from "../../kernel/problem.ts";
import { textOfBytes } from "../../kernel/text-of-bytes.ts";
import { unpackedSize } from "../../platform/unpacked-size.ts";
import { NotAWorkbook, WorkbookTooLarge } from "./contract.ts";
import { cellsIn } from "./rules/delimited.ts";
import { IMPORT_LIMITS } from "./rules/import.ts";
import type { PopulationFile } from "./rules/sheets.ts";

/** A workbook is a zip archive, and begins as one. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const MEGABYTE = 1_000_000;

/** The cells of a file: of each sheet of a workbook, or of a text. Refuses what is neither. */
export async function populationFile(bytes: Uint8Array): Promise<PopulationFile> {
  if (ZIP.every((byte, i) => bytes[i] === byte)) return workbookSheets(bytes);
  const text = textOfBytes(bytes);
  // An older workbook, a picture, a paper: no text has the character 0
  if (text.includes("\0")) refuse(NotAWorkbook);
  return { sheets: [{ name: "", rows: cellsIn(text, IMPORT_LIMITS.rows), hidden: false }], hidden: [] };
}

async function workbookSheets(bytes: Uint8Array): Promise<PopulationFile> {
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
  const { worksheets } = workbook;
  if (worksheets.length === 0) refuse(NotAWorkbook);
  const visible = worksheets.filter(({ state }) => state === "visible" || state === undefined);
  return {
    sheets: visible.map((sheet) => ({ name: sheet.name, rows: cellsOf(sheet), hidden: hidesCells(sheet) })),
    hidden: worksheets.filter((sheet) => !visible.includes(sheet)).map(({ name }) => name),
  };
}

function cellsOf(sheet: Worksheet): string[][] {
  const rows: string[][] = [];
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

/** Whether rows or columns are hidden, as by a filter: they are read with the rest. */
function hidesCells(sheet: Worksheet): boolean {
  if (sheet.columns?.some(({ hidden }) => hidden)) return true;
  let hides = false;
  sheet.eachRow((row) => {
    hides ||= row.hidden;
  });
  return hides;
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
type Worksheet = import("exceljs").Worksheet;
