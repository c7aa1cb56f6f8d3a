import { ownValue } from "../../kernel/own-value.ts";
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
  const [heads = "", ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (heads !== HEADS.map(field).join(SEPARATOR))
    throw new Error(`rights.csv ska ha kolumnerna ${HEADS.join(SEPARATOR)}`);
  return lines.map((line, i) => {
    const cells = fieldsIn(line);
    if (cells.length !== HEADS.length)
      throw new Error(`rights.csv rad ${i + 2} har ${cells.length} fält; ${HEADS.length} behövs: ${line}`);
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

/** A line's fields, quoted ones without their quotes. */
function fieldsIn(line: string): string[] {
  const fields: string[] = [];
  let now = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const sign = line[i] as string;
    if (quoted) {
      if (sign !== '"') now += sign;
      else if (line[i + 1] === '"') {
        now += '"';
        i++;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === SEPARATOR) {
      fields.push(now);
      now = "";
    } else now += sign;
  }
  return [...fields, now];
}
