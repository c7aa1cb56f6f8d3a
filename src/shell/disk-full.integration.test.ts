import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { end, type Program, start } from "../../e2e/server-process.ts";
import { overHttp } from "./year/client.ts";

/** A small disk of its own, in memory: made by root alone, and not in every container. */
const SIZE_MB = 400;
const RUNS = "Tillit är igång: ";
let disk: string;
let mounted = false;
let server: Program | undefined;
beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), "tillit-disk-"));
  mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}m`, "tmpfs", disk]).status === 0;
  if (mounted) await chmod(disk, 0o755);
});
afterAll(async () => {
  if (server) await end(server, "SIGTERM");
  if (mounted) spawnSync("umount", [disk]);
  await rm(disk, { recursive: true, force: true });
});

const at = { as: "kommunchef", on: "2027-01-20" };
/** Hard to pack, so that it takes its room. */
const text = (year: number) =>
  Array.from({ length: 400 }, (_, i) => Math.sin(year * 1000 + i).toString(36))
    .join(" ")
    .slice(0, 3900);

test("T-7: a full disk is told with what to do, health says it, nothing that was answered is lost, and with room it goes on", async ({
  skip,
}) => {
  skip(!mounted, "ingen egen liten disk kunde göras här (mount)");
  const env = {
    TILLIT_DATA: join(disk, "data"),
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "warn",
    TILLIT_RATE: "0",
    PORT: "0",
    DATABASE_URL: "",
  };
  server = start(process.execPath, ["src/shell/serve.ts"], { env });
  const url = (await server.says(RUNS)).split(RUNS)[1]?.split("\n")[0] as string;
  const client = overHttp(url);
  const path = (year: number) => `/goals/vision/kommunfullmaktige/${year}`;
  const put = (year: number) =>
    client.call({
      ...at,
      method: "PUT",
      path: path(year),
      body: { name: "Vision", text: text(year), validTo: `${year + 3}-12-31` },
      headers: { "if-none-match": "*" },
    });
  const health = async () => {
    const reply = await fetch(`${url}/api/health`);
    return { status: reply.status, body: (await reply.json()) as { status: string; checks: object } };
  };
  expect((await put(2027)).status).toBe(200);

  const filler = join(disk, "full");
  const { bavail, bsize } = await statfs(disk);
  await writeFile(filler, Buffer.alloc(bavail * bsize)).catch(() => {}); // to the last byte
  const answered = [2027];
  const refused: { status: number; code: string; detail: string }[] = [];
  for (let year = 2028; year < 2090 && refused.length < 3; year++) {
    const { status, json } = await put(year);
    if (status === 200) answered.push(year);
    else refused.push({ status, ...(json as { code: string; detail: string }) });
  }
  expect(refused.length, `${answered.length} written`).toBeGreaterThan(0);
  for (const { status, code } of refused)
    expect(["507 disk-full", "503 database-away", "503 not-known-if-stored"]).toContain(`${status} ${code}`);
  expect(await health()).toMatchObject({
    status: 503,
    body: { status: "fail", checks: { "disk:freeSpace": [{ status: "fail" }] } },
  });

  await rm(filler);
  const last = 2095;
  await expect.poll(async () => (await put(last)).status, { timeout: 90_000, interval: 250 }).toBe(200);
  for (const year of [...answered, last]) {
    const { status, json } = await client.call({ ...at, method: "GET", path: path(year) });
    expect(status, `${year}`).toBe(200);
    expect(JSON.stringify(json)).toContain(text(year));
  }
});
