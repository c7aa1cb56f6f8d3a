import type { Tx } from "../../platform/database/door.ts";
import { BY_RESPONSIBILITY } from "../rules/dimensions.ts";
import { tables } from "./tables.ts";

/** The dimensions that tell whose a row is, the first first (§2.5). */
export async function bodyDimensions(tx: Tx): Promise<readonly string[]> {
  const rows = await tables(tx)
    .selectFrom("ledger.body_dimension")
    .select("dimension")
    .orderBy("precedence")
    .execute();
  return rows.length === 0 ? BY_RESPONSIBILITY : rows.map(({ dimension }) => dimension);
}

/** Says which they are, in the place of what was said before. The caller holds the codes' lock and has checked it. */
export async function storeBodyDimensions(
  tx: Tx,
  municipality_id: string,
  dimensions: readonly string[],
): Promise<void> {
  const db = tables(tx);
  await db.deleteFrom("ledger.body_dimension").execute();
  await db
    .insertInto("ledger.body_dimension")
    .values(dimensions.map((dimension, i) => ({ municipality_id, dimension, precedence: i + 1 })))
    .execute();
}
