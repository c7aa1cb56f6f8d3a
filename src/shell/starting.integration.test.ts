import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { end, freePort, type Program, start, temporaryFolder } from "../../e2e/server-process.ts";
import { startEmbedded } from "../platform/database/embedded.ts";
import { binariesFor } from "../platform/database/postgres-binaries.ts";
import { userFor } from "../platform/database/postgres-user.ts";
import { overHttp } from "./year/client.ts";

/** Real processes on a folder of their own, all ended afterwards by their ids. */
const running: Program[] = [];
const folders: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) await end(program, "SIGTERM");
  for (const folder of folders.splice(0)) await folder.remove();
});

async function dataFolder(): Promise<string> {
  const folder = await temporaryFolder("start");
  folders.push(folder);
  return folder.path;
}

function program(args: string[], folder: string, more: Record<string, string> = {}): Program {
  const env = {
    TILLIT_DATA: folder,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "error",
    PORT: "0",
    DATABASE_URL: "",
  };
  const one = start(process.execPath, args, { env: { ...env, ...more } });
  running.push(one);
  return one;
}
const serve = (folder: string, more: Record<string, string> = {}) =>
  program(["src/shell/serve.ts"], folder, more);
const RUNS = "Tillit är igång: ";
const urlOf = async (server: Program) => (await server.says(RUNS)).split(RUNS)[1]?.split("\n")[0] as string;

