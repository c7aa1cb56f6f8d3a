import { sql } from "kysely";
import { ownValue } from "../../kernel/own-value.ts";
import type { Chapter } from "../../platform/chapter.ts";
import type { Tx } from "../../platform/database/door.ts";
import {
  beginsAt,
  keyInLog,
  keyInTable,
  type LoggedTable,
  loggedTables,
  toldTables,
} from "../../platform/database/logged-tables.ts";
import { sha256 } from "../../platform/hash.ts";
import {
  groundAtSeals,
  type RowFault,
  type Seal,
  type SealedRows,
  type SealFault,
  sealFault,
  type ToldRow,
} from "../rules/seal.ts";
import { hashOfHashes, MAX_SEALED_AT_ONCE, type SealTable } from "./seals.ts";
import { type DecisionTables, tables } from "./tables.ts";

export interface SealReport {
  readonly seals: number;
  /** Rows of the change log that are sealed, and those that wait to be. */
  readonly sealed: number;
  readonly waiting: number;
  /** Tables whose every row has been held against the log. */
  readonly tables: number;
  /** Where the log's account of tables begins with their rows as they were, at an upgrade: how many, on what day (UTC) and why. */
  readonly begun: readonly { readonly tables: number; readonly on: string; readonly why: string }[];
  /** Undefined where nothing differs. */
  readonly fault: SealFault | RowFault | undefined;
}

/**
 * Recomputes a municipality's seals from the change log, and holds each row of every logged table against what the log last told of
 * it; then what the decisions rested on, and what came in without being logged row by row. Columns that the log says nothing
 * of are held against nothing, and of a row that was told before a column was added that column is not.
 */
export async function verifySeals(
  tx: Tx,
  municipality: string,
  chapters: readonly Chapter[],
): Promise<SealReport> {
  const seals = await allSeals(tx);
  const decisions = await sealedDecisions(tx);
  const { sealed, waiting, ...rest } = await countsOf(tx);
  const told = await toldTables(tx);
  const report = { seals: seals.length, sealed, waiting, tables: told.length, begun: await begunAt(tx) };
  const fault =
    sealFault(seals, await sealedRows(tx, seals), decisions, sha256) ??
    (await waitingFault(tx, { sealed, waiting, ...rest })) ??
    (await firstFault(told, (table) => rowFault(tx, table))) ??
    (await groundFault(tx, decisions)) ??
    (await importedFault(tx, municipality, chapters));
  return { ...report, fault: fault && (await named(tx, seals, fault)) };
}

async function firstFault<T>(
  all: readonly T[],
  find: (one: T) => Promise<RowFault | undefined>,
): Promise<RowFault | undefined> {
  for (const one of all) {
    const fault = await find(one);
    if (fault) return fault;
  }
  return undefined;
}

async function allSeals(tx: Tx): Promise<Seal[]> {
  const rows = await tx
    .withTables<SealTable>()
    .selectFrom("decisions.seal")
    .selectAll()
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    entries: row.entries,
    rows: row.rows,
    rowsSha256: row.rows_sha256,
    sealedAt: row.sealed_at,
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
  }));
}

interface GroundedDecision {
  readonly number: number;
  readonly seal?: { readonly number: number; readonly sha256: string };
  readonly ground: Readonly<Record<string, string>>;
}

async function sealedDecisions(tx: Tx): Promise<GroundedDecision[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.decision")
    .select(["number", "seal_number", "seal_sha256", "ground"])
    .orderBy("number")
    .execute();
  return rows.map(
    ({
      number,
      seal_number,
      seal_sha256,
      ground,
    }: Pick<DecisionTables["decisions.decision"], "number" | "seal_number" | "seal_sha256" | "ground">) => ({
      number,
      ...(seal_number === null || seal_sha256 === null
        ? {}
        : { seal: { number: seal_number, sha256: seal_sha256 } }),
      ground: (ground ?? {}) as Record<string, string>,
    }),
  );
}

/** What of each seal's rows there is now, read in portions of about as many rows as a seal can hold. */
async function sealedRows(tx: Tx, seals: readonly Seal[]): Promise<SealedRows[]> {
  const found: SealedRows[] = [];
  for (let from = 0; from < seals.length; ) {
    let to = from;
    let rows = 0;
    do rows += (seals[to++] as Seal).rows;
    while (to < seals.length && rows < MAX_SEALED_AT_ONCE);
    const [first, last] = [(seals[from] as Seal).number, (seals[to - 1] as Seal).number];
    const part = await sql<SealedRows>`
      select s.number, count(l.entry)::int as rows, ${hashOfHashes("l")} as "rowsSha256",
        min(l.entry) filter (where l.sha256 <> platform.entry_sha256(l)) as changed
      from decisions.seal s cross join unnest(s.entries) part
        left join platform.change_log l on l.entry >= lower(part) and l.entry < upper(part)
      where s.number between ${first} and ${last} group by s.number`.execute(tx);
    found.push(...part.rows);
    from = to;
  }
  return found;
}

interface Counts {
  readonly sealed: number;
  readonly waiting: number;
  readonly logged: number;
  /** The first that waits and whose own hash does not hold, or that is not there. */
  readonly changed: number | null;
}

