import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { Dice } from "../scripts/attack/dice.ts";
import { type Client, overHttp, type Reply } from "../src/shell/year/client.ts";
import { playYear, readSteps } from "../src/shell/year/play.ts";
import {
  databaseUrlOf,
  end,
  freePort,
  type Program,
  postmasterOf,
  ROOT,
  start,
  temporaryFolder,
} from "./server-process.ts";

const KILLS = 24;
const PATIENCE_MS = 120_000;
const LONGEST_WAIT_MS = 40;
const SAMPLE = join(ROOT, "sample");

test("U-10, R-5: a server killed 24 times in a year has lost nothing that it had acknowledged", async () => {
  const seed = Date.now() % 1_000_000;
  const dice = new Dice(seed);
  const folder = await temporaryFolder("crash");
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    TILLIT_DATA: folder.path,
    TILLIT_SAMPLE: "organisation",
    TILLIT_LOG: "silent",
    TILLIT_RATE: "0",
    PORT: String(port),
    DATABASE_URL: "",
  };
  let stopping = false;
  let kills = 0;
  const startFailures: string[] = [];
  let server: Program | undefined;
  const keepUp = () => {
    const program = start(process.execPath, ["src/shell/serve.ts"], { env });
    server = program;
    program.exited.then((code) => {
      if (code !== null) startFailures.push(program.said()); // it ended by itself: a start that did not work
      if (!stopping) keepUp();
    });
  };
  /** Now and then PostgreSQL dies with it; otherwise it is left behind for the next start to find. */
  const kill = () => {
    kills++;
    server?.child.kill("SIGKILL");
    if (kills % 4 === 0) {
      process.kill(postmasterOf(folder.path), "SIGKILL");
    }
  };

  try {
    keepUp();
    const plain = overHttp(base, PATIENCE_MS);
    const steps = (await readSteps(SAMPLE, "spring")).length;
    const killAt = new Set<number>();
    while (killAt.size < KILLS) killAt.add(dice.below(steps * 2));
    let call = 0;
    const client: Client = {
      async call(asked) {
        if (killAt.has(call++)) setTimeout(kill, dice.roll() * LONGEST_WAIT_MS);
        return plain.call(asked);
      },
    };

    const decided: Reply[] = [];
    const drafted = new Map<string, { etag: string | undefined; content: unknown }>();
    for await (const step of playYear(client, SAMPLE, { stage: "spring" })) {
      expect(step.asExpected, `seed ${seed}, ${step.name}: ${step.outcome}`).toBe(true);
      const answer = step.reply.json as { sha256?: string; version?: { number: number }; id?: string };
      if (step.refused) continue;
      if (answer?.sha256 && "previousSha256" in answer) decided.push(step.reply);
      if (answer?.id && answer.version?.number)
        drafted.set(`${answer.id} ${answer.version.number}`, {
          etag: step.reply.etag,
          content: (answer as { content?: unknown }).content,
        });
    }
    while (kills < KILLS) {
      kill();
      await plain.call({ method: "GET", path: "/session", as: "revisor", on: "2028-05-15" });
    }

    const ask = (path: string) => plain.call({ method: "GET", path, as: "kommunchef", on: "2028-12-31" });
    expect(decided.length).toBeGreaterThanOrEqual(20);
    for (const { json } of decided) {
      const { number } = json as { number: number };
      const stored = (await ask(`/decisions/${number}`)).json as { decision: unknown };
      expect(stored.decision, `seed ${seed}, beslut ${number}`).toEqual(json);
    }
    const database = new pg.Client({ connectionString: databaseUrlOf(folder.path) });
    await database.connect();
    for (const [key, { content }] of drafted) {
      const [matter, number] = key.split(" ");
      const found = await database.query(
        "select content from decisions.version where matter_id = $1 and number = $2",
        [matter, Number(number)],
      );
      expect(found.rows[0]?.content, `seed ${seed}, ${key}`).toEqual(content);
    }
    await database.end();
    const chain = (await ask("/decisions-chain")).json as { whole: boolean; count: number };
    expect(chain).toMatchObject({ whole: true, count: decided.length });
    expect(kills).toBeGreaterThanOrEqual(20);
    expect(startFailures).toEqual([]);

    stopping = true;
    if (server) await end(server, "SIGTERM");
    const verify = start(process.execPath, ["src/shell/cli.ts", "verify", "1277"], { env });
    expect(await verify.exited, verify.said()).toBe(0);
    expect(verify.said()).toContain(`kedjan är hel, ${decided.length} beslut`);
  } finally {
    stopping = true;
    if (server) await end(server, "SIGTERM");
    await folder.remove();
  }
});
