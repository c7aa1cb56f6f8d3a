import type { Day } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { ValuePlace } from "./values.ts";

type ImportTables = {
  "goals.value_import": {
    municipality_id: string;
    body_id: string;
    goal_id: string;
    indicator_id: string;
    number: number;
    goal_year: number;
    name: string;
    rows: number;
    imported_by: string;
    imported_on: Day;
    undone_by: string | null;
    undone_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<ImportTables>();

/** The tables of values that have been read in for an indicator, as they were known on a day, the newest first. */
export async function valueImports(tx: Tx, at: ValuePlace, asOf: Day) {
  const rows = await tables(tx)
    .selectFrom("goals.value_import")
    .select(["number", "goal_year", "name", "rows", "imported_by", "imported_on", "undone_on"])
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("imported_on", "<=", asOf)
    .orderBy("number", "desc")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    year: row.goal_year,
    name: row.name,
    rows: row.rows,
    by: row.imported_by,
    on: row.imported_on,
    undoneOn: row.undone_on !== null && row.undone_on <= asOf ? row.undone_on : null,
  }));
}

/** The number of the last table that was read in for an indicator; 0 before the first. */
export async function lastImport(tx: Tx, at: ValuePlace): Promise<number> {
  const row = await tables(tx)
    .selectFrom("goals.value_import")
    .select("number")
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function storeImport(tx: Tx, row: ImportTables["goals.value_import"]): Promise<void> {
  await tables(tx).insertInto("goals.value_import").values(row).execute();
}

export async function markImportUndone(
  tx: Tx,
  at: ValuePlace & { readonly number: number },
  { by, on }: { readonly by: string; readonly on: Day },
): Promise<void> {
  await tables(tx)
    .updateTable("goals.value_import")
    .set({ undone_by: by, undone_on: on })
    .where("body_id", "=", at.body)
    .where("goal_id", "=", at.goal)
    .where("indicator_id", "=", at.indicator)
    .where("number", "=", at.number)
    .execute();
}