/** One statement sees one moment: what is sealed meanwhile is counted once. */
async function countsOf(tx: Tx): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select coalesce(sum(rows), 0)::bigint from decisions.seal) as sealed,
      (select count(*) from platform.change_log) as logged,
      (select count(*) from platform.unsealed) as waiting,
      (select min(u.entry) from platform.unsealed u left join platform.change_log l using (entry)
        where l.sha256 is distinct from platform.entry_sha256(l)) as changed`.execute(tx);
  return rows[0] as Counts;
}

async function waitingFault(
  tx: Tx,
  { sealed, waiting, logged, changed }: Counts,
): Promise<RowFault | undefined> {
  if (changed !== null) return { fault: "waiting-changed", entry: changed };
  if (sealed + waiting === logged) return undefined;
  const { rows } = await sql<{ entry: number | null }>`
    select min(l.entry) as entry from platform.change_log l
    where not exists (select from platform.unsealed u where u.entry = l.entry)
      and not exists (select from decisions.seal s where s.entries @> l.entry)`.execute(tx);
  // More is sealed or waits than there is: some row waits that is sealed too
  return { fault: "left-out", entry: rows[0]?.entry ?? 0 };
}

async function begunAt(tx: Tx): Promise<SealReport["begun"]> {
  const { rows } = await sql<SealReport["begun"][number]>`
    select count(distinct table_name)::int as tables, (at at time zone 'UTC')::date::text as on, why
    from platform.change_log where operation = 'begin' group by 2, 3 order by 2, 3`.execute(tx);
  return rows;
}

/** The first row of a table that is not as the log last told. */
async function rowFault(tx: Tx, table: LoggedTable): Promise<RowFault | undefined> {
  const { rows } = await sql<{ fault: RowFault["fault"]; key: string; entry: number | null }>`
    with told as (
      select distinct on (${keyInLog(table, "l")}) ${keyInLog(table, "l")} as key, l.entry, l.operation, l.after
      from platform.change_log l
      where l.table_name = ${table.name} and l.operation <> 'begin' and l.entry > ${beginsAt(table)}
      order by ${keyInLog(table, "l")}, l.entry desc),
    -- of one municipality, though some tables show those of others
    present as materialized (
      select ${keyInTable(table, "t")} as key, t as row from ${sql.table(table.name)} t
      where t.municipality_id = platform.municipality()),
    compared as (
      select coalesce(told.key, present.key)::text as key, told.entry,
        case
          when present.key is null then case when told.operation <> 'delete' then 'row-missing' end
          when told.key is null or told.operation = 'delete' then 'row-unlogged'
          when jsonb_populate_record(present.row, told.after) is distinct from present.row then 'row-changed'
        end as fault
      from told full join present on told.key = present.key)
    select fault, key, entry from compared where fault is not null order by entry nulls last, key limit 1`.execute(
    tx,
  );
  const found = rows[0];
  if (!found) return undefined;
  const { entry, ...row } = found;
  return { ...row, table: table.name, ...(entry === null ? {} : { entry }) } as RowFault;
}

/** The first decision that a table differs for: what the log tells that it was is not what the decision's hash holds. */
async function groundFault(tx: Tx, decisions: readonly GroundedDecision[]): Promise<RowFault | undefined> {
  const grounded = decisions.filter((one) => one.seal !== undefined);
  const names = new Set(grounded.flatMap(({ ground }) => Object.keys(ground)));
  const seals = [...new Set(grounded.map(({ seal }) => seal?.number as number))].sort((a, b) => a - b);
  const wrong: { number: number; table: string }[] = [];
  for (const table of (await loggedTables(tx)).filter(({ name }) => names.has(name))) {
    const { rows } = await sql<ToldRow>`
      select s.number as seal, l.entry, ${keyInLog(table, "l")}::text as key, l.operation,
        encode(l.sha256, 'hex') as sha256
      from decisions.seal s cross join unnest(s.entries) part
        join platform.change_log l on l.entry >= lower(part) and l.entry < upper(part)
      where l.table_name = ${table.name} order by s.number, l.entry`.execute(tx);
    const was = groundAtSeals(rows, seals, sha256);
    for (const { number, seal, ground } of grounded)
      if (
        ownValue(ground, table.name) !== undefined &&
        ownValue(ground, table.name) !== was.get(seal?.number as number)
      )
        wrong.push({ number, table: table.name });
  }
  const [first] = wrong.sort((a, b) => a.number - b.number);
  return first && { fault: "ground-differs", ...first };
}

async function importedFault(
  tx: Tx,
  municipality: string,
  chapters: readonly Chapter[],
): Promise<RowFault | undefined> {
  return firstFault(
    chapters.filter((one) => one.importDiffers !== undefined),
    async (one) => {
      const differs = await one.importDiffers?.(tx, municipality);
      return differs ? { fault: "imported-rows" as const, ...differs } : undefined;
    },
  );
}

/** Which row of a seal is gone is looked for only where one is. */
async function named(
  tx: Tx,
  seals: readonly Seal[],
  fault: SealFault | RowFault,
): Promise<SealFault | RowFault> {
  if (fault.fault !== "entry-missing") return fault;
  const { rows } = await sql<{ entry: number }>`
    select entry from unnest(${seals[fault.seal - 1]?.entries}::int8multirange) part
      cross join generate_series(lower(part), upper(part) - 1) entry
    where not exists (select from platform.change_log l where l.entry = entry.entry)
    order by 1 limit 1`.execute(tx);
  return { ...fault, entry: rows[0]?.entry ?? 0 };
}
