import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stateFolder } from "../src/platform/database/data-folder.ts";
import { cloneInto, firstCommand } from "./clone.ts";
import { end, freePort, type Program, ROOT, start, temporaryFolder } from "./server-process.ts";

const isRoot = process.getuid?.() === 0;
const why = isRoot ? "" : " (hoppas över: bara root kör PostgreSQL som en annan användare än sig själv)";

/** The ordinary rented server: root in a home that nobody else may pass. */
describe.skipIf(!isRoot)(`T-1: as root in a clone under a folder of mode 700${why}`, () => {
  let home: Awaited<ReturnType<typeof temporaryFolder>>;
  let clone: string;
  let apart: string;
  let port: number;
  let running: Program | undefined;
  beforeAll(async () => {
    home = await temporaryFolder("home");
    clone = join(home.path, "tillit");
    apart = stateFolder(clone);
    await cloneInto(clone);
    chmodSync(home.path, 0o700);
    port = await freePort();
  });
  afterAll(async () => {
    if (running) await end(running);
    await home.remove();
    rmSync(apart, { recursive: true, force: true });
  });

  const begin = (line: string, more: Record<string, string> = {}) =>
    start("sh", ["-c", line], {
      cwd: clone,
      env: {
        PORT: String(port),
        DATABASE_URL: "",
        TILLIT_DATA: "",
        TILLIT_SAMPLE: "",
        TILLIT_LOG: "",
        TILLIT_LOG_FORMAT: "text",
        npm_config_prefer_offline: "true",
        ...more,
      },
    });
  const chain = async () => (await fetch(`http://127.0.0.1:${port}/api/decisions-chain`)).json();

  test("the same two commands start it, it says where the data lie, and the home is as closed as it was", async () => {
    running = begin(firstCommand(readFileSync(join(ROOT, "README.md"), "utf8")));
    await running.says("exempelåret är uppspelat", 280_000);
    expect(running.said()).toContain(`Data ligger i:    ${apart}/data\n`);
    expect(statSync(home.path).mode & 0o777).toBe(0o700);
    expect(existsSync(join(clone, "data"))).toBe(false);
    expect(await chain()).toMatchObject({ whole: true });
  });

  test("data that lie in the closed home stop the start, and one command moves them", async () => {
    const before = await chain();
    await end(running as Program);
    // As after the home was closed, or the clone moved into it
    mkdirSync(join(clone, "data"));
    renameSync(join(apart, "data/postgres"), join(clone, "data/postgres"));
    const refused = begin("npm start");
    expect(await refused.exited).toBe(1);
    expect(refused.said()).toContain(
      `Databasen i ${clone}/data går inte att nå för PostgreSQL, som inte körs som root: flytta den med npm run tillit -- data move.\n`,
    );
    expect(refused.said()).not.toMatch(/\n\s+at /);

    const move = begin("npm run -s tillit -- data move");
    expect(await move.exited, move.said()).toBe(0);
    expect(move.said()).toBe(`Databasen ligger nu i ${apart}/data.\n`);
    expect(existsSync(join(clone, "data/postgres"))).toBe(false);
    running = begin("npm start");
    await running.says("Tillit är igång");
    expect(await chain()).toEqual(before);
  });

  test("a folder in the closed home can't be named: one sentence says why and what to do", async () => {
    const server = begin("npm run -s tillit -- start", { TILLIT_DATA: join(clone, "min"), PORT: "0" });
    expect(await server.exited).toBe(1);
    expect(server.said()).toContain(`PostgreSQL når inte mappen ${clone}/min, för ${home.path} är stängd`);
    expect(server.said()).toContain("välj en mapp utanför");
    expect(server.said()).not.toMatch(/\n\s+at /);
  });
});
