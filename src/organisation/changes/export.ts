import type { Language } from "../../kernel/format.ts";
import { csvOf } from "../../platform/rendering/csv.ts";
import type { Order } from "../../platform/rendering/press.ts";
import { workbookOrder } from "../../platform/rendering/workbook.ts";
import { WORDS } from "./log-words.ts";
import type { ToldField } from "./rules/history.ts";
import { type LogWords, saidAll, THE_HOUSE, timeText } from "./rules/said.ts";

/** A row of the log as it leaves the house: who, when, what and why, and what stood before and after. */
export interface LogRow {
  readonly entry: number;
  /** The machine's time, in UTC. */
  readonly at: string;
  readonly name: string;
  readonly why: string;
  readonly table: string;
  readonly operation: keyof (typeof WORDS)["sv"]["changes"]["operation"];
  readonly what: string;
  /** Null where what was changed is kept back. */
  readonly told: readonly ToldField[] | null;
  /** So many saves in a row that told nothing else. */
  readonly times?: number;
}

type Column = "entry" | "local" | "at" | "name" | "table" | "operation" | "what" | "why" | "told";
const WIDTHS: Readonly<Record<Column, number>> = {
  entry: 10,
  local: 24,
  at: 22,
  name: 28,
  table: 28,
  operation: 20,
  what: 44,
  why: 60,
  told: 90,
};
export const OF_ALL: readonly Column[] = [
  "entry",
  "local",
  "at",
  "name",
  "table",
  "operation",
  "what",
  "why",
  "told",
];
/** Of one thing alone: what it is of stands in the file's name and title. */
export const OF_ONE: readonly Column[] = OF_ALL.filter((column) => column !== "what");

/** Tables by what people call them, as on the page; one that has come since by the database's name. */
function cellsOf(row: LogRow, words: LogWords): Record<Column, string | number> {
  const { changes, history } = WORDS[words.language];
  const named = new Map<string, string>(Object.entries(changes.table));
  const saves =
    (row.times ?? 1) > 1 ? ` (${history.saved_other.replace("{{count}}", String(row.times))})` : "";
  return {
    entry: row.entry,
    local: timeText(row.at, words.language),
    at: row.at,
    name: THE_HOUSE.includes(row.name) ? history["the-house"] : row.name,
    table: named.get(row.table.replace(/[._]/g, "-")) ?? row.table,
    operation: `${changes.operation[row.operation]}${saves}`,
    what: row.what,
    why: row.why,
    told: row.told === null ? history["kept-back"] : saidAll(row.told, row.operation, words),
  };
}

const headers = (columns: readonly Column[], language: Language): string[] =>
  columns.map((column) => WORDS[language].changes.export[column]);

export function logCsv(rows: readonly LogRow[], columns: readonly Column[], words: LogWords): Uint8Array {
  return csvOf(
    headers(columns, words.language),
    rows.map((row) => {
      const cells = cellsOf(row, words);
      return columns.map((column) => cells[column]);
    }),
  );
}

export function logWorkbook(
  rows: readonly LogRow[],
  columns: readonly Column[],
  {
    title,
    municipality,
    words,
  }: { readonly title: string; readonly municipality: string; readonly words: LogWords },
): Order {
  const names = headers(columns, words.language);
  return workbookOrder(title, municipality, [
    {
      name: title,
      columns: columns.map((column, i) => ({ header: names[i] ?? "", width: WIDTHS[column] })),
      rows: rows.map((row) => {
        const cells = cellsOf(row, words);
        return columns.map((column) => cells[column]);
      }),
    },
  ]);
}
