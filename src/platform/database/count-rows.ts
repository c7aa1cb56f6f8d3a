import { sql } from "kysely";
import type { Door } from "./door.ts";

/** How many rows of a municipality a table has. */
export interface TableRows {
  readonly table: string;
  readonly rows: number;
}

/** Every table that has rows of municipalities. */
export const TABLES = `
  select c.oid::regclass::text as table from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity
    and n.nspname not in ('pg_catalog', 'information_schema')
  order by 1`;

/** What a municipality has in each table that it has anything in, with the bytes of its rows as they are stored. */
export async function countRows(
  door: Door,
  municipality: string,
): Promise<readonly (TableRows & { readonly bytes: number })[]> {
  return door.read(municipality, async (tx) => {
    const { rows: tables } = await sql.raw<{ table: string }>(TABLES).execute(tx);
    const found: (TableRows & { bytes: number })[] = [];
    for (const { table } of tables) {
      const { rows } = await sql<{ rows: number; bytes: number }>`
        select count(*)::int as rows, coalesce(sum(pg_column_size(t.*)), 0)::int8 as bytes
        from ${sql.raw(table)} t where municipality_id = ${municipality}`.execute(tx);
      const [own] = rows;
      if (own && own.rows > 0) found.push({ table, ...own });
    }
    return found;
  });
}