/** Kills the server alone: the PostgreSQL that it started runs on, as after a crash. */
async function kill(server: Program): Promise<void> {
  process.kill(server.child.pid as number, "SIGKILL");
  await server.exited;
}
const postmaster = async (folder: string) =>
  Number((await readFile(join(folder, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);

const DAY = "2027-01-20";
const VISION = { name: "Vision", text: "Pröva nytt.", validTo: "2030-12-31" };
const put = (url: string, year: number) =>
  overHttp(url).call({
    method: "PUT",
    path: `/goals/vision/kommunfullmaktige/${year}`,
    as: "kommunchef",
    on: DAY,
    body: VISION,
    headers: { "if-none-match": "*" },
  });
const has = async (url: string, year: number) =>
  (
    await overHttp(url).call({
      method: "GET",
      path: `/goals/vision/kommunfullmaktige/${year}`,
      as: "kommunchef",
      on: DAY,
    })
  ).status;

describe("T-3: one Tillit at a time on a folder", () => {
  test("a second start says so and stops with exit status 1; the first goes on, and verify works beside it", async () => {
    const folder = await dataFolder();
    const first = serve(folder);
    const url = await urlOf(first);
    const second = serve(folder);
    expect(await second.exited).toBe(1);
    expect(second.said()).toBe(
      `Tillit körs redan på mappen ${folder}. Stäng det först, eller välj en annan mapp med TILLIT_DATA.\n`,
    );
    expect((await put(url, 2030)).status).toBe(200);
    const verify = program(["src/shell/cli.ts", "verify"], folder);
    expect(await verify.exited).toBe(0);
    expect(verify.said()).toMatch(/^1277: kedjan är hel, 0 beslut/);
    expect(await has(url, 2030)).toBe(200);
  });

  test("of two that start on a new folder in the same moment, one runs and one says so", async () => {
    const folder = await dataFolder();
    const both = [serve(folder), serve(folder)];
    const status = await Promise.race(both.map((one) => one.exited));
    expect(status).toBe(1);
    const [other] = both.filter((one) => one.child.exitCode === null) as [Program];
    expect((await put(await urlOf(other), 2030)).status).toBe(200);
  });

  test("stopped in good order it leaves no PostgreSQL behind, with exit status 0", async () => {
    const folder = await dataFolder();
    const server = serve(folder);
    await urlOf(server);
    expect(existsSync(join(folder, "postgres/postmaster.pid"))).toBe(true);
    process.kill(server.child.pid as number, "SIGTERM");
    expect(await server.exited).toBe(0);
    expect(existsSync(join(folder, "postgres/postmaster.pid"))).toBe(false);
    expect(existsSync(join(folder, "starting"))).toBe(false);
  });
});

describe("T-7: a crash leaves nothing that needs a hand", () => {
  test("the server is killed, and then its PostgreSQL too: each time the next start has all that was answered", async () => {
    const folder = await dataFolder();
    let server = serve(folder);
    expect((await put(await urlOf(server), 2031)).status).toBe(200);
    await kill(server);
    const left = await postmaster(folder);
    process.kill(left, 0); // it runs on

    server = serve(folder);
    const second = await urlOf(server);
    expect(await postmaster(folder)).not.toBe(left);
    expect(await has(second, 2031)).toBe(200);
    expect((await put(second, 2032)).status).toBe(200);
    const database = await postmaster(folder);
    await kill(server);
    process.kill(database, "SIGKILL");

    server = serve(folder);
    const third = await urlOf(server);
    expect([await has(third, 2031), await has(third, 2032)]).toEqual([200, 200]);
  });

  test("a first start that was cut off: half a cluster and the mark of a start are taken away", async () => {
    const folder = await dataFolder();
    await mkdir(join(folder, "postgres.new-1/base"), { recursive: true });
    await writeFile(join(folder, "postgres.new-1/PG_VERSION"), "18\n");
    await writeFile(join(folder, "starting"), "1\n"); // process 1 lives always: the mark is old, not its process gone
    const hourAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(folder, "starting"), hourAgo, hourAgo);
    await urlOf(serve(folder));
    expect(existsSync(join(folder, "postgres.new-1"))).toBe(false);
  });

  test("a first start that is killed at any moment can be started again", async () => {
    const folder = await dataFolder();
    for (const afterMs of [300, 700, 1100, 1500]) {
      const server = serve(folder);
      await Promise.race([server.exited, new Promise((done) => setTimeout(done, afterMs))]);
      if (server.child.exitCode === null) await kill(server);
    }
    expect((await put(await urlOf(serve(folder)), 2030)).status).toBe(200);
  });
});

describe("T-1: settings that can't be used are named, and nothing is started", () => {
  test.each([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ TILLIT_SAMPLE: "ja" }, "TILLIT_SAMPLE"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
    [{ TILLIT_LOG: "alla" }, "TILLIT_LOG"],
    [{ TILLIT_LOG_FORMAT: "xml" }, "TILLIT_LOG_FORMAT"],
  ] as [Record<string, string>, string][])("%j", async (more, name) => {
    const folder = await dataFolder();
    const server = serve(folder, more);
    expect(await server.exited).toBe(1);
    expect(server.said()).toMatch(new RegExp(`^Inställningarna går inte att använda:\n  ${name}: `));
    expect(existsSync(join(folder, "postgres"))).toBe(false);
  });
});

describe("T-1: a data folder that can't be used is told in one sentence with what to do", () => {
  const oneSentence = async (more: Record<string, string>) => {
    const server = serve("", more);
    expect(await server.exited).toBe(1);
    expect(server.said()).toMatch(/^[^\n]+: [^\n]+\.\n$/);
    return server.said();
  };

  test("a file, a place where no folder can be made, a database of another version", async () => {
    const folder = await dataFolder();
    const file = join(folder, "fil");
    await writeFile(file, "");
    expect(await oneSentence({ TILLIT_DATA: file })).toContain(`Mappen ${file} går inte att använda`);
    expect(await oneSentence({ TILLIT_DATA: join(file, "data") })).toContain("är en fil");
    expect(await oneSentence({ TILLIT_DATA: "/proc/tillit" })).toContain(
      "Mappen /proc/tillit går inte att använda",
    );

    await mkdir(join(folder, "postgres"));
    await writeFile(join(folder, "postgres/PG_VERSION"), "12\n");
    expect(await oneSentence({ TILLIT_DATA: folder })).toContain("är skriven av PostgreSQL 12");
  });

  test("a database is moved only when nobody uses it, and works where it was moved", async () => {
    const folder = await dataFolder();
    const first = serve(folder);
    expect((await put(await urlOf(first), 2033)).status).toBe(200);
    const other = await dataFolder();
    const move = () => program(["src/shell/cli.ts", "data", "move", other], folder);
    const tooEarly = move();
    expect(await tooEarly.exited).toBe(1);
    expect(tooEarly.said()).toContain("Tillit körs redan på mappen");
    process.kill(first.child.pid as number, "SIGTERM");
    await first.exited;

    const moved = move();
    expect(await moved.exited, moved.said()).toBe(0);
    expect(moved.said()).toBe(
      `Databasen ligger nu i ${other}.\nStarta med TILLIT_DATA=${other} så att den används.\n`,
    );
    expect(existsSync(join(folder, "postgres"))).toBe(false);
    expect(await has(await urlOf(serve(other)), 2033)).toBe(200);
    const again = program(["src/shell/cli.ts", "data", "move", other], folder);
    expect(await again.exited).toBe(1);
    expect(again.said()).toBe(`Det finns ingen databas i ${folder}: det finns inget att flytta.\n`);
  });
});

describe("T-7: the database and the program are of the same version, or the start says which is not", () => {
  /** Marks in the stopped folder's database what a newer program would have done, or takes away what this one did. */
  async function inDatabase(folder: string, text: string): Promise<void> {
    const embedded = await startEmbedded(folder, { debug() {}, warn() {} });
    try {
      const client = new pg.Client({ connectionString: embedded.url });
      await client.connect();
      await client.query(text);
      await client.end();
    } finally {
      await embedded.stop();
    }
  }

  test("a trial changes nothing, then it is brought to this version; what a newer one wrote is left alone", async () => {
    const folder = await dataFolder();
    const first = serve(folder);
    expect((await put(await urlOf(first), 2033)).status).toBe(200);
    process.kill(first.child.pid as number, "SIGTERM");
    await first.exited;
    const migrate = (...args: string[]) => program(["src/shell/cli.ts", "migrate", ...args], folder);
    const done = async (one: Program) => [await one.exited, one.said()] as const;
    expect(await done(migrate())).toEqual([
      0,
      expect.stringMatching(/^Databasen: tillit på 127\.0\.0\.1:\d+\nInget att göra: /),
    ]);
    expect((await done(migrate("--dry")))[0]).toBe(2);

    await inDatabase(
      folder,
      "delete from public.tillit_migration where name like '031%'; drop function platform.run_role() cascade",
    );
    for (let times = 0; times < 2; times++) {
      const [status, said] = await done(migrate("--dry-run"));
      expect(status, said).toBe(0);
      expect(said).toMatch(
        /Saknas: 031_run_role\.sql\nProvet gick bra: 1 migrering på \d+,\d s\. Inget har ändrats\./,
      );
      expect(said).toContain("Ta en säkerhetskopia först: npm run -s tillit -- backup FIL");
    }
    const again = serve(folder, { TILLIT_LOG: "warn" });
    expect(await has(await urlOf(again), 2033)).toBe(200);
    expect(again.said()).toContain("Databasen har förts till den här versionen: 031_run_role.sql.");
    process.kill(again.child.pid as number, "SIGTERM");
    await again.exited;

    await inDatabase(
      folder,
      "insert into public.tillit_migration (name, sha256) values ('999_senare.sql', repeat('0', 64))",
    );
    const starts = [
      () => serve(folder),
      () => program(["src/shell/cli.ts", "verify"], folder),
      () => migrate(),
    ];
    for (const begin of starts) {
      const older = begin();
      expect(await older.exited).toBe(1);
      expect(older.said()).toMatch(
        /Databasen är av en nyare version av Tillit än den här: den har 999_senare\.sql/,
      );
    }
  });

  test("a PostgreSQL that somebody has started by hand on the folder is not stopped", async () => {
    const folder = await dataFolder();
    await inDatabase(folder, "select 1");
    const user = userFor(folder);
    const byHand = spawn(
      join(await binariesFor(user), "postgres"),
      ["-D", join(folder, "postgres"), "-p", String(await freePort()), "-h", "127.0.0.1", "-k", ""],
      { ...user, cwd: "/", stdio: "ignore", env: { LC_ALL: "C" } },
    );
    try {
      await expect
        .poll(() => existsSync(join(folder, "postgres/postmaster.pid")), { timeout: 20_000 })
        .toBe(true);
      await expect.poll(() => postmaster(folder), { timeout: 20_000 }).toBe(byHand.pid);
      const server = serve(folder);
      expect(await server.exited).toBe(1);
      expect(server.said()).toContain("och Tillit har inte startat den. Stäng den först");
      expect(byHand.exitCode).toBeNull();
    } finally {
      byHand.kill("SIGINT");
      await new Promise((ended) => byHand.once("exit", ended));
    }
  });
});
