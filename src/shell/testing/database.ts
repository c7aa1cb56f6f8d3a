import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import type { TestProject } from "vitest/node";
import { withClient } from "../../platform/database/client.ts";
import type { DatabaseLog } from "../../platform/database/database-log.ts";
import { startEmbedded } from "../../platform/database/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the tests' PostgreSQL; each test file has a database of its own there. */
    readonly postgresUrl: string;
    /** Where the web client has been built for the tests; absent where no test opens a page. */
    readonly webFolder?: string;
    /** The Chromium to test with; absent where no test opens a page. */
    readonly browser?: string;
  }
}

interface Shared {
  readonly url: string;
  stop(): Promise<void>;
}

/** Each project has its own copy of this module, so what they share lies where all of them see it. */
const house = globalThis as { tillitTests?: { users: number; readonly postgres: Promise<Shared> } };

/** One PostgreSQL for the test files of every project, started when the first needs it and gone after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  house.tillitTests ??= { users: 0, postgres: startPostgres() };
  const shared = house.tillitTests;
  shared.users++;
  project.provide("postgresUrl", (await shared.postgres).url);
  return async () => {
    if (--shared.users > 0) return;
    delete house.tillitTests;
    await (await shared.postgres).stop();
  };
}

/**
 * `TILLIT_TEST_FOLDER` names a folder whose PostgreSQL goes from run to run, with the sample that the first run put in: for whoever
 * writes, as what is put in is not put in anew when its sources change.
 */
async function startPostgres(): Promise<Shared> {
  const kept = process.env.TILLIT_TEST_FOLDER;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "tillit-test-")));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder, SILENT);
  await workForTests(embedded.url);
  await dropCopies(embedded.url);
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What an earlier run on the same PostgreSQL copied for its test files. */
const dropCopies = (url: string) =>
  asSuperuser(url, async (client) => {
    const { rows } = await client.query("select datname from pg_database where datname ~ '^t[0-9a-f]{32}$'");
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });

/** Tests break connections on purpose. */
const SILENT: DatabaseLog = { debug: () => {}, warn: () => {} };

/**
 * What is stored here need not outlive the run, and lives too shortly to be swept: autovacuum would go round a hundred and fifty databases
 * that nobody asks any more. Tests of what a crash leaves behind have a cluster of their own, as it comes.
 */
async function workForTests(url: string): Promise<void> {
  await asSuperuser(url, async (client) => {
    for (const setting of ["fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit"])
      await client.query(`alter system set ${setting} = off`);
    await client.query("select pg_reload_conf()");
  });
}

export const asSuperuser = <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(url, work);

/** What a statement gives, asked as whoever the address is of. */
export const rowsOf = async (url: string, text: string) =>
  (await withClient(url, (client) => client.query(text))).rows;

/**
 * Makes a database on the tests' PostgreSQL, empty or as a copy of another that nobody is connected to, and gives its address. Its files
 * are copied, in two thirds of the time of its pages one by one through the log.
 */
export async function freshDatabase(postgresUrl: string, template = "template1"): Promise<string> {
  const name = `t${crypto.randomUUID().replaceAll("-", "")}`;
  await asSuperuser(postgresUrl, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  return databaseAt(postgresUrl, name);
}

export function databaseAt(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}
