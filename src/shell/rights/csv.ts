import { ownValue } from "../../kernel/own-value.ts";
import { cellsIn } from "../../platform/rules/delimited.ts";
import { COLUMNS } from "./positions.ts";
import type { RightsRow } from "./table.ts";

const HEADS = ["Metod", "Väg", "Vad", "Sak", ...COLUMNS, "Villkor", "Grund"];
const SEPARATOR = ";";

/** A field as CSV has it: quoted where it holds what tells fields apart. */
const field = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const lineOf = (row: RightsRow): string =>
  [
    row.method,
    row.path,
    row.what,
    row.about,
    ...COLUMNS.map((name) => ownValue(row.cells, name) ?? ""),
    row.besides,
    row.ground,
  ]
    .map(field)
    .join(SEPARATOR);

export const csvOf = (rows: readonly RightsRow[]): string =>
  `${[HEADS.map(field).join(SEPARATOR), ...rows.map(lineOf)].join("\n")}\n`;

/** The rows of a file; throws with the line's number where a line hasn't the columns. */
export function rowsIn(text: string): RightsRow[] {
  const [heads = [], ...rows] = cellsIn(text).filter((cells) => cells.some((cell) => cell !== ""));
  if (heads.join(SEPARATOR) !== HEADS.join(SEPARATOR))
    throw new Error(`rights.csv ska ha kolumnerna ${HEADS.join(SEPARATOR)}`);
  return rows.map((cells, i) => {
    if (cells.length !== HEADS.length)
      throw new Error(
        `rights.csv rad ${i + 2} har ${cells.length} fält; ${HEADS.length} behövs: ${cells.join(SEPARATOR)}`,
      );
    const [method = "", path = "", what = "", about = ""] = cells;
    return {
      method,
      path,
      what,
      about,
      cells: Object.fromEntries(COLUMNS.map((name, at) => [name, cells[4 + at] ?? ""])),
      besides: cells.at(-2) ?? "",
      ground: cells.at(-1) ?? "",
    };
  });
}
