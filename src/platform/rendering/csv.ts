import { Exact } from "../../kernel/money.ts";
import { DATA_LICENCE } from "../open-data.ts";

/** A text, a number, an exact decimal as its digits, or nothing. */
export type CsvCell = string | number | { readonly exact: string } | null;

/** What a spreadsheet would take for a formula when it opens the file. */
const LOOKS_LIKE_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180): comma, CRLF, decimal point, UTF-8 without a mark. A text that begins as a formula gets an
 * apostrophe before it, so that opening the file runs nothing; numbers are numbers and keep their sign.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const line = (cells: readonly CsvCell[]) => cells.map(cellOf).join(",");
  return new TextEncoder().encode(`${[header, ...rows].map(line).join("\r\n")}\r\n`);
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return new Exact(cell + 0).toFixed();
  if (typeof cell === "object") return cell.exact;
  const safe = LOOKS_LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface CsvColumn {
  readonly name: string;
  /** What it holds, in words. */
  readonly about: string;
  /** A decimal has a point, as `csvOf` writes it. */
  readonly type: "integer" | "decimal" | "date" | "string";
  readonly required: boolean;
}

/** What a file of `csvOf` holds, as the W3C's metadata vocabulary for tabular data says it (CSV on the Web), in Swedish. */
export function csvSchema(
  csvName: string,
  about: { readonly title: string; readonly about: string },
  columns: readonly CsvColumn[],
) {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "sv" }],
    url: csvName,
    "dc:title": about.title,
    "dc:description": about.about,
    "dc:license": { "@id": DATA_LICENCE.url },
    dialect: { encoding: "utf-8", delimiter: ",", lineTerminators: "\r\n", header: true },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        "dc:description": column.about,
        datatype: column.type === "decimal" ? { base: "decimal", format: { decimalChar: "." } } : column.type,
        required: column.required,
      })),
    },
  };
}

/** The description as a file of its own. */
export const schemaFile = (schema: ReturnType<typeof csvSchema>): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(schema, null, 2));
