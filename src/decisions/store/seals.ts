import { type RawBuilder, sql } from "kysely";
import { ownValue } from "../../kernel/own-value.ts";
import type { Tx } from "../../platform/database/door.ts";
import { beginsAt, keyInLog, type LoggedTable, loggedTables } from "../../platform/database/logged-tables.ts";
import { sha256 } from "../../platform/hash.ts";
import { GENESIS } from "../rules/chain.ts";
import { type Seal, sealText } from "../rules/seal.ts";

export type SealTable = {
  "decisions.seal": {
    municipality_id: string;
    number: number;
    entries: string;
    rows: number;
    rows_sha256: string;
    sealed_at: string;
    previous_sha256: string;
    sha256: string;
  };
};
const tables = (tx: Tx) => tx.withTables<SealTable>();

/** So many rows a seal: one takes far less than a second, and verifying takes them in the same portions. */
export const MAX_SEALED_AT_ONCE = 50_000;

const MAX_INTEGER = 2_147_483_647;

const lastSeal = (tx: Tx) =>
  tables(tx)
    .selectFrom("decisions.seal")
    .select(["number", "sha256"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();

/** One sealing of a municipality at a time, until the transaction ends. */
const lockSeals = (tx: Tx, municipality: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} seal`}, 0))`.execute(tx);

/** The text hash of hashes, in order of entry. */
export const hashOfHashes = (log: string): RawBuilder<string> =>
  sql`encode(sha256(convert_to(coalesce(string_agg(encode(${sql.ref(`${log}.sha256`)}, 'hex'), '' order by ${sql.ref(`${log}.entry`)}), ''), 'UTF8')), 'hex')`;

/**
 * Seals rows that wait, in order of entry, of those in `taken` where that is given; undefined where none did. What other
 * transactions have written and not yet stored waits for the next seal, whatever numbers it has. The caller holds the lock.
 */
async function sealSome(
  tx: Tx,
  municipality: string,
  sealedAt: string,
  taken?: string,
): Promise<Seal | undefined> {
  const { rows: found } = await sql<{ entries: string | null; rows: number; hash: string }>`
    with waiting as (
      select u.entry from platform.unsealed u
      ${taken === undefined ? sql`` : sql`where u.entry <@ ${taken}::int8multirange`}
      order by u.entry limit ${MAX_SEALED_AT_ONCE})
    select range_agg(int8range(l.entry, l.entry, '[]'))::text as entries, count(*)::int as rows, ${hashOfHashes("l")} as hash
    from waiting join platform.change_log l using (entry)`.execute(tx);
  const part = found[0];
  if (!part?.entries) return undefined;
  const before = await lastSeal(tx);
  const sealed = {
    number: (before?.number ?? 0) + 1,
    entries: part.entries,
    rows: part.rows,
    rowsSha256: part.hash,
    sealedAt,
    previousSha256: before?.sha256 ?? GENESIS,
  };
  const seal = { ...sealed, sha256: sha256(sealText(sealed)) };
  await tables(tx)
    .insertInto("decisions.seal")
    .values({
      municipality_id: municipality,
      number: seal.number,
      entries: seal.entries,
      rows: seal.rows,
      rows_sha256: seal.rowsSha256,
      sealed_at: seal.sealedAt,
      previous_sha256: seal.previousSha256,
      sha256: seal.sha256,
    })
    .execute();
  await sql`delete from platform.unsealed u where u.entry <@ ${seal.entries}::int8multirange`.execute(tx);
  return seal;
}

/** Seals a portion of what waits; true where there may be more, for a transaction of its own. */
export async function sealPortion(tx: Tx, municipality: string, sealedAt: string): Promise<boolean> {
  await lockSeals(tx, municipality);
  const seal = await sealSome(tx, municipality, sealedAt);
  return seal?.rows === MAX_SEALED_AT_ONCE;
}

/** What a decision's hash holds of what lies around it. */
export interface SealedGround {
  /** The last seal. */
  readonly seal: { readonly number: number; readonly sha256: string };
  /** What decided content rests on: table → hash of its rows as they are. */
  readonly ground: Readonly<Record<string, string>>;
}

/**
 * Seals all that waits, and gives the last seal with the hashes of the given tables as they are in what has been sealed. Those that
 * nothing has been logged of since the last decision (`before`) have the hash that it has. Until the transaction ends nobody
 * else of the municipality seals.
 */
export async function sealGround(
  tx: Tx,
  municipality: string,
  sealedAt: string,
  restsOn: readonly string[],
  before?: { readonly seal: number; readonly ground: Readonly<Record<string, string>> },
): Promise<SealedGround> {
  await lockSeals(tx, municipality);
  const told = (await loggedTables(tx)).filter(({ name }) => restsOn.includes(name));
  const hashOf = (table: LoggedTable) => {
    const known = ownValue(before?.ground, table.name);
    return known === undefined
      ? tableHash(table)
      : sql`select case when ${table.name} in (select name from changed) then (${tableHash(table)}) else ${known}::text end`;
  };
  // One statement sees one moment: what is hashed is what is sealed, though others write meanwhile
  const { rows } = await sql<{ taken: string | null; ground: Record<string, string> }>`
    with changed as materialized (
      select distinct l.table_name as name from platform.change_log l join platform.unsealed u using (entry)
      union select l.table_name
      from decisions.seal s cross join unnest(s.entries) part
        join platform.change_log l on l.entry >= lower(part) and l.entry < upper(part)
      where s.number > ${before?.seal ?? MAX_INTEGER})
    select (select range_agg(int8range(entry, entry, '[]'))::text from platform.unsealed) as taken,
      jsonb_build_object(${sql.join(told.flatMap((table) => [sql`${table.name}::text`, sql`(${hashOf(table)})`]))}) as ground`.execute(
    tx,
  );
  const { taken, ground } = rows[0] as (typeof rows)[number];
  if (taken !== null) {
    let seal: Seal | undefined;
    do seal = await sealSome(tx, municipality, sealedAt, taken);
    while (seal?.rows === MAX_SEALED_AT_ONCE);
  }
  const seal = await lastSeal(tx);
  if (!seal) throw new Error("a decision is registered and nothing has been logged");
  return { seal, ground };
}

/** As `groundAtSeals` has it, of all that the log tells now. */
const tableHash = (table: LoggedTable) => sql`
  select ${hashOfHashes("last")} from (
    select distinct on (${keyInLog(table, "l")}) l.entry, l.operation, l.sha256
    from platform.change_log l
    where l.table_name = ${table.name} and l.entry > ${beginsAt(table)}
    order by ${keyInLog(table, "l")}, l.entry desc) last
  where last.operation <> 'delete'`;
