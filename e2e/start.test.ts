import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cloneInto, firstCommand } from "./clone.ts";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";

const command = firstCommand(readFileSync(join(ROOT, "README.md"), "utf8"));

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let port: number;
let running: Program | undefined;

beforeAll(async () => {
  folder = await temporaryFolder("start");
  port = await freePort();
  await cloneInto(folder.path);
});

afterAll(async () => {
  if (running) await end(running);
  await folder.remove();
});

const environment = () => ({
  PORT: String(port),
  DATABASE_URL: "",
  TILLIT_DATA: "",
  TILLIT_SAMPLE: "",
  TILLIT_WEB: "",
  npm_config_prefer_offline: "true",
});
const begin = (line: string) => start("sh", ["-c", line], { cwd: folder.path, env: environment() });

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
      data: join(folder.path, "data"),
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
  expect(await (await fetch(`http://127.0.0.1:${port}/api/decisions-chain`)).json()).toMatchObject({
    whole: true,
  });
});

test("README: a second start on the same folder says so and stops", async () => {
  const second = begin("PORT=0 npm start");
  expect(await second.exited).toBe(1);
  expect(second.said()).toContain("Tillit körs redan på mappen");
});

test("README: Ctrl+C stops it in good order, and it starts again with what it had", async () => {
  const before = await (await fetch(`http://127.0.0.1:${port}/api/decisions-chain`)).json();
  await end(running as Program);
  await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow();
  running = begin("npm start");
  await running.says("Tillit är igång");
  expect(await (await fetch(`http://127.0.0.1:${port}/api/decisions-chain`)).json()).toEqual(before);
});
