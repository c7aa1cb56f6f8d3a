import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { AccountBalance, NamedObject } from "../rules/import.ts";
import { keepRowsHash } from "./rows-hash.ts";
import { tables } from "./tables.ts";

/** The import, not undone, that was made from the same file. */
export async function importOfFile(
  tx: Tx,
  sha256: string,
): Promise<{ filename: string; importedOn: Day } | undefined> {
  const row = await tables(tx)
    .selectFrom("ledger.import")
    .select(["filename", "imported_on"])
    .where("file_sha256", "=", sha256)
    .where("undone_on", "is", null)
    .executeTakeFirst();
  return row && { filename: row.filename, importedOn: row.imported_on };
}

/** One import of a municipality at a time: the next one waits, and then sees what this one stored. */
export const lockImports = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} ledger`}, 0))`.execute(tx);

export interface NewImport {
  readonly filename: string;
  readonly sha256: string;
  readonly program: string;
  readonly year: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly vouchers: number;
  readonly rowCount: number;
  readonly madeOn: Day | null;
  readonly importedOn: Day;
  readonly importedBy: string;
  readonly accounts: readonly { readonly account: string; readonly name: string }[];
  readonly balances: readonly AccountBalance[];
  readonly dimensions: readonly { readonly dimension: string; readonly name: string }[];
  readonly objects: readonly NamedObject[];
  /** JSON of so many rows at a time, each numbered from 1 on through the file. */
  readonly rowBatches: AsyncIterable<string>;
}

/** Stores an import with all its rows and the hash over them; gives its number. The caller holds the lock. */
export async function storeImport(tx: Tx, municipality_id: string, file: NewImport): Promise<number> {
  const db = tables(tx);
  const { last } = await db
    .selectFrom("ledger.import")
    .select((e) => e.fn.coalesce(e.fn.max("import_id"), e.lit(0)).as("last"))
    .executeTakeFirstOrThrow();
  const import_id = last + 1;
  await db
    .insertInto("ledger.import")
    .values({
      municipality_id,
      import_id,
      file_sha256: file.sha256,
      filename: file.filename,
      program: file.program,
      year: file.year,
      first_day: file.firstDay,
      last_day: file.lastDay,
      vouchers: file.vouchers,
      rows: file.rowCount,
      imported_on: file.importedOn,
      imported_by: file.importedBy,
      undone_on: null,
      undone_by: null,
      made_on: file.madeOn,
      rows_sha256: null,
    })
    .execute();
  for (const part of inBatches(file.accounts))
    await sql`insert into ledger.account (municipality_id, import_id, account, name)
      select ${municipality_id}, ${import_id}::int, * from unnest(
        ${part.map((a) => a.account)}::text[], ${part.map((a) => a.name)}::text[])`.execute(tx);
  for (const part of inBatches(file.balances))
    await sql`insert into ledger.balance (municipality_id, import_id, year, account, opening_ore, closing_ore)
      select ${municipality_id}, ${import_id}::int, * from unnest(
        ${part.map((b) => b.year)}::int[], ${part.map((b) => b.account)}::text[],
        ${part.map((b) => b.openingOre)}::bigint[], ${part.map((b) => b.closingOre)}::bigint[])`.execute(tx);
  for (const part of inBatches(file.dimensions))
    await sql`insert into ledger.dimension (municipality_id, import_id, dimension, name)
      select ${municipality_id}, ${import_id}::int, * from unnest(
        ${part.map((d) => d.dimension)}::text[], ${part.map((d) => d.name)}::text[])`.execute(tx);
  for (const part of inBatches(file.objects))
    await sql`insert into ledger.object (municipality_id, import_id, dimension, code, name)
      select ${municipality_id}, ${import_id}::int, * from unnest(
        ${part.map((o) => o.dimension)}::text[], ${part.map((o) => o.code)}::text[],
        ${part.map((o) => o.name)}::text[])`.execute(tx);
  for await (const batch of file.rowBatches)
    await sql`insert into ledger.voucher_row
      (municipality_id, import_id, row_number, voucher, day, text, account, code, objects, amount_ore)
      select ${municipality_id}, ${import_id}::int, number, voucher, day, text, account, code, objects, ore
      from json_to_recordset(${batch}::json) as given
        (number int, voucher text, day date, text text, account text, code text, objects jsonb, ore bigint)`.execute(
      tx,
    );
  await keepRowsHash(tx, municipality_id, import_id, file.rowCount);
  return import_id;
}

/** So many rows a statement that each stays far within the statement's time. */
const BATCH = 10_000;

function* inBatches<T>(items: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length === BATCH) {
      yield part;
      part = [];
    }
  }
  if (part.length > 0) yield part;
}

/** Marks an import as undone. False when it was so already, or when there is none. */
export async function markUndone(tx: Tx, importId: number, on: Day, by: string): Promise<boolean> {
  const done = await tables(tx)
    .updateTable("ledger.import")
    .set({ undone_on: on, undone_by: by })
    .where("import_id", "=", importId)
    .where("undone_on", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
