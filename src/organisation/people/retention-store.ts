import type { Tx } from "../../platform/database/door.ts";

type RetentionTable = {
  "organisation.retention": { municipality_id: string; kind: string; months: number; ground: string };
};
const tables = (tx: Tx) => tx.withTables<RetentionTable>();

/** How long the municipality has decided that things are kept, where that is otherwise than the house begins with. */
export const decidedRetentions = (tx: Tx) =>
  tables(tx)
    .selectFrom("organisation.retention")
    .select(["kind", "months", "ground"])
    .orderBy("kind")
    .execute();

export async function storeRetention(
  tx: Tx,
  municipality: string,
  { kind, months, ground }: { readonly kind: string; readonly months: number; readonly ground: string },
): Promise<void> {
  await tables(tx)
    .insertInto("organisation.retention")
    .values({ municipality_id: municipality, kind, months, ground })
    .onConflict((on) => on.columns(["municipality_id", "kind"]).doUpdateSet({ months, ground }))
    .execute();
}
