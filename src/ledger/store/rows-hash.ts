import { sql } from "kysely";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { tables } from "./tables.ts";

/** So many rows a statement: it stays far within the statement's time. Part of what the hash is; it never changes. */
const PART_ROWS = 50_000;

/** The one hash over all that an import brought: accounts with balances and the count of rows, then the rows, part by part. */
async function rowsSha256(tx: Tx, municipality: string, importId: number, rows: number): Promise<string> {
  const last = Math.max(0, Math.ceil(rows / PART_ROWS) - 1);
  let parts = "";
  for (let part = -1; part <= last; part++) {
    const { rows: found } = await sql<{ hash: string }>`
      select ledger.part_sha256(${municipality}, ${importId}::int, ${part}::int, ${PART_ROWS}::int) as hash`.execute(
      tx,
    );
    parts += found[0]?.hash;
  }
  return sha256(parts);
}

/** Keeps the hash with an import whose rows have just been stored. */
export async function keepRowsHash(
  tx: Tx,
  municipality: string,
  importId: number,
  rows: number,
): Promise<void> {
  const rows_sha256 = await rowsSha256(tx, municipality, importId, rows);
  await tables(tx)
    .updateTable("ledger.import")
    .set({ rows_sha256 })
    .where("import_id", "=", importId)
    .execute();
}

/** The first import whose rows are not those that it brought; undefined where all are. */
export async function importThatDiffers(tx: Tx, municipality: string): Promise<number | undefined> {
  const all = await tables(tx)
    .selectFrom("ledger.import")
    .select(["import_id", "rows", "rows_sha256"])
    .orderBy("import_id")
    .execute();
  for (const { import_id, rows, rows_sha256 } of all)
    if ((await rowsSha256(tx, municipality, import_id, rows)) !== rows_sha256) return import_id;
  // Rows of an import that nobody has made
  const { rows: stray } = await sql<{ import_id: number }>`
    select import_id from (select import_id from ledger.account union select import_id from ledger.balance
      union select import_id from ledger.dimension union select import_id from ledger.object
      union select import_id from ledger.voucher_row) brought
    where import_id not in (select import_id from ledger.import) order by 1 limit 1`.execute(tx);
  return stray[0]?.import_id;
}
