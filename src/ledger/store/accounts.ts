import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { earlierDay } from "../../organisation/bodies/reading-day.ts";
import { allBodies, namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { CodesWithoutUnit, ImportLine } from "../contract.ts";
import { MAX_UNKNOWN_CODES } from "../rules/import.ts";
import type { AccountSum } from "../rules/measured.ts";
import { type OutcomeCell, type Outcomes, outcomes } from "../rules/outcome.ts";
import {
  type BalanceLine,
  balanceSheet as balanceSheetOf,
  type IncomeLine,
  incomeStatement as incomeStatementOf,
} from "../rules/statements.ts";
import { ownedRows } from "./owned-rows.ts";
import { tables } from "./tables.ts";

const MAX_LISTED = 1000;

/** Imports made on a day or before, newest first; of one year, or of all. */
export async function importsUntil(tx: Tx, asOf: Day, year?: number): Promise<ImportLine[]> {
  let query = tables(tx).selectFrom("ledger.import").selectAll().where("imported_on", "<=", asOf);
  if (year !== undefined) query = query.where("year", "=", year);
  const rows = await query.orderBy("import_id", "desc").limit(MAX_LISTED).execute();
  const nameOf = await namesOfPeople(tx);
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
    importedByName: nameOf(row.imported_by),
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
  const { rows: codes } = await sql<CodesWithoutUnit["codes"][number]>`
    select found.*, coalesce(o.name, '') as name from (
      select dimension, code, count(*)::int as rows, sum(amount_ore)::bigint as "amountOre",
        min(day) as "firstDay", max(day) as "lastDay"
      from ${await ownedRows(tx, source.importId)} r
      where body_id is null and code is not null group by dimension, code) found
    left join ledger.object o
      on o.import_id = ${source.importId} and o.dimension = found.dimension and o.code = found.code
    order by found.rows desc, found.dimension::int, found.code`.execute(tx);
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
  const { rows } = await sql<OutcomeCell>`
    select body_id as body, left(account, 2) as account, extract(month from day)::int as month,
      sum(amount_ore)::bigint as "amountOre"
    from ${await ownedRows(tx, importId)} r
    where day <= ${until < lastDay ? until : lastDay}
    group by body_id, left(account, 2), extract(month from day)`.execute(tx);
  return rows;
}

/** Sums of an import's rows on accounts 3–9 of some days, by body and account; no later than the accounts reach. */
export async function sumsByAccount(
  tx: Tx,
  { importId, lastDay }: ImportLine,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<AccountSum[]> {
  const { rows } = await sql<AccountSum>`
    select body_id as body, account, sum(amount_ore)::bigint as "amountOre"
    from ${await ownedRows(tx, importId)} r
    where day >= ${from} and day <= ${to < lastDay ? to : lastDay}
    group by body_id, account`.execute(tx);
  return rows;
}

/** What an import calls its accounts. */
export async function accountNames(tx: Tx, importId: number): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(tx)
    .selectFrom("ledger.account")
    .select(["account", "name"])
    .where("import_id", "=", importId)
    .execute();
  return new Map(rows.map(({ account, name }) => [account, name]));
}
