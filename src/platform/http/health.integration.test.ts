import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Running, startServer } from "../../shell/server.ts";
import { type Astorp, astorp } from "../../shell/testing/astorp.ts";
import { asSuperuser, freshDatabase } from "../../shell/testing/database.ts";
import { raw } from "../../shell/testing/raw.ts";
import { readConfig } from "../config.ts";

const TOKEN = "en-nyckel-som-ingen-gissar";
const START = new Date("2027-03-01T08:00:00Z");
const HOUR_MS = 3_600_000;

let a: Astorp;
let watched: Running;
let now = START;
beforeAll(async () => {
  a = await astorp();
  watched = await startServer(
    readConfig({
      DATABASE_URL: a.databaseUrl,
      TILLIT_SAMPLE: "none",
      TILLIT_METRICS_TOKEN: TOKEN,
      TILLIT_RATE: "0",
      TILLIT_LOG: "silent",
      PORT: "0",
    }),
    { clock: { now: () => now } },
  );
});
afterAll(async () => {
  await watched?.stop();
  await a?.stop();
});

const bearer = { authorization: `Bearer ${TOKEN}` };
/** What was found is kept for a moment, so each question waits it out. */
async function health(server: Running, headers: Record<string, string> = {}) {
  await new Promise((done) => setTimeout(done, 1050));
  return raw(server.app, "GET", "/api/health", { headers });
}
const NAMES = [
  "postgresql:responseTime",
  "disk:freeSpace",
  "queue:waiting",
  "jobs:queue",
  "letters:failed",
  "backup:age",
  "chain:head",
];

describe("T-5: how the installation is", () => {
  test("anybody learns that it is well, in its own media type, and nothing of what was seen", async () => {
    const { status, headers, json } = await health(a.server);
    expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
      200,
      expect.stringMatching(/^application\/health\+json/),
      "no-store",
    ]);
    expect(json).toMatchObject({ status: "pass", version: "1", releaseId: "0.1.0" });
    expect(Object.keys(json.checks)).toEqual(NAMES);
    for (const [check] of Object.values<object[]>(json.checks))
      expect(Object.keys(check as object).sort()).toEqual(["componentType", "status"]);
    // A token where none is set opens nothing
    expect((await health(a.server, bearer)).json.checks["chain:head"]).toEqual([
      { componentType: "component", status: "pass" },
    ]);
  });

  test("who brings the token learns what was seen; a wrong one is as none", async () => {
    const { json } = await health(watched, bearer);
    const seen = (name: string) => json.checks[name][0];
    expect(seen("postgresql:responseTime").observedValue).toEqual(expect.any(Number));
    expect(seen("disk:freeSpace").observedValue).toBeGreaterThan(0);
    expect(seen("queue:waiting").observedValue).toMatchObject({ press: 0, intake: 0 });
    expect(seen("chain:head")).toMatchObject({ status: "pass", observedValue: 0 });
    const other = await health(watched, { authorization: `Bearer ${TOKEN}x` });
    expect(other.json.checks["disk:freeSpace"]).toEqual([
      { componentType: "system", status: expect.any(String) },
    ]);
  });

  test("a backup is missed a day after the first real municipality could have had one, and not in a sample", async () => {
    const ran = (await a.sql("select min(ran_at) as at from public.tillit_migration")).rows[0].at as Date;
    now = new Date(ran.getTime() + 100 * HOUR_MS);
    const age = async () => {
      const fresh = await startServer(
        readConfig({ ...BESIDE, DATABASE_URL: a.databaseUrl, TILLIT_METRICS_TOKEN: TOKEN }),
        { clock: { now: () => now } },
      );
      const { status, json } = await raw(fresh.app, "GET", "/api/health", { headers: bearer });
      await fresh.stop();
      return [status, json.checks["backup:age"][0].status, json.checks["backup:age"][0].output];
    };
    expect(await age()).toEqual([200, "pass", undefined]);
    await a.sql("set session_replication_role = replica");
    await a.sql("update platform.municipality set sample = false");
    expect(await age()).toEqual([200, "warn", expect.stringContaining("Ingen säkerhetskopia har gjorts")]);
    await a.sql(`insert into platform.backup (snapshot_at, made_at, file_name, bytes, sha256, encrypted)
      values ('${new Date(now.getTime() - 27 * HOUR_MS).toISOString()}', now(), 'natt', 1, '${"0".repeat(64)}', true)`);
    expect(await age()).toEqual([200, "warn", expect.stringContaining("27 timmar gammal")]);
    now = new Date(now.getTime() - 2 * HOUR_MS);
    expect(await age()).toEqual([200, "pass", undefined]);
    await a.sql("update platform.municipality set sample = true");
    await a.sql("set session_replication_role = default");
  });

  test("R-5: a head that is not the last decision fails, and names the municipality", async () => {
    await a.sql("set session_replication_role = replica");
    await a.sql(`insert into decisions.chain_head values ('1277', 3, '${"a".repeat(64)}')`);
    const fresh = await startServer(
      readConfig({ ...BESIDE, DATABASE_URL: a.databaseUrl, TILLIT_METRICS_TOKEN: TOKEN }),
    );
    const { status, json } = await raw(fresh.app, "GET", "/api/health", { headers: bearer });
    expect([status, json.status]).toEqual([503, "fail"]);
    expect(json.checks["chain:head"][0].output).toContain("1277");
    await fresh.stop();
    await a.sql("delete from decisions.chain_head");
    await a.sql("set session_replication_role = default");
  });
});

