import { sql } from "kysely";
import { only } from "../memory/memory.ts";
import type { Tx } from "./door.ts";

/**
 * A table's rows as they were at a moment, for tables that keep no versions of their own: rows as they are now, with every
 * change since then taken back by the change log (T-7). `key` names the columns that tell rows apart, without the
 * municipality; `at` is ISO 8601 in UTC. Rows come in no order of their own.
 */
export async function asItWas<Row extends object>(
  tx: Tx,
  table: string,
  { rows, key, at }: { rows: readonly Row[]; key: readonly (keyof Row & string)[]; at: string },
): Promise<Row[]> {
  const changes = await only("platform.change_log", [table], () =>
    sql<{ before: Row | null; after: Row | null }>`
      select before, after from platform.change_log
      where table_name = ${table} and at > ${at}::timestamptz order by entry`.execute(tx),
  );
  if (changes.rows.length === 0) return [...rows];
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  const now = new Map(rows.map((row) => [keyOf(row), row]));
  for (const { before, after } of changes.rows.toReversed()) {
    if (after) now.delete(keyOf(after));
    if (before) now.set(keyOf(before), before);
  }
  return [...now.values()];
}
