import { Readable } from "node:stream";
import { unpackedSize } from "./unpacked-size.ts";

/** A sheet of a workbook: the texts of its cells, by row and column. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Whether rows or columns of it are hidden, as by a filter: they are read with the rest. */
  readonly hidden: boolean;
}

export interface WorkbookCells {
  /** Those that can be seen. */
  readonly sheets: readonly SheetCells[];
  /** The names of those that somebody has hidden. */
  readonly hidden: readonly string[];
}

export interface WorkbookLimits {
  readonly unpackedBytes: number;
  /** A row and a column past these tell that there are more; a cell far out must not make all those before it. */
  readonly rows: number;
  readonly columns: number;
}

/** A workbook is a zip archive, and begins as one. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, i) => bytes[i] === byte);

/**
 * The cells of an Excel workbook (.xlsx) and nothing else of it: names, merges, filters and validations may span a million
 * rows, and are passed over. "broken" for what is no workbook, "too-large" for one that unpacks to more than the limit.
 */
export async function workbookCells(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<WorkbookCells | "broken" | "too-large"> {
  const unpacked = await unpackedSize(bytes, limits.unpackedBytes);
  if (typeof unpacked === "string") return unpacked;
  // Fetched only when a workbook comes: it is large, and most that comes is text
  const { default: excel } = await import("exceljs");
  try {
    const sheets: SheetCells[] = [];
    const hidden: string[] = [];
    const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), {
      worksheets: "emit",
      sharedStrings: "cache",
      styles: "cache",
      hyperlinks: "ignore",
      entries: "ignore",
    });
    for await (const sheet of reader as AsyncIterable<StreamedSheet>) {
      const read = await sheetCells(sheet, limits);
      if (sheet.state === undefined || sheet.state === "visible") sheets.push(read);
      else hidden.push(sheet.name);
    }
    return sheets.length + hidden.length === 0 ? "broken" : { sheets, hidden };
  } catch {
    return "broken"; // whatever the library trips over, it is a workbook that can't be read
  }
}

/** What the library's stream gives of a sheet, and its types do not tell. */
interface StreamedSheet extends AsyncIterable<Row> {
  readonly name: string;
  readonly state?: string;
  readonly columns?: readonly { readonly hidden?: boolean }[];
}
type Row = import("exceljs").Row;
type Cell = import("exceljs").Cell;

async function sheetCells(sheet: StreamedSheet, limits: WorkbookLimits): Promise<SheetCells> {
  const rows: string[][] = [];
  let hidden = false;
  for await (const row of sheet) {
    hidden ||= row.hidden;
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      cells[Math.min(column - 1, limits.columns)] = textOf(cell);
    });
    rows[Math.min(row.number - 1, limits.rows)] = Array.from(cells, (cell) => cell ?? "");
  }
  hidden ||= sheet.columns?.some((column) => column.hidden) ?? false;
  return { name: sheet.name, rows: Array.from(rows, (row) => row ?? []), hidden };
}

/** A cell's formula or text. A date is no number. */
function textOf(cell: Cell): string {
  if (cell.formula) return `=${cell.formula}`;
  if (cell.value instanceof Date)
    return Number.isNaN(cell.value.getTime()) ? "" : cell.value.toISOString().slice(0, 10);
  return cell.text.trim();
}
