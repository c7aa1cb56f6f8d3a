import { MINUS } from "../../../kernel/format.ts";
import { cellsOf } from "./places.ts";
import type { Area, SheetColumn, SheetTable } from "./sheet-types.ts";

export const MAX_PASTE_CHARACTERS = 1_000_000;
export const MAX_PASTE_CELLS = 40_000;

/** Rows of cells, as they were typed; rows may be of different lengths. */
export type Block = readonly (readonly string[])[];

/** What is in the way of a paste before any cell is looked at. */
export type BlockTrouble = "too-long" | "too-many-cells" | "nothing";

/** A text in quotes up to a tab, the end of the row or of all: so a spreadsheet writes cells with line breaks or tabs in them. */
const QUOTED = /"([^"]*(?:""[^"]*)*)"(?=\t|\r?\n|\r|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const ROW_END = /\r\n?|\n/y;

/**
 * The cells of a text from a spreadsheet: tabs between cells, a line a row, quotes round cells that hold tabs or line
 * breaks. Quotes that do not enclose a cell are signs like others (`5" rör`). One line break at the end ends the last row.
 */
export function readBlock(text: string): Block | BlockTrouble {
  if (text.length > MAX_PASTE_CHARACTERS) return "too-long";
  const rows: string[][] = [[]];
  let count = 0;
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    const quoted = text[at] === '"' ? read(QUOTED) : null;
    const cell = quoted ? (quoted[1] as string).replaceAll('""', '"') : (read(PLAIN)?.[0] ?? "");
    rows.at(-1)?.push(uncovered(cell));
    count += 1;
    if (count > MAX_PASTE_CELLS) return "too-many-cells";
    if (text[at] === "\t") at += 1;
    else if (!read(ROW_END) || at >= text.length) break;
    else rows.push([]);
  }
  return text === "" ? "nothing" : rows;
}

/** What a spreadsheet would take for a formula; it is copied with an apostrophe before it, and read back without. */
const FORMULA = /^[=+\-@]/;
const uncovered = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
const SPACES = /[\s\u00a0\u202f\u2009]/g;

/** The text of a cell as it is typed. */
export const typedText = <Row>(column: SheetColumn<Row>, row: Row): string =>
  column.edit?.text?.(row) ?? column.text(row);

/** The number that a text of a numeric column says, with a point for decimals; undefined where it is none. */
export function plainNumber(text: string): string | undefined {
  const plain = text.replace(SPACES, "").replace(MINUS, "-").replace(/%$/, "").replace(",", ".");
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? plain.replace(/^\+/, "") : undefined;
}

/** A cell as a spreadsheet pastes it: a number with the language's decimal sign and nothing between thousands; a choice by its label. */
export function copiedText<Row>(column: SheetColumn<Row>, row: Row, language: "sv" | "en"): string {
  const text = column.edit?.choices ? column.text(row) : typedText(column, row);
  const number = column.numeric ? plainNumber(text) : undefined;
  if (number !== undefined) return language === "sv" ? number.replace(".", ",") : number;
  return FORMULA.test(text) ? `'${text}` : text;
}

/** An area as rows of texts, for a spreadsheet; the row where a new one is begun is left out. */
export function copiedBlock<Row>(table: SheetTable<Row>, area: Area, language: "sv" | "en"): string[][] {
  const rows = table.rows.slice(area.top, area.bottom + 1);
  const columns = table.columns.slice(area.left, area.right + 1);
  return rows.map((row) => columns.map((column) => copiedText(column, row, language)));
}

/** The sum of the numbers in an area and how many they are: what the bar over the sheet says of what is marked. */
export function areaSum<Row>(
  table: Pick<SheetTable<Row>, "rows" | "columns">,
  area: Area,
): { readonly sum: number; readonly numbers: number } {
  let [sum, numbers] = [0, 0];
  for (const { row, column } of cellsOf(area)) {
    const [line, of] = [table.rows[row], table.columns[column]];
    if (line === undefined || !of?.numeric) continue;
    const number = plainNumber(of.text(line));
    if (number === undefined) continue;
    sum += Number(number);
    numbers += 1;
  }
  return { sum, numbers };
}
