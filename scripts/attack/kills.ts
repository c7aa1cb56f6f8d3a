import { join } from "node:path";
import pg from "pg";
import {
  databaseUrlOf,
  end,
  freePort,
  type Program,
  postmasterOf,
  ROOT,
  start,
  temporaryFolder,
} from "../../e2e/server-process.ts";
import { PATIENCE } from "../../src/platform/database/kept-running.ts";
import { type Client, overHttp } from "../../src/shell/year/client.ts";
import { playYear } from "../../src/shell/year/play.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { environment } from "./running.ts";

const SAMPLE = join(ROOT, "sample");
/** PostgreSQL that has died answers again within so long; before each new start it waits longer. */
const RECOVERS_WITHIN_MS = 30_000 + Math.max(...PATIENCE.pausesMs);
const PATIENCE_MS = 120_000;
const LONGEST_WAIT_MS = 60;
const LOOKS_EACH_MS = 100;

/** `kill -9` of the server, or of the PostgreSQL under it, while the sample's year is written: what was acknowledged is there, and nothing is half. */
const kills = (name: string, whom: "server" | "postgres", times: { long: number; short: number }): Part => ({
  name,
  async run(attack: Attack): Promise<Outcome> {
    const count = new Count(name, attack);
    const folder = await temporaryFolder(`attack-${name}`);
    attack.after(folder.remove);
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const env = environment(folder.path, port);
    let [stopping, server] = [false, undefined as Program | undefined];
    const keepUp = () => {
      const program = start(process.execPath, ["src/shell/serve.ts"], { env });
      server = program;
      void program.exited.then((code) => {
        if (code !== null && !stopping) count.fell(`servern startade inte: ${program.said().slice(-500)}`);
        if (!stopping) setTimeout(keepUp, 200);
      });
    };
    attack.after(async () => {
      stopping = true;
      if (server) await end(server, "SIGTERM");
    });
    keepUp();

    let killing = Promise.resolve();
    const kill = async () => {
      if (whom === "server") return void server?.child.kill("SIGKILL");
      process.kill(postmasterOf(folder.path), "SIGKILL");
      await recovers(base, count);
    };
    const plain = overHttp(base, PATIENCE_MS);
    const all = attack.short ? times.short : times.long;
    const every = attack.short ? 12 : 25;
    let [call, killed] = [0, 0];
    const client: Client = {
      async call(asked) {
        if (++call % every === 0 && killed < all) {
          killed++;
          const wait = attack.dice.roll() * LONGEST_WAIT_MS;
          killing = killing.then(() => new Promise((done) => setTimeout(() => done(kill()), wait)));
        }
        return plain.call(asked);
      },
    };
    let decided = 0;
    const drafted = new Map<string, unknown>();
    for await (const step of playYear(client, SAMPLE)) {
      count.holds(step.asExpected, `${step.name}: ${step.outcome}`);
      if (!step.refused) {
        const answer = step.reply.json as {
          previousSha256?: string;
          id?: string;
          content?: unknown;
          version?: { number: number };
        };
        if (answer?.previousSha256) decided++;
        if (answer?.id && answer.version?.number)
          drafted.set(`${answer.id} ${answer.version.number}`, answer.content);
      }
      if (!step.asExpected) break; // what follows hangs on it
      if (killed === all && call % every === every - 1) break;
    }
    await killing;
    count.holds(killed === all, `bara ${killed} av ${all} hann dödas`);

    // Read as it stands now, past the server
    const chain = (
      await plain.call({ method: "GET", path: "/decisions-chain", as: "revisor", on: "2027-12-31" })
    ).json;
    const { whole, count: links } = chain as { whole: boolean; count: number };
    count.holds(whole && links === decided, `kedjan har ${links} beslut av ${decided}, hel: ${whole}`);
    const database = new pg.Client({ connectionString: databaseUrlOf(folder.path) });
    await database.connect();
    for (const [key, content] of drafted) {
      const [matter, number] = key.split(" ");
      const found = await database.query(
        "select content = $3::jsonb as same from decisions.version where matter_id = $1 and number = $2",
        [matter, Number(number), JSON.stringify(content)],
      );
      count.holds(found.rows[0]?.same === true, `${key} är inte som den kvitterades`);
    }
    await database.end();
    return count.outcome();
  },
});

export const serverKills = kills("kill-server", "server", { long: 10, short: 2 });
export const postgresKills = kills("kill-postgres", "postgres", { long: 5, short: 1 });

/** Whoever asks meanwhile is answered with 503 and when to ask again, and with 200 in time. */
async function recovers(base: string, count: Count): Promise<void> {
  const began = performance.now();
  let down = false;
  while (performance.now() - began < RECOVERS_WITHIN_MS) {
    await new Promise((done) => setTimeout(done, LOOKS_EACH_MS));
    const reply = await fetch(`${base}/api/bodies`, { signal: AbortSignal.timeout(20_000) }).catch(
      () => undefined,
    );
    const said = (await reply?.text().catch(() => "")) ?? "";
    if (reply === undefined) count.fell("en förfrågan fick inget svar medan PostgreSQL var nere");
    else if (reply.status === 503) {
      down = true;
      count.holds(reply.headers.has("retry-after"), "503 utan Retry-After medan PostgreSQL var nere");
    } else if (reply.status !== 200)
      count.holds(false, `svarar ${reply.status} medan PostgreSQL var nere: ${said.slice(0, 120)}`);
    // One that was answered before anybody noticed is no recovery
    else if (down || performance.now() - began > 3_000) return count.holds(true, "");
  }
  count.holds(false, `PostgreSQL var inte uppe igen inom ${RECOVERS_WITHIN_MS / 1000} s`);
}
