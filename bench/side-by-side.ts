import { temporaryFolder } from "../e2e/server-process.ts";
import { readConfig } from "../src/platform/config.ts";
import { withClient } from "../src/platform/database/client.ts";
import { toStderr } from "../src/platform/database/database-log.ts";
import { startEmbedded } from "../src/platform/database/embedded.ts";
import { type Running, startServer } from "../src/shell/server.ts";
import { inProcess } from "../src/shell/year/client.ts";

/** The sample's own municipality, the day that is asked on, and who lays up what is measured. */
export const MUNICIPALITY = "1277";
const ON = "2027-05-15";
export const WRITER = { municipality: MUNICIPALITY, personId: "installation", requestId: "bench" };

/** Does something with a PostgreSQL of its own, which is gone afterwards. */
export async function withPostgres(work: (postgresUrl: string) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder("bench");
  const postgres = await startEmbedded(folder.path, toStderr);
  try {
    await work(postgres.url);
  } finally {
    await postgres.stop();
    await folder.remove();
  }
}

/** Lays up servers one after the other, measures them, and stops those that were begun. */
export async function withServers(
  laidUp: readonly (() => Promise<Running>)[],
  measure: (servers: readonly Running[]) => Promise<void>,
): Promise<void> {
  const servers: Running[] = [];
  try {
    for (const one of laidUp) servers.push(await one());
    await measure(servers);
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** The address of a database with a name. */
export function databaseAt(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A server on a database of its own with the sample's organisation; `keepMb`: how much of what was read it keeps. */
export async function organisationServer(postgresUrl: string, name: string, keepMb = 0): Promise<Running> {
  await withClient(postgresUrl, (client) => client.query(`create database ${name}`));
  return startServer(
    readConfig({
      DATABASE_URL: databaseAt(postgresUrl, name),
      TILLIT_SAMPLE: "organisation",
      TILLIT_LOG: "error",
      TILLIT_RATE: "0",
      TILLIT_KEEP_MB: String(keepMb),
      PORT: "0",
    }),
  );
}

interface Asking {
  readonly as: string;
  path(turn: number): string;
  /** What is seen of each answer. */
  seen?(answer: unknown): void;
}

/** The same question to each server in turn: for each the milliseconds of the rounds after the warm ones. */
export async function timesInTurn(
  servers: readonly Running[],
  { as, path, seen }: Asking,
  { warm, rounds }: { readonly warm: number; readonly rounds: number },
): Promise<number[][]> {
  const times: number[][] = servers.map(() => []);
  for (let turn = 0; turn < warm + rounds; turn++)
    for (const [side, { app }] of servers.entries()) {
      const asked = path(turn);
      const from = performance.now();
      const reply = await inProcess(app).call({ as, on: ON, method: "GET", path: asked });
      const ms = performance.now() - from;
      if (reply.status !== 200) throw new Error(`${asked}: ${reply.status} ${JSON.stringify(reply.json)}`);
      if (turn >= warm) times[side]?.push(ms);
      seen?.(reply.json);
    }
  return times;
}
