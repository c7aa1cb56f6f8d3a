import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Clock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import type { Addition } from "../chapters.ts";
import { type Running, startServer } from "../server.ts";
import { type Call, type Client, inProcess, type Reply } from "../year/client.ts";
import { type PutIn, sampleDatabase } from "./sample-database.ts";

export interface Astorp {
  readonly server: Running;
  readonly databaseUrl: string;
  /** Calls the API as a person on a day; what is written there moves the sample's own day to it first. */
  call(
    as: string,
    on: string,
    method: Call["method"],
    path: string,
    rest?: Pick<Call, "body" | "headers" | "file">,
  ): Promise<Reply>;
  /** Writes a draft as the first version, or the next revision of the one that is there. */
  draft(as: string, on: string, path: string, content: unknown): Promise<Reply>;
  /** Decides on the newest version of a matter. */
  decide(as: string, on: string, matter: string, rest?: Record<string, unknown>): Promise<Reply>;
  /** Moves the sample's own day, for all. */
  moveDay(day: string): Promise<void>;
  /**
   * Straight into the database, past the door: what someone with the database's own password could do. The server has heard of it when
   * it is done.
   */
  sql(text: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

export interface With {
  /** What stands in the house beside its own chapters. */
  readonly more?: readonly Addition[];
  /** The built pages; those of the run when absent. */
  readonly webFolder?: string;
  /** The machine's time, where it is given. */
  readonly clock?: Clock;
}

const NO_WEB = join(import.meta.dirname, "no-web");

/** The sample municipality in a database of its own: its organisation, or with the whole year played. */
export async function astorp(
  sample: PutIn = "organisation",
  { more = [], webFolder = inject("webFolder") ?? NO_WEB, clock }: With = {},
): Promise<Astorp> {
  const databaseUrl = await sampleDatabase(inject("postgresUrl"), sample);
  const server = await startServer(
    readConfig({
      DATABASE_URL: databaseUrl,
      TILLIT_SAMPLE: sample,
      // Where browser tests have it built; other tests ask for no page
      TILLIT_WEB: webFolder,
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
    }),
    { more, ...(clock ? { clock } : {}) },
  );
  const client: Client = inProcess(server.app);
  const call: Astorp["call"] = (as, on, method, path, rest = {}) =>
    client.call({ as, on, method, path, ...rest });
  const superuser = new pg.Client({ connectionString: databaseUrl });
  await superuser.connect();
  return {
    server,
    databaseUrl,
    call,
    async draft(as, on, path, content) {
      const present = await call(as, on, "GET", path);
      const headers: Record<string, string> = present.etag
        ? { "if-match": present.etag }
        : { "if-none-match": "*" };
      return call(as, on, "PUT", path, { body: content, headers });
    },
    async decide(as, on, matter, rest = {}) {
      const [kind, body, year] = matter.split(":");
      const list = await call(as, on, "GET", `/matters?kind=${kind}&body=${body}&year=${year}`);
      const [found] = list.json as { version: number; revision: number }[];
      return call(as, on, "POST", "/decisions", {
        body: {
          matter,
          version: found?.version ?? 1,
          revision: found?.revision ?? 1,
          decidedOn: on,
          paragraph: "§ 1",
          reference: "TEST 1",
          ...rest,
        },
      });
    },
    async moveDay(day) {
      const { status, json } = await call("kommunchef", day, "POST", "/sample/day", { body: { day } });
      if (status !== 200) throw new Error(`kunde inte flytta dagen till ${day}: ${JSON.stringify(json)}`);
    },
    async sql(text) {
      const result = await superuser.query(text);
      await server.door.caughtUp();
      return result;
    },
    async stop() {
      await superuser.end();
      await server.stop();
    },
  };
}
