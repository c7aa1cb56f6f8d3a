import type { Order } from "./press.ts";
import type { Sheet } from "./workbook-content.ts";

export { isFormula, type Sheet, type SheetCell } from "./workbook-content.ts";

export const MAX_SHEET_NAME = 31;

/** Above this many cells a workbook takes too long to make and to open. */
export const MAX_CELLS = 400_000;

/**
 * Sheets to make as an Excel workbook (Office Open XML), with headings that stay in sight. Texts are stored as texts: one
 * that begins with an equals sign is no formula. Throws a RangeError above MAX_CELLS.
 */
export function workbookOrder(title: string, creator: string, sheets: readonly Sheet[]): Order {
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0);
  if (cells > MAX_CELLS) throw new RangeError(`${cells} cells are more than ${MAX_CELLS}`);
  return { form: "workbook", title, creator, sheets };
}

/** A column's letters from its number, 0 first: 0 → "A", 26 → "AA". */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnName(rest) : ""}${String.fromCharCode(65 + (index % 26))}`;
}
