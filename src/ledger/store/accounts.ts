import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { earlierDay } from "../../organisation/bodies/reading-day.ts";
import type { CodeTables } from "../../organisation/ledger-codes.ts";
import { allBodies, people } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { CodesWithoutUnit, ImportLine } from "../contract.ts";
import { MAX_UNKNOWN_CODES } from "../rules/import.ts";
import { type OutcomeCell, type Outcomes, outcomes } from "../rules/outcome.ts";
import { RESPONSIBILITY } from "../rules/sie/file.ts";
import {
  type BalanceLine,
  balanceSheet as balanceSheetOf,
  type IncomeLine,
  incomeStatement as incomeStatementOf,
} from "../rules/statements.ts";

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
    /** Absent where the file does not say, and in what was read in before this was kept. */
    made_on: Day | null;
    /** One hash over all that it brought (`rows-hash.ts`); absent only while its rows are being stored. */
    rows_sha256: string | null;
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
export const tables = (tx: Tx) => tx.withTables<LedgerTables & CodeTables>();

const MAX_LISTED = 1000;

/** Imports made on a day or before, newest first; of one year, or of all. */
export async function importsUntil(tx: Tx, asOf: Day, year?: number): Promise<ImportLine[]> {
  let query = tables(tx).selectFrom("ledger.import").selectAll().where("imported_on", "<=", asOf);
  if (year !== undefined) query = query.where("year", "=", year);
  const rows = await query.orderBy("import_id", "desc").limit(MAX_LISTED).execute();
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  // On an earlier day what was undone later had not been
  const known = earlierDay();
  const undone = ({ undone_on: on }: { readonly undone_on: Day | null }) =>
    on !== null && known !== undefined && on > known ? null : on;
  const newest = new Map<number, number>();
  for (const row of rows)
    if (undone(row) === null && !newest.has(row.year)) newest.set(row.year, row.import_id);
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
    madeOn: row.made_on,
    importedOn: row.imported_on,
    importedBy: row.imported_by,
    importedByName: names.get(row.imported_by) ?? row.imported_by,
    undoneOn: undone(row),
    inForce: newest.get(row.year) === row.import_id,
  }));
}

/** The import that a year's figures come from on a day: the newest made until then that is not undone. */
export async function importInForce(tx: Tx, year: number, asOf: Day): Promise<ImportLine | undefined> {
  return (await importsUntil(tx, asOf, year)).find((line) => line.inForce);
}

/**
 * The chart of accounts that the newest accounts read in by a day have: income and cost (3–9), with their names. Undefined
 * when no accounts have been read in.
 */
export async function accountsInForce(
  tx: Tx,
  asOf: Day,
): Promise<readonly { readonly account: string; readonly name: string }[] | undefined> {
  const source = (await importsUntil(tx, asOf))
    .filter((line) => line.inForce)
    .toSorted((a, b) => b.lastDay.localeCompare(a.lastDay))[0];
  if (!source) return undefined;
  return tables(tx)
    .selectFrom("ledger.account")
    .select(["account", "name"])
    .where("import_id", "=", source.importId)
    .where("account", ">=", "3")
    .orderBy("account")
    .execute();
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
  return source && outcomeOf(tx, source, await cellsUntil(tx, source, until));
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
  return source && incomeStatementOf(await cellsUntil(tx, source, until));
}

/**
 * The balance sheet when the year began and at the last day that the accounts reach, in öre; all rows positive, sums among
 * them, both sides equal (LKBR 6 kap.). Undefined when no file of the year has been read in by `asOf`.
 */
export async function balanceSheet(tx: Tx, year: number, asOf: Day): Promise<BalanceLine[] | undefined> {
  const source = await importInForce(tx, year, asOf);
  return source && balancesOf(tx, source, await cellsUntil(tx, source, source.lastDay));
}

