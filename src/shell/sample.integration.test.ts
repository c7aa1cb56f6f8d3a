import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, test } from "vitest";
import { readConfig } from "../platform/config.ts";
import { housekeeping } from "../platform/jobs/housekeeping.ts";
import { answersOf, playSteps } from "./sample.ts";
import { type Running, type Start, startServer } from "./server.ts";
import { quietly, type Telling } from "./telling.ts";
import { freshDatabase, rowsOf } from "./testing/database.ts";
import { sampleDatabase } from "./testing/sample-database.ts";
import { type Client, inProcess, overHttp } from "./year/client.ts";
import { readSteps } from "./year/play.ts";

const MUNICIPALITY = "1277";
const running: Running[] = [];
afterAll(async () => {
  for (const server of running) await server.stop();
});

const configOf = (database: string, sample: "organisation" | "full") =>
  readConfig({
    DATABASE_URL: database,
    TILLIT_SAMPLE: sample,
    PORT: "0",
    TILLIT_LOG: "silent",
    TILLIT_RATE: "0",
  });

async function start(database: string, sample: "organisation" | "full", how: Start = {}): Promise<Running> {
  const server = await startServer(configOf(database, sample), how);
  running.push(server);
  return server;
}

/**
 * Everything that the year leaves behind, but for what no two plays have in common: ids that are drawn by lot, when something
 * was written, and the hashes, which hold both.
 */
async function whatIsThere(database: string) {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const versions = await client.query(
    "select matter_id, number, state, revision, content::text as content from decisions.version order by 1, 2",
  );
  const decisions = await client.query(
    "select number, matter_id, version_number, decided_on, paragraph from decisions.decision order by 1",
  );
  await client.end();
  return {
    versions: versions.rows.map((row) => ({ ...row, content: row.content.replace(DRAWN, "…") })),
    decisions: decisions.rows,
  };
}
const DRAWN = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z/g;

class CutOff extends Error {}

/** A first start that has played so many steps, and is then stopped. */
async function startedAndCut(database: string, steps: number): Promise<void> {
  const reached = Promise.withResolvers<void>();
  const telling: Telling = {
    ...quietly(configOf(database, "full")),
    step: (_work, { done }) => done === steps && reached.resolve(),
  };
  const server = await startServer(configOf(database, "full"), { answerFirst: true, telling });
  await reached.promise;
  await server.stop();
}

/**
 * T-1: while the year is played one can sign in and read, is told how far it has come, and to wait with what one writes; then it is as
 * ever.
 */
async function answersWhileItPlays(server: Running, from: number): Promise<void> {
  const client = overHttp(server.url);
  const on = "2028-05-15";
  const read = (path: string) => client.call({ method: "GET", path, as: "kommunchef", on });
  const write = (headers: Record<string, string> = {}) =>
    client.call({
      method: "PUT",
      path: "/goals/vision/kommunfullmaktige/2031",
      as: "kommunchef",
      on,
      body: { name: "Vision", text: "Pröva nytt.", validTo: "2034-12-31" },
      headers: { "if-none-match": "*", ...headers },
    });

  const session = (await read("/session")).json as { playing: { done: number; of: number } };
  expect(session).toMatchObject({ person: { id: "kommunchef" }, today: on });
  expect(session.playing.done).toBeGreaterThanOrEqual(from);
  expect(session.playing.of).toBeGreaterThan(session.playing.done);
  const refused = await write();
  expect(refused).toMatchObject({ status: 503, json: { code: "sample-playing" } });
  expect((refused.json as { detail: string }).detail).toMatch(/^\d+ av \d+ steg är klara\./);
  // Nobody passes for the play
  expect((await write({ "tillit-player": "undefined" })).status).toBe(503);
  expect((await read("/decisions")).status).toBe(200);

  await server.played;
  expect((await read("/session")).json).toMatchObject({ playing: null });
  expect((await write()).status).toBe(200);
  expect((await read("/decisions-chain")).json).toMatchObject({ whole: true });
}

describe("T-7, T-1: the sample's year is played on from where a start was cut off", () => {
  test("whichever step it was: each step is stored, its answer is lost, and the year comes out the same", async () => {
    const database = await freshDatabase(inject("postgresUrl"));
    const { app, door } = await start(database, "organisation");
    const lost = new Set<string>();
    const plain = inProcess(app);
    const cutting: Client = {
      async call(asked) {
        const key = asked.headers?.["idempotency-key"];
        const reply = await plain.call(asked);
        if (key === undefined || lost.has(key)) return reply;
        lost.add(key);
        throw new CutOff();
      },
    };
    let starts = 0;
    for (let whole = false; !whole; starts++)
      try {
        for await (const { done } of playSteps(cutting, await answersOf(door, MUNICIPALITY)))
          expect(done).toBeGreaterThan(0);
        whole = true;
      } catch (cause) {
        if (!(cause instanceof CutOff)) throw cause;
      }
    const steps = await readSteps(join(import.meta.dirname, "../../sample"));
    expect(lost.size).toBe(steps.length);
    expect(starts).toBe(steps.length + 1);

    const unbroken = await sampleDatabase(inject("postgresUrl"), "full");
    const left = await whatIsThere(database);
    expect(left.decisions.length).toBeGreaterThan(50);
    expect(left).toEqual(await whatIsThere(unbroken));
  }, 240_000);

  test("a server that is stopped in the middle plays on at the next start, which already answers; once played it never plays again", async () => {
    const database = await freshDatabase(inject("postgresUrl"));
    await startedAndCut(database, 40);
    const before = await whatIsThere(database);
    expect(before.versions.length).toBeGreaterThan(0);

    const server = await start(database, "full", { answerFirst: true });
    await answersWhileItPlays(server, 40);
    const played = await whatIsThere(database);
    expect(played.decisions.length).toBeGreaterThan(before.decisions.length);
    await start(database, "full");
    expect(await whatIsThere(database)).toEqual(played);
  }, 240_000);

  test("what an interrupted play was answered is not forgotten, however long others write meanwhile", async () => {
    const database = await freshDatabase(inject("postgresUrl"));
    await startedAndCut(database, 60);
    const old = "update platform.answered_request set at = now() - interval '30 days'";
    const kept = async () =>
      (await rowsOf(database, "select key from platform.answered_request where key like 'year-%'")).length;
    await rowsOf(database, old);
    const before = await kept();
    const visitors = await startServer({ ...configOf(database, "full"), sample: "none" });
    for (const job of housekeeping)
      await job.run({
        door: visitors.door,
        municipality: "1277",
        data: undefined,
        signal: new AbortController().signal,
      });
    await visitors.stop();
    expect(await kept()).toBe(before);
  }, 240_000);

  test("a year that had begun in another version is not played on: the server starts, and says so", async () => {
    const database = await freshDatabase(inject("postgresUrl"));
    await startedAndCut(database, 10);
    await rowsOf(
      database,
      "update platform.answered_request set key = regexp_replace(key, '-[0-9a-f]+$', '-00000000') where key like 'year-3-%'",
    );
    const said: string[] = [];
    const quiet = quietly(configOf(database, "full"));
    const log = Object.assign(Object.create(quiet.log), { warn: (words: string) => said.push(words) });
    const server = await start(database, "full", { telling: { ...quiet, log } });
    expect(said.join()).toContain("spelas inte vidare");
    const me = await inProcess(server.app).call({
      method: "GET",
      path: "/session",
      as: "kommunchef",
      on: "2026-05-05",
    });
    expect(me).toMatchObject({ status: 200, json: { playing: null } });
  }, 240_000);
});
