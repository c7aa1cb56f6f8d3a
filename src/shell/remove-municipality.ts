import type pg from "pg";
import { withClient } from "../platform/database/client.ts";
import { TABLES, type TableRows } from "../platform/database/count-rows.ts";
import { ToldError } from "../platform/told.ts";

const LOCK_TIMEOUT_MS = 10_000;
/** lock_not_available: somebody else holds a table. */
const LOCKED = "55P03";

/**
 * Takes away all that is a municipality's, in one transaction: all or nothing. It is the act of the database's owner, past the
 * guards that hold for everybody else – what is decided never changes, logs only grow, no municipality sees another – and puts
 * them back before anybody else gets in. `url`: as the role that owns the tables. Gives how many rows went from each table.
 * Throws a ToldError where others use the tables for too long.
 */
export const removeRows = (url: string, municipality: string): Promise<readonly TableRows[]> =>
  withClient(url, (client) => remove(client, municipality), { name: "tillit municipality" });

async function remove(client: pg.Client, municipality: string): Promise<readonly TableRows[]> {
  try {
    await client.query("begin");
    await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const tables = await inOrder(client);
    for (const table of tables)
      await client.query(`alter table ${table} no force row level security, disable trigger user`);
    const found: TableRows[] = [];
    for (const table of tables) {
      const { rowCount } = await client.query(`delete from ${table} where municipality_id = $1`, [
        municipality,
      ]);
      if (rowCount) found.push({ table, rows: rowCount });
    }
    // What is looked at last otherwise: a table that something waits to be looked at in can't get its guards back
    await client.query("set constraints all immediate");
    for (const table of tables)
      await client.query(`alter table ${table} force row level security, enable trigger user`);
    await client.query("commit");
    return found;
  } catch (cause) {
    await client.query("rollback").catch(() => {}); // the fault is told, not what came of it
    if ((cause as { code?: string }).code !== LOCKED) throw cause;
    throw new ToldError(
      "Andra använder databasen just nu; inget har tagits bort. Stanna servern eller vänta till den är mindre upptagen, och försök igen.",
      { cause },
    );
  }
}

/** Every table that has rows of municipalities; those that refer to another come before it. */
async function inOrder(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ table: string }>(TABLES);
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f' and conrelid <> confrelid`);
  const ordered: string[] = [];
  let left = tables.map(({ table }) => table);
  while (left.length > 0) {
    const free = left.filter(
      (table) => !references.some(({ from, to }) => to === table && left.includes(from)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${left.join(", ")}`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
