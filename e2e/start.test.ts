import { chmodSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stateFolder } from "../src/platform/database/data-folder.ts";
import { cloneInto, firstCommand } from "./clone.ts";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";

const command = firstCommand(readFileSync(join(ROOT, "README.md"), "utf8"));

let home: Awaited<ReturnType<typeof temporaryFolder>>;
let clone: string;
let apart: string;
let port: number;
let running: Program | undefined;

beforeAll(async () => {
  home = await temporaryFolder("start");
  clone = join(home.path, "tillit");
  apart = stateFolder(clone);
  port = await freePort();
  await cloneInto(clone);
});

afterAll(async () => {
  if (running) await end(running);
  await home.remove();
  rmSync(apart, { recursive: true, force: true });
});

const environment = () => ({
  PORT: String(port),
  DATABASE_URL: "",
  TILLIT_DATA: "",
  TILLIT_SAMPLE: "",
  TILLIT_WEB: "",
  npm_config_prefer_offline: "true",
});
const begin = (line: string, more: Record<string, string> = {}) =>
  start("sh", ["-c", line], { cwd: clone, env: { ...environment(), ...more } });
const chain = async () => (await fetch(`http://127.0.0.1:${port}/api/decisions-chain`)).json();

test("README: npm ci && npm start shows the start page of the sample municipality", async () => {
  expect(command).toBe("npm ci && npm start");
  running = begin(command);
  await running.says("Tillit är igång", 240_000);
  // Nobody reads on a terminal: every line of ours is JSON
  const lines = running
    .said()
    .split("\n")
    .filter((line) => line.includes("Tillit är igång"));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({
      msg: "Tillit är igång",
      url: `http://127.0.0.1:${port}`,
      data: join(clone, "data"),
    }),
  ]);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('id="app"');
  const health = await fetch(`http://127.0.0.1:${port}/api/health`);
  expect(health.headers.get("content-type")).toContain("application/health+json");
  expect(await health.json()).toMatchObject({ status: "pass" });
  const session = await (await fetch(`http://127.0.0.1:${port}/api/session`)).json();
  expect(session).toMatchObject({ municipality: { name: "Åstorps kommun" }, sample: true, person: null });
  await running.says("exempelåret är uppspelat", 240_000);
  expect(await chain()).toMatchObject({ whole: true });
});

test("README: a second start on the same folder says so and stops", async () => {
  const second = begin("PORT=0 npm start");
  expect(await second.exited).toBe(1);
  expect(second.said()).toContain("Tillit körs redan på mappen");
});

test("README: Ctrl+C stops it in good order, and it starts again with what it had", async () => {
  const before = await chain();
  await end(running as Program);
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
  running = begin("npm start");
  await running.says("Tillit är igång");
  expect(await chain()).toEqual(before);
});

const isRoot = process.getuid?.() === 0;
const why = isRoot ? "" : " (hoppas över: bara root kör PostgreSQL som en annan användare än sig själv)";

/** The ordinary rented server: root in a home that nobody else may pass. The clone is the one that was started above. */
describe.skipIf(!isRoot)(`T-1: as root in a clone under a folder of mode 700${why}`, () => {
  const asText = { TILLIT_LOG_FORMAT: "text" };
  beforeAll(() => chmodSync(home.path, 0o700));

  test("data that lie in the closed home stop the start, and one command moves them", async () => {
    const before = await chain();
    await end(running as Program);
    const refused = begin("npm start", asText);
    expect(await refused.exited).toBe(1);
    expect(refused.said()).toContain(
      `Databasen i ${clone}/data går inte att nå för PostgreSQL, som inte körs som root: flytta den med npm run tillit -- data move.\n`,
    );
    expect(refused.said()).not.toMatch(/\n\s+at /);

    const move = begin("npm run -s tillit -- data move", asText);
    expect(await move.exited, move.said()).toBe(0);
    expect(move.said()).toBe(`Databasen ligger nu i ${apart}/data.\n`);
    expect(existsSync(join(clone, "data/postgres"))).toBe(false);
    running = begin("npm start", asText);
    await running.says("Tillit är igång");
    expect(await chain()).toEqual(before);
  });

  test("a folder in the closed home can't be named: one sentence says why and what to do", async () => {
    const server = begin("npm run -s tillit -- start", {
      ...asText,
      TILLIT_DATA: join(clone, "min"),
      PORT: "0",
    });
    expect(await server.exited).toBe(1);
    expect(server.said()).toContain(`PostgreSQL når inte mappen ${clone}/min, för ${home.path} är stängd`);
    expect(server.said()).toContain("välj en mapp utanför");
    expect(server.said()).not.toMatch(/\n\s+at /);
  });

  test("started there for the first time it says where the data lie, and the home is as closed as it was", async () => {
    await end(running as Program);
    rmSync(apart, { recursive: true });
    rmSync(join(clone, "data"), { recursive: true, force: true });
    running = begin("npm start", { ...asText, TILLIT_SAMPLE: "organisation" });
    await running.says("Tillit är igång");
    expect(running.said()).toContain(`Data ligger i:    ${apart}/data\n`);
    expect(statSync(home.path).mode & 0o777).toBe(0o700);
    expect(existsSync(join(clone, "data"))).toBe(false);
    expect(await chain()).toMatchObject({ whole: true });
  });
});
