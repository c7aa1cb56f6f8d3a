import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { sha256 } from "../hash.ts";
import { ToldError } from "../told.ts";
import { saysAway } from "./away.ts";
import { isThere, withClient } from "./client.ts";
import {
  type JobsRole,
  jobsRoleFor,
  makeJobsRole,
  makeRunRole,
  type RunRole,
  runRoleFor,
  sealSecretIn,
  settleJobsRole,
  settleRunRole,
} from "./run-role.ts";

const MIGRATION_LOCK = 0x7111_18;
const FOLDER = join(import.meta.dirname, "../../../migrations");
/** The word in migrations that stands for the database's own run-time role. */
const ROLE_WORD = /\btillit_app\b/g;
const JOBS_WORD = /\btillit_jobs\b/g;

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

/**
 * Runs the migrations that the database lacks, in order, each in a transaction of its own, under a lock so that
 * several servers can start at once. A migration that has run never changes: a changed file stops the start, and so does one
 * that this program does not know, for then the database is a newer program's.
 */
export async function migrate(databaseUrl: string, folder: string = FOLDER): Promise<string[]> {
  return (await prepareDatabase(databaseUrl, runRoleFor(databaseUrl), folder)).ran;
}

/** The same with the role that requests run as; gives the address to run with too. */
export async function prepareDatabase(
  ownerUrl: string,
  role: RunRole,
  folder: string = FOLDER,
): Promise<{
  readonly ran: string[];
  readonly url: string;
  /** The address of whoever reads the queue of jobs. */
  readonly jobsUrl: string;
  readonly hadData: boolean;
  /** What is sealed in the database is sealed under a key of this. */
  readonly sealSecret: string;
}> {
  return asOwner(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const missing = await missingIn(client, folder);
    const hadData = await holdsMunicipality(client);
    await makeList(client);
    await makeRunRole(client, role);
    const jobs = jobsRoleFor(ownerUrl, role);
    const isNew = await makeJobsRole(client, jobs);
    const ran: string[] = [];
    for (const migration of missing) {
      await client.query("begin");
      await run(client, migration, role, jobs);
      await client.query("commit");
      ran.push(migration.name);
    }
    const url = await settleRunRole(client, ownerUrl, role);
    const jobsUrl = await settleJobsRole(client, ownerUrl, jobs, isNew);
    return { ran, url, jobsUrl, hadData, sealSecret: await sealSecretIn(client) };
  });
}

/** The names of the migrations that a database lacks. Throws a ToldError where it is a newer program's, or one has changed. */
export function pendingMigrations(ownerUrl: string, folder: string = FOLDER): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => (await missingIn(client, folder)).map(({ name }) => name));
}

/** What a trial came to. `stopped`: the migration that did not go through, and what the database said of it. */
export interface Trial {
  readonly pending: readonly string[];
  readonly ms: number;
  readonly stopped?: { readonly name: string; readonly because: string };
}

const TRIAL_LOCK_MS = 5_000;

/** Runs what the database lacks in one transaction, which is then taken back: nothing is changed, whatever it comes to. */
export async function tryMigrations(
  ownerUrl: string,
  role: RunRole,
  folder: string = FOLDER,
): Promise<Trial> {
  return asOwner(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const missing = await missingIn(client, folder);
    const pending = missing.map(({ name }) => name);
    const began = performance.now();
    const ms = () => performance.now() - began;
    await client.query("begin");
    try {
      // A server that works in the database waits as long as the trial holds a table, and the trial for it
      await client.query(`set local lock_timeout = ${TRIAL_LOCK_MS}`);
      await makeList(client);
      await makeRunRole(client, role);
      const jobs = jobsRoleFor(ownerUrl, role);
      await makeJobsRole(client, jobs);
      for (const migration of missing)
        try {
          await run(client, migration, role, jobs);
        } catch (cause) {
          const because = cause instanceof Error ? cause.message : String(cause);
          return { pending, ms: ms(), stopped: { name: migration.name, because } };
        }
      return { pending, ms: ms() };
    } finally {
      await client.query("rollback");
    }
  });
}

const makeList = (client: pg.Client) =>
  client.query(
    "create table if not exists public.tillit_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())",
  );

async function run(
  client: pg.Client,
  { name, sha256, sql }: Migration,
  role: RunRole,
  jobs: JobsRole,
): Promise<void> {
  await client.query(sql.replace(ROLE_WORD, role.name).replace(JOBS_WORD, jobs.name));
  await client.query("insert into public.tillit_migration (name, sha256) values ($1, $2)", [name, sha256]);
}

async function missingIn(client: pg.Client, folder: string): Promise<Migration[]> {
  await refuseOldServer(client);
  const { rows } = (await isThere(client, "public.tillit_migration"))
    ? await client.query("select name, sha256 from public.tillit_migration order by name")
    : { rows: [] };
  const done = new Map(rows.map((row) => [row.name as string, row.sha256 as string]));
  const own = await migrationsIn(folder);
  refuseNewer([...done.keys()].filter((name) => !own.some((migration) => migration.name === name)));
  for (const { name, sha256 } of own)
    if (done.has(name) && done.get(name) !== sha256)
      throw new ToldError(`Migreringen ${name} har ändrats efter att den kördes. Återställ filen.`);
  return own.filter(({ name }) => !done.has(name));
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((file) => /^\d{3}_.*\.sql$/.test(file)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return { name, sha256: sha256(sql), sql };
    }),
  );
}

const NAMED = 5;

function refuseNewer(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  const rest = unknown.length > NAMED ? ` med flera (${unknown.length})` : "";
  throw new ToldError(
    `Databasen är av en nyare version av Tillit än den här: den har ${unknown.slice(0, NAMED).join(", ")}${rest}, som den här inte känner. Inget har ändrats. Starta den nyare versionen, eller läs tillbaka en säkerhetskopia från före bytet.`,
  );
}

/** Whether there is anything that one would miss: a municipality. */
async function holdsMunicipality(client: pg.Client): Promise<boolean> {
  if (!(await isThere(client, "platform.municipality"))) return false;
  return (await client.query("select 1 from platform.municipality limit 1")).rowCount !== 0;
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  try {
    return await withClient(url, work);
  } catch (cause) {
    if (!saysAway(cause)) throw cause;
    const said = cause instanceof AggregateError ? cause.errors[0] : cause;
    throw new ToldError(
      `Databasen ${placeOf(url)} svarar inte: ${said instanceof Error ? said.message : said}. Se till att den är igång och att adressen och lösenordet i DATABASE_URL stämmer, och försök igen.`,
      { cause },
    );
  }
}

/** Where a database is, in words without its password. */
export function placeOf(url: string): string {
  const { host, pathname, username } = new URL(url);
  return `${pathname.slice(1) || username} på ${host}`;
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const version = Number((await client.query("show server_version_num")).rows[0].server_version_num);
  if (version < 150_000)
    throw new ToldError(`PostgreSQL 15 eller nyare behövs; den här är ${Math.floor(version / 10_000)}.`);
}