const BESIDE = { TILLIT_SAMPLE: "none", TILLIT_LOG: "silent", TILLIT_RATE: "0", PORT: "0" };

test("T-5: within a second it says that the database is away, and soon after that it is back", async () => {
  const databaseUrl = await freshDatabase(inject("postgresUrl"));
  const server = await startServer(readConfig({ ...BESIDE, DATABASE_URL: databaseUrl }));
  const name = new URL(databaseUrl).pathname.slice(1);
  await asSuperuser(inject("postgresUrl"), async (client) => {
    await client.query(`alter database ${name} with allow_connections false`);
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  });
  const began = performance.now();
  const { status, json } = await raw(server.app, "GET", "/api/health");
  expect(performance.now() - began).toBeLessThan(1500);
  expect([status, json.status, json.checks["postgresql:responseTime"]]).toEqual([
    503,
    "fail",
    [{ componentType: "datastore", status: "fail" }],
  ]);
  await asSuperuser(inject("postgresUrl"), (client) =>
    client.query(`alter database ${name} with allow_connections true`),
  );
  expect((await health(server)).json.checks["postgresql:responseTime"][0].status).not.toBe("fail");
  await server.stop();
});

test("T-5: people who hold every connection of the door do not make the database look away", async () => {
  let letGo = () => {};
  const until = new Promise<void>((done) => {
    letGo = done;
  });
  const { most } = a.server.door.load();
  const held = Array.from({ length: most + 3 }, () =>
    a.server.door.read("1277", async (tx) => {
      await sql`select 1`.execute(tx);
      await until;
    }),
  );
  while (a.server.door.load().waiting < 3) await new Promise((done) => setTimeout(done, 10));
  expect((await health(a.server)).json.checks["postgresql:responseTime"][0].status).not.toBe("fail");
  expect(a.server.door.load()).toMatchObject({ connections: most, idle: 0, waiting: 3 });
  letGo();
  await Promise.all(held);
});

describe("T-5: metrics", () => {
  const metrics = (server: Running, headers: Record<string, string> = {}) =>
    server.app.inject({ method: "GET", url: "/metrics", headers });

  test("are not there where no token is set, and refused to who does not bring it", async () => {
    // Also where pages are built, which answer at every other address
    const web = await mkdtemp(join(tmpdir(), "tillit-web-"));
    await writeFile(join(web, "index.html"), "<p>Tillit</p>");
    const withPages = await startServer(
      readConfig({ ...BESIDE, DATABASE_URL: a.databaseUrl, TILLIT_WEB: web }),
    );
    expect((await withPages.app.inject("/nagonstans")).statusCode).toBe(200);
    for (const server of [a.server, withPages]) expect((await metrics(server, bearer)).statusCode).toBe(404);
    await withPages.stop();
    await rm(web, { recursive: true });
    for (const headers of [{}, { authorization: "Bearer x" }, { authorization: `Basic ${TOKEN}` }]) {
      const refused = await metrics(watched, headers as Record<string, string>);
      expect([refused.statusCode, refused.headers["www-authenticate"], refused.json().code]).toEqual([
        401,
        "Bearer",
        "no-token",
      ]);
    }
  });

  test("count by the route's template, and tell of no person and no address", async () => {
    await raw(watched.app, "GET", "/api/matters/vision:kommunfullmaktige:2021/versions");
    await raw(watched.app, "GET", "/api/finns-inte/hemlig-person");
    const told = await metrics(watched, bearer);
    expect([told.statusCode, told.headers["content-type"]]).toEqual([
      200,
      expect.stringContaining("text/plain"),
    ]);
    const lines = told.body.split("\n");
    const has = (start: string) => lines.find((line) => line.startsWith(start));
    expect(has('tillit_http_request_seconds_count{method="GET",route="none",status="404"}')).toBeDefined();
    expect(has('tillit_http_request_seconds_count{method="GET",route="/api/health"')).toBeDefined();
    expect(told.body).not.toMatch(/hemlig-person|kommunfullmaktige|@/);
    expect(has('tillit_database_connections{state="most"}')).toMatch(/ 20$/);
    expect(has('tillit_queue_waiting{queue="press"}')).toMatch(/ 0$/);
    expect(has('tillit_health{check="postgresql:responseTime"}')).toBeDefined();
    expect(has("process_resident_memory_bytes ")).toBeDefined();
    // Every line is a comment, or a name with labels and one number
    for (const line of lines.filter(Boolean))
      expect(line).toMatch(/^(# |[a-z_0-9:]+(\{[^{}]*\})? -?(\d|\+Inf|NaN))/i);
  });

  test("R-5: tell how many decisions there are, by municipality", async () => {
    await a.draft("kommunchef", "2027-01-01", "/goals/vision/kommunfullmaktige/2021", {
      name: "V",
      text: "Pröva",
      validTo: "2030-12-31",
    });
    const decided = await a.decide("kf-sekreterare", "2027-01-01", "vision:kommunfullmaktige:2021", {
      votes: { for: 40, against: 1, abstained: 0 },
    });
    expect(decided.status, JSON.stringify(decided.json)).toBe(200);
    const fresh = await startServer(
      readConfig({ ...BESIDE, DATABASE_URL: a.databaseUrl, TILLIT_METRICS_TOKEN: TOKEN }),
    );
    const told = (await metrics(fresh, bearer)).body;
    expect(told).toContain('tillit_decisions{municipality="1277"} 1');
    expect(told).toMatch(/^tillit_last_backup_timestamp_seconds \d/m);
    await fresh.stop();
  });
});
