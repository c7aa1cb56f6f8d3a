import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { importsUntil } from "./accounts.ts";
import { tables } from "./tables.ts";

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
