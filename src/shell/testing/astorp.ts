import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Clock } from "../../platform/clock.ts";
import { readConfig } from "../../platform/config.ts";
import { runRoleFor } from "../../platform/database/run-role.ts";
import type { AnyJob } from "../../platform/jobs/job.ts";
import type { Addition } from "../chapters.ts";
import { type Running, startServer } from "../server.ts";
import { type Call, type Client, inProcess, type Reply } from "../year/client.ts";
import { type PutIn, sampleDatabase } from "./sample-database.ts";

export interface Astorp {
  readonly server: Running;
  readonly databaseUrl: string;
  /** The role that its requests run as. */
  readonly runRole: string;
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
  /**
   * Decides on the newest version of a matter, the whole way: what nobody has proposed to the council the executive proposes, or it is
   * urgent where it can't be proposed as it is, and what the way asks a reason for is given one. `direct`: as it stands, and no more.
   */
  decide(
    as: string,
    on: string,
    matter: string,
    rest?: Record<string, unknown> & { readonly direct?: boolean },
  ): Promise<Reply>;
  /** Registers that the executive proposes the newest version of a matter to the council, at a meeting on the day or before. */
  proposeToCouncil(on: string, matter: string, decidedOn?: string): Promise<Reply>;
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
  /** Does what waits in the queue of jobs, with these beside the house's own. */
  readonly jobs?: readonly AnyJob[];
  /** What else stands in the environment that it is started in. */
  readonly environment?: Readonly<Record<string, string>>;
}

const NO_WEB = join(import.meta.dirname, "no-web");

/**
 * The sample municipality in a database of its own: its organisation; played to the `spring` (15 May 2028), where most tests stand; or
 * played in `full`, to the eve of the council's budget meeting, as the product's own sample is.
 */
export async function astorp(
  sample: PutIn = "organisation",
  { more = [], webFolder = inject("webFolder") ?? NO_WEB, clock, jobs, environment = {} }: With = {},
): Promise<Astorp> {
  const databaseUrl = await sampleDatabase(inject("postgresUrl"), sample);
  const server = await startServer(
    readConfig({
      DATABASE_URL: databaseUrl,
      TILLIT_SAMPLE: sample === "organisation" ? sample : "full",
      // Where browser tests have it built; other tests ask for no page
      TILLIT_WEB: webFolder,
      PORT: "0",
      TILLIT_LOG: "silent",
      TILLIT_RATE: "0",
      ...environment,
    }),
    { more, ...(clock ? { clock } : {}), ...(jobs ? { doJobs: true, moreJobs: jobs } : {}) },
  );
  const client: Client = inProcess(server.app);
  const call: Astorp["call"] = (as, on, method, path, rest = {}) =>
    client.call({ as, on, method, path, ...rest });
  const superuser = new pg.Client({ connectionString: databaseUrl });
  await superuser.connect();
  /** Of an earlier day than the sample's own no draft is read: what is written there moves the day, and so does reading it first. */
  const read = async (as: string, on: string, path: string) => {
    const { json } = await call(as, on, "GET", "/session");
    const { today, present } = json as { today: string; present: string };
    if (today < present) await call(as, on, "POST", "/sample/day", { body: { day: on } });
    return call(as, on, "GET", path);
  };
  const newest = async (as: string, on: string, matter: string) => {
    const [kind, body, year] = matter.split(":");
    const list = await read(as, on, `/matters?kind=${kind}&body=${body}&year=${year}`);
    const all = list.json as { id: string; version: number; revision: number }[];
    const found = all.find(({ id }) => id === matter);
    return { version: found?.version ?? 1, revision: found?.revision ?? 1 };
  };
  const proposeToCouncil: Astorp["proposeToCouncil"] = async (on, matter, decidedOn = on) =>
    call("ks-sekreterare", on, "POST", `/matters/${encodeURIComponent(matter)}/proposal`, {
      body: {
        revision: (await newest("ks-sekreterare", on, matter)).revision,
        meeting: { decidedOn, paragraph: "§ 1", reference: "TEST 1" },
        why: "Föreslås så här i provet",
      },
    });
  /** What the way to a decision asks for: nothing where it may not be asked. */
  const wayTo = async (as: string, on: string, matter: string, version: number, decidedOn: string) => {
    const at = `/matters/${encodeURIComponent(matter)}/deciding?version=${version}&decidedOn=${decidedOn}`;
    const { status, json } = await call(as, on, "GET", at);
    return status === 200 ? (json as { way: { code: string; level: string }[] }).way : [];
  };
  return {
    server,
    databaseUrl,
    runRole: runRoleFor(databaseUrl).name,
    call,
    async draft(as, on, path, content) {
      const present = await read(as, on, path);
      const headers: Record<string, string> = present.etag
        ? { "if-match": present.etag }
        : { "if-none-match": "*" };
      return call(as, on, "PUT", path, { body: content, headers });
    },
    async decide(as, on, matter, { direct = false, ...rest } = {}) {
      const found = await newest(as, on, matter);
      const decidedOn = (rest.decidedOn as string | undefined) ?? on;
      const way = async () => (direct ? [] : wayTo(as, on, matter, found.version, decidedOn));
      const unprepared = (await way()).some(({ code }) => code === "not-prepared");
      const proposed = unprepared ? await proposeToCouncil(on, matter, decidedOn) : undefined;
      const asked = (await way()).filter(({ level }) => level === "needs-reason");
      const reasons = {
        ...Object.fromEntries(asked.map(({ code }) => [code, "Avgörs så här i provet"])),
        ...(rest.reasons as Record<string, string> | undefined),
      };
      const urgent = proposed !== undefined && proposed.status !== 200 ? { exemption: "urgent" } : {};
      return call(as, on, "POST", "/decisions", {
        body: {
          matter,
          ...found,
          decidedOn,
          paragraph: "§ 1",
          reference: "TEST 1",
          sentence: "Beslutas så här i provet",
          ...urgent,
          ...rest,
          reasons,
        },
      });
    },
    proposeToCouncil,
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
