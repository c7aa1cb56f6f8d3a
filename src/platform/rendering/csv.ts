import { Exact } from "../../kernel/money.ts";
import { DATA_LICENCE } from "../open-data.ts";

/** A text, a number, an exact decimal as its digits (with a point), or nothing. */
export type CsvCell = string | number | { readonly exact: string } | null;

/**
 * How every CSV file is written: what a Swedish spreadsheet takes for columns, letters and decimals when the file is opened by
 * double click. The description of each file says the same (docs/decisions/013-one-csv-for-excel-and-programs.md).
 */
export const CSV_FORM = { delimiter: ";", decimalChar: ",", lineEnd: "\r\n", mark: "\ufeff" } as const;

/** What a spreadsheet would take for a formula when it opens the file, with the apostrophes that already stand before it. */
const LOOKS_LIKE_A_FORMULA = /^'*[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180 in the form of CSV_FORM): UTF-8 with a mark, semicolon, CRLF, decimal comma. A text that begins as a
 * formula gets an apostrophe before it, so that opening the file runs nothing; numbers are numbers and keep their sign.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const line = (cells: readonly CsvCell[]) => cells.map(cellOf).join(CSV_FORM.delimiter);
  const lines = [header, ...rows].map((cells) => `${line(cells)}${CSV_FORM.lineEnd}`);
  return new TextEncoder().encode(`${CSV_FORM.mark}${lines.join("")}`);
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return decimal(new Exact(cell + 0).toFixed());
  if (typeof cell === "object") return decimal(cell.exact);
  const safe = LOOKS_LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const decimal = (digits: string): string => digits.replace(".", CSV_FORM.decimalChar);

export interface CsvColumn {
  readonly name: string;
  /** What it holds, in words. */
  readonly about: string;
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
    dialect: {
      // Its mark (BOM) is part of the encoding and of no cell
      encoding: "utf-8",
      delimiter: CSV_FORM.delimiter,
      lineTerminators: CSV_FORM.lineEnd,
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.name,
        titles: column.name,
        "dc:description": column.about,
        datatype:
          column.type === "decimal"
            ? { base: "decimal", format: { decimalChar: CSV_FORM.decimalChar } }
            : column.type,
        required: column.required,
      })),
    },
  };
}

/** The description as a file of its own. */
export const schemaFile = (schema: ReturnType<typeof csvSchema>): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(schema, null, 2));
