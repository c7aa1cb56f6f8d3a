import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { BY_RESPONSIBILITY } from "../rules/dimensions.ts";
import { importsUntil, tables } from "./accounts.ts";

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

/** What the newest accounts read in by a day call their dimensions. */
export async function dimensionNames(tx: Tx, asOf: Day): Promise<{ dimension: string; name: string }[]> {
  const source = (await importsUntil(tx, asOf)).find(({ inForce }) => inForce);
  if (!source) return [];
  return tables(tx)
    .selectFrom("ledger.dimension")
    .select(["dimension", "name"])
    .where("import_id", "=", source.importId)
    .execute();
}
