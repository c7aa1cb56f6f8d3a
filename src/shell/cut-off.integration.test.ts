import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { databaseUrlOf, end, type Program, ROOT, start, temporaryFolder } from "../../e2e/server-process.ts";
import { Dice } from "../../scripts/attack/dice.ts";
import { rowsOf } from "./testing/database.ts";
import { readSteps } from "./year/play.ts";

/** How often a first start is cut off: few times in the daily tests, many where TILLIT_CUTS says so. */
const CUTS = Number(process.env.TILLIT_CUTS ?? "8");
/** A start that is not cut off earlier: long enough to do something new each time. */
const LONGEST_MS = 4_000;
const RUNS = "Tillit är igång: ";
const SEED = Number(process.env.TILLIT_SEED ?? Date.now() % 1_000_000);

const programs: Program[] = [];
const folders: { remove(): Promise<void> }[] = [];
afterAll(async () => {
  for (const program of programs) await end(program, "SIGTERM");
  for (const folder of folders) await folder.remove();
});

function program(folder: string, args: string[]): Program {
  const env = {
    TILLIT_DATA: folder,
    TILLIT_SAMPLE: "full",
    TILLIT_LOG: "error",
    TILLIT_RATE: "0",
    PORT: "0",
    DATABASE_URL: "",
  };
  const one = start(process.execPath, args, { env });
  programs.push(one);
  return one;
}
const postmaster = async (folder: string) =>
  Number((await readFile(join(folder, "postgres/postmaster.pid"), "utf8").catch(() => "")).split("\n")[0]);

/** What the folder says of it may be of one that was killed before: then there is nothing to kill. */
async function killPostgres(folder: string): Promise<void> {
  const database = await postmaster(folder);
  try {
    if (database > 0) process.kill(database, "SIGKILL");
  } catch (cause) {
    if ((cause as { code?: string }).code !== "ESRCH") throw cause;
  }
}

/** Asks the database of a server that runs. */
const asked = (folder: string, text: string) => rowsOf(databaseUrlOf(folder), text);

async function decisionsInAll(): Promise<number> {
  const steps = await readSteps(join(ROOT, "sample"));
  return steps.filter(({ decide, refused }) => decide && !refused).length;
}

/** While the year is played it dies twice: the server goes on by itself when it is back. */
async function killTwice(folder: string, stillPlaying: () => boolean): Promise<number> {
  const kept = async () => {
    try {
      const [row] = await asked(folder, "select count(*)::int as n from platform.answered_request");
      return row.n as number;
    } catch {
      return undefined; // it is not there just now, or has not been made yet
    }
  };
  let from: number | undefined;
  let killed = 0;
  while (killed < 2 && stillPlaying()) {
    const now = await kept();
    from ??= now;
    if (now !== undefined && from !== undefined && now > from + (killed === 0 ? 20 : 120)) {
      await killPostgres(folder);
      killed++;
    } else await new Promise((done) => setTimeout(done, 100));
  }
  return killed;
}

test(`T-7: a first start that is cut off at ${CUTS} random moments (seed ${SEED}), and then loses its PostgreSQL twice, plays the whole year in the end`, async () => {
  const dice = new Dice(SEED);
  let folder: string | undefined;
  let played = 0;
  let killed = 0;
  for (let cuts = 0; cuts < CUTS || folder !== undefined; ) {
    if (folder === undefined) {
      const { path, remove } = await temporaryFolder("cut");
      folders.push({ remove });
      folder = path;
    }
    const server = program(folder, ["src/shell/serve.ts"]);
    const runs = server.says(RUNS, 300_000).then(
      () => true,
      () => false, // it was cut off, or ended by itself: told below
    );
    const cutAfterMs = cuts < CUTS ? dice.roll() * LONGEST_MS : Number.POSITIVE_INFINITY;
    const cut = new Promise<"cut">((done) => {
      if (Number.isFinite(cutAfterMs)) setTimeout(() => done("cut"), cutAfterMs);
    });
    let playing = true;
    void runs.then(() => {
      playing = false;
    });
    const killing = cuts < CUTS ? undefined : killTwice(folder, () => playing);
    const came = await Promise.race([runs, cut]);
    killed += (await killing) ?? 0;
    expect(came, `seed ${SEED}, cut ${cuts}: ${server.said()}`).not.toBe(false);
    if (came === "cut") {
      cuts++;
      process.kill(server.child.pid as number, "SIGKILL");
      const { child } = server;
      await server.exited;
      expect(child.signalCode, `seed ${SEED}, cut ${cuts}: ${server.said()}`).toBe("SIGKILL");
      // Every other time PostgreSQL goes with it, and with it what was not yet on disk
      if (dice.roll() < 0.5) await killPostgres(folder);
      continue;
    }
    const [state] = await asked(
      folder,
      "select sample_stage, (select count(*)::int from decisions.decision) as decisions from platform.municipality",
    );
    expect(state, `seed ${SEED}`).toEqual({ sample_stage: "played", decisions: await decisionsInAll() });
    const verify = program(folder, ["src/shell/cli.ts", "verify"]);
    expect(await verify.exited, verify.said()).toBe(0);
    expect(verify.said()).toContain(`kedjan är hel, ${await decisionsInAll()} beslut`);
    await end(server, "SIGTERM");
    played++;
    folder = undefined;
  }
  expect(played).toBeGreaterThan(0);
  expect(killed, "PostgreSQL dog aldrig under spelet").toBe(2);
}, 1_800_000);
