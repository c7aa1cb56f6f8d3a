import type pg from "pg";
import { readConfig } from "../../platform/config.ts";
import { withClient } from "../../platform/database/client.ts";
import { startServer } from "../server.ts";
import type { Stage } from "../year/play.ts";
import { asSuperuser, databaseAt, freshDatabase } from "./database.ts";

/** What of the sample has been put into a database: its organisation, or what has been played to a stage. */
export type PutIn = "organisation" | Stage;

/** Held by the one that puts the sample into a database to copy; the rest wait for it. One lock a sort of database. */
const PUTTING_IN = 0x7111_19;

/**
 * A database of one's own with the sample in it. It is put in once a run, the way that a start puts it in, by the first that
 * asks for it; then it is copied.
 */
export async function sampleDatabase(postgresUrl: string, sample: PutIn): Promise<string> {
  const template = `sample_${sample}`;
  await asSuperuser(postgresUrl, async (client) => {
    await client.query("select pg_advisory_lock($1, hashtext($2))", [PUTTING_IN, template]);
    if (!(await isThere(client, template))) await putIn(client, postgresUrl, sample, template);
  });
  return freshDatabase(postgresUrl, template);
}

/** A copy is taken of a database that is whole and that nobody is connected to: it gets its name when it is, and is then shut. */
async function putIn(client: pg.Client, postgresUrl: string, sample: PutIn, template: string): Promise<void> {
  const making = `${template}_in_making`;
  await client.query(`drop database if exists ${making} with (force)`); // an attempt that failed
  await client.query(`create database ${making}`);
  const server = await startServer(
    readConfig({
      DATABASE_URL: databaseAt(postgresUrl, making),
      TILLIT_SAMPLE: sample === "organisation" ? sample : "full",
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
    sample === "organisation" ? {} : { stage: sample },
  );
  await server.stop();
  // What a sweep would have learnt in time of what there is: the copies ask by it
  await withClient(databaseAt(postgresUrl, making), (made) => made.query("analyze"));
  await client.query(`alter database ${making} with allow_connections false`);
  await client.query(`alter database ${making} rename to ${template}`);
}

const isThere = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query("select 1 from pg_database where datname = $1", [name])).rowCount === 1;
