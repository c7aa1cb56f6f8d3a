import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { ToldError } from "../told.ts";

const MIGRATION_LOCK = 0x7111_18;
const FOLDER = join(import.meta.dirname, "../../../migrations");

/**
 * Runs the migrations that the database lacks, in order, each in a transaction of its own, under a lock so that
 * several servers can start at once. A migration that has run never changes: a changed file stops the start.
 */
export async function migrate(databaseUrl: string, folder: string = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await refuseOldServer(client);
    await makeRole(client, "tillit_app");
    await makeRole(client, "tillit_jobs");
    await client.query(
      "create table if not exists public.tillit_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())",
    );
    const done = new Map(
      (await client.query("select name, sha256 from public.tillit_migration")).rows.map((r) => [
        r.name,
        r.sha256,
      ]),
    );
    const ran: string[] = [];
    for (const name of (await readdir(folder)).filter((file) => /^\d{3}_.*\.sql$/.test(file)).sort()) {
      const sql = await readFile(join(folder, name), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      if (done.has(name)) {
        if (done.get(name) !== sha256)
          throw new ToldError(`Migreringen ${name} har ändrats efter att den kördes. Återställ filen.`);
        continue;
      }
      await client.query("begin");
      await client.query(sql);
      await client.query("insert into public.tillit_migration (name, sha256) values ($1, $2)", [
        name,
        sha256,
      ]);
      await client.query("commit");
      ran.push(name);
    }
    return ran;
  } finally {
    await client.end();
  }
}

/**
 * The roles that requests and the queue's jobs run as. They belong to the whole server, which the lock of one database does not cover: where two
 * databases are migrated at once, the one that comes second finds them made.
 */
async function makeRole(client: pg.Client, role: "tillit_app" | "tillit_jobs"): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      const found = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      if (found.rowCount === 0)
        await client.query(`create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
      await client.query(`grant ${role} to current_user`);
      return;
    } catch (cause) {
      if (tries >= MAX_TRIES || !MADE_BY_ANOTHER.includes((cause as { code?: string }).code ?? ""))
        throw cause;
    }
  }
}
const MAX_TRIES = 10;
/** duplicate_object, unique_violation, and "tuple concurrently updated", which has no code of its own. */
const MADE_BY_ANOTHER = ["42710", "23505", "XX000"];

async function refuseOldServer(client: pg.Client): Promise<void> {
  const version = Number((await client.query("show server_version_num")).rows[0].server_version_num);
  if (version < 150_000)
    throw new ToldError(`PostgreSQL 15 eller nyare behövs; den här är ${Math.floor(version / 10_000)}.`);
}
