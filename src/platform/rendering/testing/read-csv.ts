import type { csvSchema } from "../csv.ts";

type Schema = Pick<ReturnType<typeof csvSchema>, "dialect" | "tableSchema">;

/**
 * Reads a CSV file as a program does that knows nothing but the description beside it: its dialect and each column's type.
 * Numbers of a column that is one are exact digits with a point; an apostrophe before what looks like a formula is taken off.
 */
export function readCsv(bytes: Uint8Array, { dialect, tableSchema }: Schema): (string | null)[][] {
  const text = new TextDecoder(dialect.encoding, { fatal: true }).decode(bytes);
  const [, ...rows] = cellsOf(text, dialect.delimiter, dialect.lineTerminators, dialect.quoteChar);
  return rows.map((row) =>
    row.map((cell, column) => {
      const type = tableSchema.columns[column]?.datatype;
      if (cell === "") return null;
      if (typeof type === "object") return cell.replace(type.format.decimalChar, ".");
      return type === "string" ? cell.replace(/^'(?='*[=+\-@\t\r])/, "") : cell;
    }),
  );
}

/** The cells of a text, sign by sign; also what stands first in each row. */
export function cellsOf(text: string, delimiter: string, lineEnd: string, quote: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1) as string[];
    const sign = text[i] as string;
    if (quoted && sign === quote && text[i + 1] === quote) {
      row[row.length - 1] += quote;
      i++;
    } else if (sign === quote) quoted = !quoted;
    else if (!quoted && sign === delimiter) row.push("");
    else if (!quoted && text.startsWith(lineEnd, i)) {
      rows.push([""]);
      i += lineEnd.length - 1;
    } else row[row.length - 1] += sign;
  }
  return rows.slice(0, -1);
}
