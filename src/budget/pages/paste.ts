/** What a cell of a spreadsheet says in whole tkr; undefined when it is no whole amount. Takes Swedish and plain forms. */
export function amountOf(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/(?:tkr|kr)$/i, "")
    .replace(/[\s\u00a0\u202f\u2009]/g, "")
    .replace(/^[−–]/, "-")
    .replace(/,0+$|\.0+$/, "");
  if (!/^-?\d{1,12}$/.test(bare)) return undefined;
  return Number(bare) + 0;
}

export interface PastedLine {
  readonly name: string;
  readonly amountTkr: number;
}

export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** Rows that could not be read, counted from 1, as they were. */
  readonly unread: readonly { readonly row: number; readonly text: string }[];
}

const MAX_ROWS = 2000;

/**
 * Rows copied from a spreadsheet: cells by tabs, the first text is the name and the last amount is the amount; a head or a
 * sum row is not a line ("Summa", or a row with no amount at the top).
 */
export function pastedLines(text: string): Pasted {
  const lines: PastedLine[] = [];
  const unread: { row: number; text: string }[] = [];
  const rows = text.replace(/\r\n?/g, "\n").split("\n").slice(0, MAX_ROWS);
  for (const [index, row] of rows.entries()) {
    const cells = row.split("\t").map((cell) => cell.trim());
    const name = cells.find((cell) => cell !== "" && amountOf(cell) === undefined);
    const amountTkr = cells.map(amountOf).findLast((amount) => amount !== undefined);
    if (cells.every((cell) => cell === "") || /^(summa|totalt?)\b/i.test(name ?? "")) continue;
    if (name !== undefined && amountTkr !== undefined) lines.push({ name: name.slice(0, 200), amountTkr });
    else if (index > 0 || amountTkr !== undefined) unread.push({ row: index + 1, text: row });
  }
  return { lines, unread };
}

/** An id from a name, unlike those that are taken: "Grundskola F–6" → "grundskola-f-6". */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 50) || "rad";
  let id = plain;
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`;
  return id;
}