/** All three at once, for those who ask for all: the rows are summed once when the day lies after the last voucher. */
export async function yearFigures(tx: Tx, year: number, until: Day, asOf: Day) {
  const source = await importInForce(tx, year, asOf);
  if (!source) return undefined;
  const whole = await cellsUntil(tx, source, source.lastDay);
  const cells = until >= source.lastDay ? whole : await cellsUntil(tx, source, until);
  return {
    outcome: await outcomeOf(tx, source, cells),
    incomeStatement: incomeStatementOf(cells),
    balanceSheet: await balancesOf(tx, source, whole),
  };
}

const outcomeOf = async (
  tx: Tx,
  source: ImportLine,
  cells: readonly OutcomeCell[],
): Promise<YearOutcome> => ({
  source,
  ...outcomes(cells, await allBodies(tx)),
});

async function balancesOf(tx: Tx, source: ImportLine, whole: readonly OutcomeCell[]): Promise<BalanceLine[]> {
  const balances = await tables(tx)
    .selectFrom("ledger.balance")
    .select(["account", "opening_ore as openingOre", "closing_ore as closingOre"])
    .where("import_id", "=", source.importId)
    .where("year", "=", source.year)
    .execute();
  return balanceSheetOf(balances, incomeStatementOf(whole).find((line) => line.row === "result")?.ore ?? 0);
}

/** The rows of an import with the body that each row's code belonged to on the row's own day: null where there was none. */
const rowsWithOwner = (tx: Tx, importId: number) =>
  tables(tx)
    .selectFrom("ledger.voucher_row")
    .leftJoin("organisation.ledger_code as owner", (join) =>
      join
        .onRef("owner.municipality_id", "=", "ledger.voucher_row.municipality_id")
        .onRef("owner.code", "=", "ledger.voucher_row.code")
        .on("owner.dimension", "=", String(RESPONSIBILITY))
        .onRef("owner.valid_from", "<=", "ledger.voucher_row.day")
        .on((on) =>
          on.or([
            on("owner.valid_to", "is", null),
            on("owner.valid_to", ">=", on.ref("ledger.voucher_row.day")),
          ]),
        ),
    )
    .where("import_id", "=", importId)
    .where("account", ">=", "3");

/**
 * What a year's accounts have on codes that belong to no body on the row's day, as they are on a day (`asOf`); undefined when
 * no file of the year has been read in. What carries no code at all is central, and not among them.
 */
export async function codesWithoutUnit(
  tx: Tx,
  year: number,
  asOf: Day,
): Promise<CodesWithoutUnit | undefined> {
  const source = await importInForce(tx, year, asOf);
  if (!source) return undefined;
  const codes = await rowsWithOwner(tx, source.importId)
    .where("owner.body_id", "is", null)
    .where("ledger.voucher_row.code", "is not", null)
    .select([
      sql<string>`ledger.voucher_row.code`.as("code"),
      sql<number>`count(*)::int`.as("rows"),
      sql<number>`sum(amount_ore)::bigint`.as("amountOre"),
      sql<Day>`min(day)`.as("firstDay"),
      sql<Day>`max(day)`.as("lastDay"),
    ])
    .groupBy("ledger.voucher_row.code")
    .orderBy("rows", "desc")
    .orderBy("code")
    .execute();
  return {
    year,
    count: codes.length,
    rows: codes.reduce((sum, { rows }) => sum + rows, 0),
    amountOre: codes.reduce((sum, { amountOre }) => sum + amountOre, 0),
    codes: codes.slice(0, MAX_UNKNOWN_CODES),
  };
}

/**
 * Sums of an import's rows on accounts 3–9 until a day, by body, first two figures of the account, and month. What is booked
 * ahead, later than the accounts reach, is not yet counted.
 */
async function cellsUntil(tx: Tx, { importId, lastDay }: ImportLine, until: Day): Promise<OutcomeCell[]> {
  return rowsWithOwner(tx, importId)
    .select([
      "owner.body_id as body",
      sql<string>`left(account, 2)`.as("account"),
      sql<number>`extract(month from day)::int`.as("month"),
      sql<number>`sum(amount_ore)::bigint`.as("amountOre"),
    ])
    .where("day", "<=", until < lastDay ? until : lastDay)
    .groupBy((e) => [e.ref("owner.body_id"), sql`left(account, 2)`, sql`extract(month from day)`])
    .execute();
}
