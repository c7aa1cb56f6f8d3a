import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../platform/database/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the tests' PostgreSQL; each test file makes a database of its own there. */
    readonly postgresUrl: string;
  }
}

/** One PostgreSQL for all test files, in a folder of its own that is gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "tillit-test-"));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder, () => {});
  project.provide("postgresUrl", embedded.url);
  return async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Makes an empty database on the tests' PostgreSQL and gives its address. */
export async function freshDatabase(postgresUrl: string): Promise<string> {
  const name = `t${crypto.randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}
