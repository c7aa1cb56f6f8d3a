import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";

/** The first command in README's Start chapter, as a newcomer reads it. */
const command =
  /## Start[\s\S]*?```sh\n(.*)\n```/.exec(readFileSync(join(ROOT, "README.md"), "utf8"))?.[1] ?? "";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let port: number;
let running: Program | undefined;

/** A copy of what git knows, as a clone would have it: no node_modules, no data, nothing built. */
beforeAll(async () => {
  folder = await temporaryFolder("start");
  port = await freePort();
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter(Boolean)) {
    const to = join(folder.path, file);
    await mkdir(dirname(to), { recursive: true });
    await cp(join(ROOT, file), to).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== "ENOENT") throw cause; // removed in the work tree, not yet in git
    });
  }
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
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('id="app"');
  const health = await fetch(`http://127.0.0.1:${port}/api/health`);
  expect(health.headers.get("content-type")).toContain("application/health+json");
  expect(await health.json()).toMatchObject({ status: "pass" });
  const session = await (await fetch(`http://127.0.0.1:${port}/api/session`)).json();
  expect(session).toMatchObject({ municipality: { name: "Åstorps kommun" }, sample: true, person: null });
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
