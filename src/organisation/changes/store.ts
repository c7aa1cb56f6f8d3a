import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { isKeptBack, nameOfRow, type Row } from "./rules/logged.ts";

type LogTable = {
  "platform.change_log": {
    municipality_id: string;
    entry: number;
    at: Date;
    person_id: string;
    why: string;
    table_name: string;
    operation: "insert" | "update" | "delete" | "noted" | "begin";
    before: Row | null;
    after: Row | null;
  };
};

const logged = (tx: Tx) =>
  tx
    .withTables<LogTable>()
    .selectFrom("platform.change_log")
    .select(["entry", "person_id", "why", "table_name", "operation", "before", "after"])
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`.as("at"));

type Logged = Awaited<ReturnType<ReturnType<typeof logged>["execute"]>>[number];

const seen = (row: Logged) => ({
  entry: Number(row.entry),
  at: row.at,
  person: row.person_id,
  why: row.why,
  table: row.table_name,
  operation: row.operation,
  what: isKeptBack(row.table_name) ? "" : nameOfRow(row.after ?? row.before ?? {}),
  before: row.before,
  after: row.after,
});

/** Where a day begins by the clock in Sweden. */
const begins = (day: Day, plus = 0) =>
  sql<Date>`((${day}::date + ${plus}::int)::timestamp at time zone 'Europe/Stockholm')`;

/** Changes that fit what is asked for, the latest first. */
export async function changes(
  tx: Tx,
  of: {
    readonly person?: string | undefined;
    readonly table?: string | undefined;
    readonly body?: string | undefined;
    readonly kind?: string | undefined;
    readonly from?: Day | undefined;
    readonly to?: Day | undefined;
    readonly before?: number | undefined;
  },
  most: number,
) {
  let query = logged(tx);
  if (of.person !== undefined) query = query.where("person_id", "=", of.person);
  if (of.table !== undefined) query = query.where("table_name", "=", of.table);
  if (of.body !== undefined)
    query = query.where((where) =>
      where.or([
        sql<boolean>`coalesce(after, before) ->> 'body_id' = ${of.body}`,
        sql<boolean>`split_part(coalesce(after, before) ->> 'matter_id', ':', 2) = ${of.body}`,
      ]),
    );
  if (of.kind !== undefined)
    query = query.where(
      sql<boolean>`split_part(coalesce(after, before) ->> 'matter_id', ':', 1) = ${of.kind}`,
    );
  if (of.from !== undefined) query = query.where("at", ">=", begins(of.from));
  if (of.to !== undefined) query = query.where("at", "<", begins(of.to, 1));
  if (of.before !== undefined) query = query.where("entry", "<", of.before);
  return (await query.orderBy("entry", "desc").limit(most).execute()).map(seen);
}

/** What has happened to one thing, the latest first: of each table the rows that name it in their column. */
export async function changesOf(
  tx: Tx,
  {
    tables,
    id,
    before,
  }: {
    readonly tables: Readonly<Record<string, string>>;
    readonly id: string;
    readonly before?: number | undefined;
  },
  most: number,
) {
  const named = Object.entries(tables).map(
    ([table, column]) =>
      sql<boolean>`(table_name = ${table} and coalesce(after, before) ->> ${sql.lit(column)} = ${id})`,
  );
  let query = logged(tx)
    .where((where) => where.or(named))
    .where("operation", "in", ["insert", "update", "delete"]);
  if (before !== undefined) query = query.where("entry", "<", before);
  return (await query.orderBy("entry", "desc").limit(most).execute()).map(seen);
}

/** One change by its number. */
export async function changeNumbered(tx: Tx, entry: number) {
  const row = await logged(tx).where("entry", "=", entry).executeTakeFirst();
  return row && seen(row);
}
