import { sql } from "kysely";
import type { Day } from "../kernel/day.ts";
import { earlierDay } from "../organisation/bodies/reading-day.ts";
import { namesOfPeople } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import type { StaffImportView } from "./contract.ts";
import type { StaffRow } from "./rules/figure.ts";

type StaffTables = {
  "staff.import": {
    municipality_id: string;
    number: number;
    name: string;
    file_sha256: string;
    months: string[];
    rows: number;
    /** `StaffRow[]` as JSON. */
    figures: string;
    imported_by: string;
    imported_on: Day;
    undone_by: string | null;
    undone_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<StaffTables>();
const MAX_LISTED = 1000;

/** The tables of staff figures that had been read in by a day, the newest first, each with the months that it is in force for. */
export async function staffImports(tx: Tx, asOf: Day): Promise<StaffImportView[]> {
  const rows = await tables(tx)
    .selectFrom("staff.import")
    .select(["number", "name", "months", "rows", "imported_by", "imported_on", "undone_on"])
    .where("imported_on", "<=", asOf)
    .orderBy("number", "desc")
    .limit(MAX_LISTED)
    .execute();
  const nameOf = await namesOfPeople(tx);
  // On an earlier day what was undone later had not been
  const known = earlierDay();
  const taken = new Set<string>();
  return rows.map((row) => {
    const undoneOn =
      row.undone_on !== null && known !== undefined && row.undone_on > known ? null : row.undone_on;
    const inForce = undoneOn === null ? row.months.filter((month) => !taken.has(month)) : [];
    for (const month of inForce) taken.add(month);
    return {
      number: row.number,
      name: row.name,
      months: row.months,
      rows: row.rows,
      importedOn: row.imported_on,
      importedBy: nameOf(row.imported_by),
      undoneOn,
      inForce,
    };
  });
}

/** The figures in force of some months ("2028-01" to "2028-04"), and the imports that they are of. */
export async function staffRows(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
  asOf: Day,
): Promise<{ readonly rows: StaffRow[]; readonly imports: readonly StaffImportView[] }> {
  const imports = (await staffImports(tx, asOf)).flatMap((one) => {
    const inForce = one.inForce.filter((month) => month >= from && month <= to);
    return inForce.length > 0 ? [{ ...one, inForce }] : [];
  });
  const rows: StaffRow[] = [];
  for (const { number, inForce } of imports) {
    const found = await sql<StaffRow>`
      select f.* from staff.import i, jsonb_to_recordset(i.figures) as f
        (unit text, month text, sex text, ages text, headcount int, "fullTime" float8, "sickHours" float8,
          "longSickHours" float8, "ordinaryHours" float8)
      where i.number = ${number} and f.month = any(${inForce}::text[])
      order by f.month, f.unit, f.sex, f.ages`.execute(tx);
    rows.push(...found.rows);
  }
  return { rows, imports };
}

/** One import of a municipality at a time. */
export const lockStaff = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} staff`}, 0))`.execute(tx);

/** The import, not undone, that was made from the same file. */
export async function importOfStaffFile(tx: Tx, sha256: string) {
  return tables(tx)
    .selectFrom("staff.import")
    .select(["name", "imported_on"])
    .where("file_sha256", "=", sha256)
    .where("undone_on", "is", null)
    .executeTakeFirst();
}

/** Stores an import and gives its number. The caller holds the lock. */
export async function storeStaffImport(
  tx: Tx,
  row: Omit<StaffTables["staff.import"], "number" | "undone_by" | "undone_on">,
): Promise<number> {
  const db = tables(tx);
  const { last } = await db
    .selectFrom("staff.import")
    .select((e) => e.fn.coalesce(e.fn.max("number"), e.lit(0)).as("last"))
    .executeTakeFirstOrThrow();
  const number = last + 1;
  await db
    .insertInto("staff.import")
    .values({ ...row, number, undone_by: null, undone_on: null })
    .execute();
  return number;
}

/** Marks an import as undone. False when it was so already, or when there is none. */
export async function markStaffUndone(tx: Tx, number: number, on: Day, by: string): Promise<boolean> {
  const done = await tables(tx)
    .updateTable("staff.import")
    .set({ undone_on: on, undone_by: by })
    .where("number", "=", number)
    .where("undone_on", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
