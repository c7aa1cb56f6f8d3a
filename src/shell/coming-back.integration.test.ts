import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { end, type Program, start, temporaryFolder } from "../../e2e/server-process.ts";
import { overHttp } from "./year/client.ts";

/** Real servers, each on a folder of its own, all ended afterwards by their ids. */
const running: Program[] = [];
const folders: { remove(): Promise<void> }[] = [];
afterAll(async () => {
  for (const program of running) await end(program, "SIGTERM");
  for (const folder of folders) await folder.remove();
});

const RUNS = "Tillit är igång: ";
const BACK_WITHIN_MS = 30_000;

function program(folder: string, args: string[]): Program {
  const env = {
    TILLIT_DATA: folder,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "warn",
    TILLIT_RATE: "0",
    PORT: "0",
    DATABASE_URL: "",
  };
  const one = start(process.execPath, args, { env });
  running.push(one);
  return one;
}

async function served() {
  const { path: folder, remove } = await temporaryFolder("back");
  folders.push({ remove });
  const server = program(folder, ["src/shell/serve.ts"]);
  const url = (await server.says(RUNS)).split(RUNS)[1]?.split("\n")[0] as string;
  return { folder, server, url };
}
const postmaster = async (folder: string) => {
  const lines = (await readFile(join(folder, "postgres/postmaster.pid"), "utf8")).split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
};

/** Straight into the database's own server. */
async function superuser(folder: string, database = "tillit"): Promise<pg.Client> {
  const password = (await readFile(join(folder, "postgres/tillit.password"), "utf8")).trim();
  const { port } = await postmaster(folder);
  const client = new pg.Client({ host: "127.0.0.1", port, user: "tillit", password, database });
  client.on("error", () => {});
  await client.connect();
  return client;
}

const VISION = { name: "Vision", text: "Pröva nytt.", validTo: "2030-12-31" };
const at = { as: "kommunchef", on: "2027-01-20" };
const put = (url: string, year: number) =>
  overHttp(url).call({
    ...at,
    method: "PUT",
    path: `/goals/vision/kommunfullmaktige/${year}`,
    body: VISION,
    headers: { "if-none-match": "*" },
  });
const has = async (url: string, year: number) =>
  (await overHttp(url).call({ ...at, method: "GET", path: `/goals/vision/kommunfullmaktige/${year}` }))
    .status;

/** Asks until it goes well, and `isBack`: what is kept in memory is answered also before anybody has noticed. Gives what was answered. */
async function askedUntilBack(url: string, isBack: () => Promise<boolean> = async () => true) {
  const met: { status: number; code?: string; retryAfter: string | null }[] = [];
  const deadline = performance.now() + BACK_WITHIN_MS;
  for (;;) {
    const reply = await fetch(`${url}/api/sample/people`);
    const { code } = reply.ok ? {} : ((await reply.json()) as { code?: string });
    met.push({
      status: reply.status,
      retryAfter: reply.headers.get("retry-after"),
      ...(code ? { code } : {}),
    });
    if ((reply.ok && (await isBack())) || performance.now() > deadline) return met;
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe("T-7: PostgreSQL that dies under the server comes back", () => {
  test.concurrent("killed outright: 503 with when to ask again, never 500; then all that was answered is there", async () => {
    const { folder, server, url } = await served();
    expect((await put(url, 2031)).status).toBe(200);
    const before = await postmaster(folder);
    process.kill(before.pid, "SIGKILL");
    const another = async () => (await postmaster(folder).catch(() => before)).pid !== before.pid;
    const met = await askedUntilBack(url, another);
    expect(met.at(-1)?.status, server.said()).toBe(200);
    for (const one of met.filter(({ status }) => status !== 200))
      expect(one).toEqual({ status: 503, code: "database-away", retryAfter: "5" });
    const after = await postmaster(folder);
    expect(after.pid).not.toBe(before.pid);
    expect(after.port).toBe(before.port);
    expect(await has(url, 2031)).toBe(200);
    expect((await put(url, 2032)).status).toBe(200);
    expect(server.said()).toContain("PostgreSQL slutade (SIGKILL) utan att Tillit bad om det");
    expect(server.said()).toContain("PostgreSQL är igång igen.");
    process.kill(server.child.pid as number, "SIGTERM");
    expect(await server.exited).toBe(0);
  });

  test.concurrent("one of its processes killed, so that every connection breaks: the folder is still the server's", async () => {
    const { folder, server, url } = await served();
    expect((await put(url, 2031)).status).toBe(200);
    const { pid } = await postmaster(folder);
    const client = await superuser(folder, "postgres");
    const { rows } = await client.query("select pid from pg_stat_activity where backend_type = 'walwriter'");
    process.kill(rows[0].pid, "SIGKILL");
    await server.says("Förbindelsen som håller databasens mapp bröts");
    const second = program(folder, ["src/shell/serve.ts"]);
    expect(await second.exited).toBe(1);
    expect(second.said()).toContain(`Tillit körs redan på mappen ${folder}.`);
    expect((await askedUntilBack(url)).at(-1)?.status).toBe(200);
    const verify = program(folder, ["src/shell/cli.ts", "verify"]);
    expect(await verify.exited, verify.said()).toBe(0);
    const move = program(folder, ["src/shell/cli.ts", "data", "move", join(folder, "other")]);
    expect(await move.exited).toBe(1);
    expect(move.said()).toContain("Tillit körs redan på mappen");
    expect((await postmaster(folder)).pid).toBe(pid);
    expect(await has(url, 2031)).toBe(200);

    // It holds the lock again, on a connection of its own
    const other = await superuser(folder, "postgres");
    const held = async () =>
      (await other.query("select 1 from pg_locks where locktype = 'advisory' and granted")).rowCount;
    await expect.poll(held, { timeout: 10_000 }).toBe(1);
    await other.end();
  });

  test.concurrent("one that does not start any more: the program says what PostgreSQL says and ends with a status", async () => {
    const { folder, server, url } = await served();
    const { pid } = await postmaster(folder);
    process.kill(pid, "SIGSTOP"); // so that it does not come back before its folder is broken
    const { rename } = await import("node:fs/promises");
    await rename(join(folder, "postgres/global/pg_control"), join(folder, "pg_control"));
    process.kill(pid, "SIGKILL");
    expect(await server.exited).toBe(1);
    expect(server.said()).toContain("så Tillit stannar");
    expect(server.said()).toContain("pg_control");
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
    // Mended by hand, everything is there
    await rename(join(folder, "pg_control"), join(folder, "postgres/global/pg_control"));
    const again = program(folder, ["src/shell/serve.ts"]);
    await again.says(RUNS);
  });
});
