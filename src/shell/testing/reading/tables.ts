import type { Paper, PaperCell } from "../../../kernel/paper.ts";

/** A table as a reader sees it, whatever medium it stands in: all cells are the texts that are printed. */
export interface ReadTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number as Swedish documents print it: thin or hard spaces between thousands, a minus sign, a decimal comma. */
export function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/\s/g, "").replaceAll("−", "-").replace(",", ".");
  const found = /^[+-]?\d+(\.\d+)?/.exec(plain)?.[0];
  return found === undefined ? undefined : Number(found);
}

/** A hyphen at the end of a line is lost where a medium's text is read. */
const sameLabel = (one: string, other: string) => letters(one) === letters(other);
const letters = (text: string) => text.replaceAll(/[\s\u00ad-]/g, "");

const isNumber = (text: string) => /^[+−-]?[\d\s]+(,\d+)?$/.test(text.trim());
const key = (...parts: readonly (string | number)[]) => JSON.stringify(parts);

/** A document's tables, which remembers what has been read of it: what nobody has read is told. */
export class Tables {
  readonly tables: readonly ReadTable[];
  readonly #read = new Set<string>();
  constructor(tables: readonly ReadTable[]) {
    this.tables = tables;
  }

  /**
   * The number in a table's row and column; undefined where there is none. `row` names the row by its first cells: one text, or
   * as many as tell it from the others.
   */
  at(title: string, row: string | readonly string[], column: string | number): number | undefined {
    const labels = typeof row === "string" ? [row] : row;
    for (const [t, table] of this.tables.entries()) {
      if (table.title !== title) continue;
      const x = typeof column === "number" ? column : table.columns.indexOf(column);
      const y = table.rows.findIndex((cells) => labels.every((label, i) => sameLabel(cells[i] ?? "", label)));
      const text = table.rows[y]?.[x];
      const number = text === undefined ? undefined : numberIn(text);
      if (number === undefined) continue;
      this.#read.add(key(t, y, x));
      return number;
    }
    return undefined;
  }

  titled(title: string): ReadTable | undefined {
    return this.tables.find((table) => table.title === title);
  }

  /** Every number that nobody has read, but those of tables and rows that are told to hold other things. */
  unread(otherwise: (title: string, row: string) => boolean): string[] {
    return this.tables.flatMap((table, t) =>
      table.rows.flatMap((row, y) =>
        otherwise(table.title, row[0] ?? "")
          ? []
          : row.flatMap((text, x) =>
              x > 0 && isNumber(text) && !this.#read.has(key(t, y, x))
                ? [`${table.title} · ${row[0]} · ${table.columns[x]}: ${text}`]
                : [],
            ),
      ),
    );
  }
}

/** One blank between words, wherever a medium has broken the line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const NUMBERS = new Map<number, Intl.NumberFormat>();
const printed = (cell: PaperCell): string => {
  if (typeof cell === "string") return oneLine(cell);
  const decimals = cell.decimals ?? 0;
  const format =
    NUMBERS.get(decimals) ??
    new Intl.NumberFormat("sv-SE", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  NUMBERS.set(decimals, format);
  return format.format(cell.number);
};

/** The tables of a paper as its web page shows them. */
export const paperTables = (paper: Paper): ReadTable[] =>
  paper.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "table"
        ? [
            {
              title: oneLine(block.title),
              columns: block.columns.map((column) => oneLine(column.label)),
              rows: block.rows.map((row) => row.map(printed)),
            },
          ]
        : [],
    ),
  );
