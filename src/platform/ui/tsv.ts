export type TsvCell = string | number | null;

/**
 * Rows as a spreadsheet pastes them: tabs between cells, numbers plain (decimal comma in Swedish, no thousands separator) so
 * that they stay numbers, texts quoted where they hold tabs, quotes or line breaks.
 */
export function toTsv(rows: readonly (readonly TsvCell[])[], language: "sv" | "en"): string {
  return rows.map((row) => row.map((cell) => cellText(cell, language)).join("\t")).join("\r\n");
}

function cellText(cell: TsvCell, language: "sv" | "en"): string {
  if (cell === null) return "";
  if (typeof cell === "number") return language === "sv" ? String(cell).replace(".", ",") : String(cell);
  return /[\t"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
