import { randomBytes } from "node:crypto";
import { type Generated, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { INSTALLATION } from "../../kernel/installation.ts";
import type { Door, Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import type { PersonalTable } from "../../platform/personal.ts";
import { firstAddressText } from "./rules/first-address.ts";

type InstallationTables = {
  "platform.municipality": {
    municipality_id: string;
    name: string;
    host: string | null;
    sample: boolean;
    sample_today: string | null;
    started_on: Day | null;
    paused_at: Date | null;
  };
  "platform.host": { municipality_id: string; host: string };
  "platform.account": { municipality_id: string; person_id: string };
  "platform.one_time_address": {
    municipality_id: string;
    token_sha256: string;
    made_at: Generated<Date>;
  };
};
const tables = (tx: Tx) => tx.withTables<InstallationTables & PersonalTable>();

export interface StoredMunicipality {
  readonly code: string;
  readonly name: string;
  /** The name in the net that its addresses are written with; null where it has none, and then it answers only while it is alone. */
  readonly host: string | null;
  /** All names that it answers on, that one first. */
  readonly hosts: readonly string[];
  readonly sample: boolean;
  /** The sample's own day; null where nobody has set it. */
  readonly sampleDay: string | null;
  readonly startedOn: Day | null;
  readonly paused: boolean;
}

/** The municipalities that there are in the database, by code. */
export const storedMunicipalities = (door: Door): Promise<readonly StoredMunicipality[]> =>
  door.read("", municipalities);

/** The same in a transaction of anybody's: which there are is known to all. */
export async function municipalities(tx: Tx): Promise<readonly StoredMunicipality[]> {
  const db = tables(tx);
  const all = await db.selectFrom("platform.municipality").selectAll().orderBy("municipality_id").execute();
  const further = await db.selectFrom("platform.host").selectAll().orderBy("host").execute();
  return all.map((row) => ({
    code: row.municipality_id,
    name: row.name,
    host: row.host,
    hosts: [
      ...(row.host === null ? [] : [row.host.toLowerCase()]),
      ...further.flatMap((one) => (one.municipality_id === row.municipality_id ? [one.host] : [])),
    ],
    sample: row.sample,
    sampleDay: row.sample_today,
    startedOn: row.started_on,
    paused: row.paused_at !== null,
  }));
}

/** Held until the transaction ends: of those that set names each knows the other's. */
export const lockNames = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('platform.host', 0))`.execute(tx);

/** Stores what a municipality is called and the names that it answers on, the first being that of its addresses. */
export async function storeNames(
  tx: Tx,
  code: string,
  { name, hosts }: { readonly name: string; readonly hosts: readonly string[] },
): Promise<void> {
  const [first = null, ...further] = hosts;
  const db = tables(tx);
  await db.deleteFrom("platform.host").where("municipality_id", "=", code).execute();
  await db
    .updateTable("platform.municipality")
    .set({ name, host: first })
    .where("municipality_id", "=", code)
    .execute();
  if (further.length > 0)
    await db
      .insertInto("platform.host")
      .values(further.map((host) => ({ municipality_id: code, host })))
      .execute();
}

/** A paused municipality answers nobody; all that is its own stays as it is. */
export async function storePaused(tx: Tx, code: string, paused: boolean): Promise<void> {
  await tables(tx)
    .updateTable("platform.municipality")
    .set({ paused_at: paused ? sql<Date>`now()` : null })
    .where("municipality_id", "=", code)
    .execute();
}

/** Whether anybody has an account in the municipality, or with the installation, that the transaction is in. */
export const hasAccount = async (tx: Tx): Promise<boolean> =>
  (await tables(tx).selectFrom("platform.account").select("person_id").limit(1).executeTakeFirst()) !==
  undefined;

const SECRET_BYTES = 32;

/** Makes a one-time address anew, in the place of one that there was, and gives its text, of which only the hash is kept. */
export async function makeFirstAddress(tx: Tx, of: string): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await endFirstAddress(tx, of);
  await tables(tx)
    .insertInto("platform.one_time_address")
    .values({ municipality_id: of, token_sha256: sha256(secret) })
    .execute();
  return firstAddressText(of, secret);
}

/** Whether a secret opens, in the municipality or the installation that the transaction is in; held until that ends. */
export async function opens(tx: Tx, of: string, secret: string): Promise<boolean> {
  const found = await tables(tx)
    .selectFrom("platform.one_time_address")
    .select("token_sha256")
    .where("municipality_id", "=", of)
    .where("token_sha256", "=", sha256(secret))
    .forUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether the installation has a one-time address that nobody has used. */
export const hasFirstAddress = async (tx: Tx): Promise<boolean> =>
  (await tables(tx)
    .selectFrom("platform.one_time_address")
    .select("municipality_id")
    .where("municipality_id", "=", INSTALLATION)
    .executeTakeFirst()) !== undefined;

export const endFirstAddress = (tx: Tx, of: string) =>
  tables(tx).deleteFrom("platform.one_time_address").where("municipality_id", "=", of).execute();

/** An operator's name, by id. */
export async function operatorName(tx: Tx, id: string): Promise<string> {
  const row = await tables(tx)
    .selectFrom("platform.personal")
    .select("value")
    .where("municipality_id", "=", INSTALLATION)
    .where("person_id", "=", id)
    .where("sort", "=", "name")
    .executeTakeFirst();
  return row?.value ?? id;
}

export async function storeOperator(tx: Tx, id: string, name: string): Promise<void> {
  await tables(tx)
    .insertInto("platform.personal")
    .values({ municipality_id: INSTALLATION, person_id: id, sort: "name", account_id: 0, value: name })
    .execute();
}
