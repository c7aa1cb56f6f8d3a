import type { Language } from "../../kernel/format.ts";
import { csvOf } from "../../platform/rendering/csv.ts";
import type { Order } from "../../platform/rendering/press.ts";
import { workbookOrder } from "../../platform/rendering/workbook.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

/** A row of the log as it leaves the house: who, when, what and why. What stood before and after is read there, change by change. */
export interface LogRow {
  readonly entry: number;
  /** The machine's time, in UTC. */
  readonly at: string;
  readonly person: string;
  readonly name: string;
  readonly why: string;
  readonly table: string;
  readonly operation: keyof typeof sv.changes.operation;
  readonly what: string;
}

const WORDS = { sv, en };

const COLUMNS = ["entry", "at", "name", "table", "operation", "what", "why"] as const;
const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  entry: 10,
  at: 22,
  name: 28,
  table: 28,
  operation: 12,
  what: 44,
  why: 60,
};

const headers = (language: Language): string[] => {
  const { export: words } = WORDS[language].changes;
  return COLUMNS.map((column) => words[column]);
};

/** Tables by what people call them, as on the page; one that has come since by the database's name. */
function cells(row: LogRow, language: Language): (string | number)[] {
  const { table, operation } = WORDS[language].changes;
  const named = new Map<string, string>(Object.entries(table));
  return [
    row.entry,
    row.at,
    row.name,
    named.get(row.table.replace(/[._]/g, "-")) ?? row.table,
    operation[row.operation],
    row.what,
    row.why,
  ];
}

export const logCsv = (rows: readonly LogRow[], language: Language): Uint8Array =>
  csvOf(
    headers(language),
    rows.map((row) => cells(row, language)),
  );

export function logWorkbook(rows: readonly LogRow[], municipality: string, language: Language): Order {
  const { title } = WORDS[language].changes;
  const names = headers(language);
  return workbookOrder(title, municipality, [
    {
      name: title,
      columns: COLUMNS.map((column, i) => ({ header: names[i] ?? "", width: WIDTHS[column] })),
      rows: rows.map((row) => cells(row, language)),
    },
  ]);
}
