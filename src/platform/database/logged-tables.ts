import { sql } from "kysely";
import type { Tx } from "./door.ts";

/** A table whose changes are in the change log, as the catalogue tells: what comes later is found without being named. */
export interface LoggedTable {
  /** "organisation.post". */
  readonly name: string;
  /** The columns that tell its rows apart, without the municipality. */
  readonly key: readonly string[];
  /** Columns that the log says nothing of. */
  readonly secret: readonly string[];
}

/** All tables of the change log, by name. */
export async function loggedTables(tx: Tx): Promise<LoggedTable[]> {
  const { rows } = await sql<{ name: string; key: string[]; secret: string }>`
    select t.tgrelid::regclass::text as name, split_part(encode(t.tgargs, 'escape'), '\\000', 1) as secret,
      array(select a.attname::text
        from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, place)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = t.tgrelid and i.indisprimary and a.attname <> 'municipality_id'
        order by k.place) as key
    from pg_trigger t where t.tgname = 'logged' order by 1`.execute(tx);
  return rows.map(({ name, key, secret }) => ({ name, key, secret: secret === "" ? [] : secret.split(",") }));
}

/** Whether the log can tell which row is which: not where a part of the key is secret. */
const isTold = ({ key, secret }: LoggedTable): boolean => !key.some((column) => secret.includes(column));

/** Those tables whose every row can be held against the log. */
export const toldTables = async (tx: Tx): Promise<LoggedTable[]> => (await loggedTables(tx)).filter(isTold);

/**
 * Of a row of the log, the key of the row that it tells of, as a JSON array in the order of the key. Written out and not sent
 * beside: PostgreSQL must see that it is the same where it stands twice in a query.
 */
export const keyInLog = ({ key }: LoggedTable, log: string) =>
  sql`jsonb_build_array(${sql.join(key.map((column) => sql`coalesce(${sql.ref(`${log}.after`)}, ${sql.ref(`${log}.before`)}) -> ${sql.lit(column)}::text`))})`;

/** The same of a row itself. */
export const keyInTable = ({ key }: LoggedTable, table: string) =>
  sql`jsonb_build_array(${sql.join(key.map((column) => sql.ref(`${table}.${column}`)))})`;

/** The number of the entry with which the log's account of a table begins: what was noted before is not held against it. */
export const beginsAt = ({ name }: LoggedTable) =>
  sql`(select coalesce(max(b.entry), 0) from platform.change_log b where b.table_name = ${name} and b.operation = 'begin')`;
