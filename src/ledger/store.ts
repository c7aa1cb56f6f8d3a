import { sql } from "kysely";
import type { Day } from "../kernel/day.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import type { ImportLine } from "./contract.ts";
import type { AccountBalance, LedgerRow } from "./rules/import.ts";
import { type OutcomeCell, type Outcomes, outcomes } from "./rules/outcome.ts";
import {
  type BalanceLine,
  balanceSheet as balanceSheetOf,
  type IncomeLine,
  incomeStatement as incomeStatementOf,
} from "./rules/statements.ts";

export type LedgerTables = {
  "ledger.import": {
    municipality_id: string;
    import_id: number;
    file_sha256: string;
    filename: string;
    program: string;
    year: number;
    first_day: Day;
    last_day: Day;
    vouchers: number;
    rows: number;
    imported_on: Day;
    imported_by: string;
    undone_on: Day | null;
    undone_by: string | null;
  };
  "ledger.voucher_row": {
    municipality_id: string;
    import_id: number;
    row_number: number;
    voucher: string;
    day: Day;
    text: string;
    account: string;
    code: string | null;
    body_id: string | null;
    amount_ore: number;
  };
  "ledger.account": { municipality_id: string; import_id: number; account: string; name: string };
  "ledger.balance": {
    municipality_id: string;
    import_id: number;
    year: number;
    account: string;
    opening_ore: number;
    closing_ore: number;
  };
};
const tables = (tx: Tx) => tx.withTables<LedgerTables>();

const MAX_LISTED = 1000;

/** Imports made on a day or before, newest first; of one year, or of all. */
export async function importsUntil(tx: Tx, asOf: Day, year?: number): Promise<ImportLine[]> {
  let query = tables(tx).selectFrom("ledger.import").selectAll().where("imported_on", "<=", asOf);
  if (year !== undefined) query = query.where("year", "=", year);
  const rows = await query.orderBy("import_id", "desc").limit(MAX_LISTED).execute();
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  const newest = new Map<number, number>();
  for (const row of rows)
    if (row.undone_on === null && !newest.has(row.year)) newest.set(row.year, row.import_id);
  return rows.map((row) => ({
    importId: row.import_id,
    filename: row.filename,
    program: row.program,
    sha256: row.file_sha256,
    year: row.year,
    firstDay: row.first_day,
    lastDay: row.last_day,
    vouchers: row.vouchers,
    rows: row.rows,
    importedOn: row.imported_on,
    importedBy: row.imported_by,
    importedByName: names.get(row.imported_by) ?? row.imported_by,
    undoneOn: row.undone_on,
    inForce: newest.get(row.year) === row.import_id,
  }));
}

/** The import that a year's figures come from on a day: the newest made until then that is not undone. */
export async function importInForce(tx: Tx, year: number, asOf: Day): Promise<ImportLine | undefined> {
  return (await importsUntil(tx, asOf, year)).find((line) => line.inForce);
}

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
  readonly importedOn: Day;
  readonly importedBy: string;
  readonly accounts: readonly { readonly account: string; readonly name: string }[];
  readonly balances: readonly AccountBalance[];
  readonly rows: Iterable<LedgerRow>;
}

/** Stores an import with all its rows; gives its number. The caller holds the lock. */
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
  let stored = 0;
  for (const part of inBatches(file.rows)) {
    await sql`insert into ledger.voucher_row
      (municipality_id, import_id, row_number, voucher, day, text, account, code, body_id, amount_ore)
      select ${municipality_id}, ${import_id}::int, ${stored}::int + number, voucher, day, text, account, code, body, ore
      from unnest(
        ${part.map((r) => r.voucher)}::text[], ${part.map((r) => r.row.day)}::date[],
        ${part.map((r) => r.row.text)}::text[], ${part.map((r) => r.row.account)}::text[],
        ${part.map((r) => r.code)}::text[], ${part.map((r) => r.body)}::text[],
        ${part.map((r) => r.row.amountOre)}::bigint[]
      ) with ordinality as given (voucher, day, text, account, code, body, ore, number)`.execute(tx);
    stored += part.length;
  }
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

/** What the accounts say of a year, in öre, and the import that says it. */
export interface YearOutcome extends Outcomes {
  readonly source: ImportLine;
}

/**
 * Net cost by body from January 1 to a day (§2.5): öre, positive when it costs, with its account groups and its months.
 * A unit's rows count in its administration and its committee too; nothing counts in the council but its own. `asOf` is
 * the day it is (`ctx.today`): files read in later are not seen. Undefined when no file of the year has been read in.
 */
export async function outcomeByBody(
  tx: Tx,
  year: number,
  until: Day,
  asOf: Day,
): Promise<YearOutcome | undefined> {
  const source = await importInForce(tx, year, asOf);
  if (!source) return undefined;
  return { source, ...outcomes(await cellsUntil(tx, source.importId, until), await allBodies(tx)) };
}

/**
 * The income statement from January 1 to a day, in öre: income positive, cost negative, sums among the rows (LKBR 5 kap.).
 * Undefined when no file of the year has been read in by `asOf`.
 */
export async function incomeStatement(
  tx: Tx,
  year: number,
  until: Day,
  asOf: Day,
): Promise<IncomeLine[] | undefined> {
  const source = await importInForce(tx, year, asOf);
  return source && incomeStatementOf(await cellsUntil(tx, source.importId, until));
}

/**
 * The balance sheet when the year began and at the last day that the accounts reach, in öre; all rows positive, sums among
 * them, both sides equal (LKBR 6 kap.). Undefined when no file of the year has been read in by `asOf`.
 */
export async function balanceSheet(tx: Tx, year: number, asOf: Day): Promise<BalanceLine[] | undefined> {
  const source = await importInForce(tx, year, asOf);
  if (!source) return undefined;
  const balances = await tables(tx)
    .selectFrom("ledger.balance")
    .select(["account", "opening_ore as openingOre", "closing_ore as closingOre"])
    .where("import_id", "=", source.importId)
    .where("year", "=", year)
    .execute();
  const income = incomeStatementOf(await cellsUntil(tx, source.importId, source.lastDay));
  return balanceSheetOf(balances, income.find((line) => line.row === "result")?.ore ?? 0);
}

/** Sums of an import's rows on accounts 3–9 until a day, by body, first two figures of the account, and month. */
async function cellsUntil(tx: Tx, importId: number, until: Day): Promise<OutcomeCell[]> {
  return tables(tx)
    .selectFrom("ledger.voucher_row")
    .select([
      "body_id as body",
      sql<string>`left(account, 2)`.as("account"),
      sql<number>`extract(month from day)::int`.as("month"),
      sql<number>`sum(amount_ore)::bigint`.as("amountOre"),
    ])
    .where("import_id", "=", importId)
    .where("day", "<=", until)
    .where("account", ">=", "3")
    .groupBy((e) => [e.ref("body_id"), sql`left(account, 2)`, sql`extract(month from day)`])
    .execute();
}
