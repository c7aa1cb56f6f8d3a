import { readFileSync } from "node:fs";
import { join } from "node:path";
import { end, freePort, type Program, start, temporaryFolder } from "../../e2e/server-process.ts";
import { startEmbedded } from "../../src/platform/database/embedded.ts";
import type { Attack } from "./part.ts";

const STARTS_WITHIN_MS = 180_000;

export interface Attacked {
  readonly program: Program;
  readonly port: number;
  readonly base: string;
  /** The most memory that its process has held, in bytes. */
  peakBytes(): number;
  /** The cookie of a person of the sample. */
  signIn(person: string): Promise<string>;
}

/** A real server in a process of its own, with the sample's organisation, on 127.0.0.1; gone after the part. */
export async function attackedServer(attack: Attack, name: string): Promise<Attacked> {
  const folder = await temporaryFolder(`attack-${name}`);
  attack.after(folder.remove);
  const port = await freePort();
  const program = start(process.execPath, ["src/shell/serve.ts"], { env: environment(folder.path, port) });
  attack.after(() => end(program, "SIGTERM"));
  await program.says("Tillit är igång", STARTS_WITHIN_MS);
  const base = `http://127.0.0.1:${port}`;
  return {
    program,
    port,
    base,
    peakBytes: () => {
      const told = readFileSync(`/proc/${program.child.pid}/status`, "utf8");
      return Number(/VmHWM:\s+(\d+) kB/.exec(told)?.[1] ?? 0) * 1024;
    },
    signIn: (person) => signedIn(base, person),
  };
}

/** What such a server is started with. */
export const environment = (folder: string, port: number): Record<string, string> => ({
  TILLIT_DATA: folder,
  TILLIT_SAMPLE: "organisation",
  TILLIT_LOG: "silent",
  TILLIT_RATE: "0",
  TILLIT_WEB: join(folder, "no-web"),
  HOST: "127.0.0.1",
  PORT: String(port),
  DATABASE_URL: "",
  TILLIT_URL: "",
});

async function signedIn(base: string, person: string): Promise<string> {
  const reply = await fetch(`${base}/api/sign-in/sample`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person }),
  });
  const cookie = reply.headers.get("set-cookie")?.split(";")[0];
  if (reply.status !== 200 || !cookie)
    throw new Error(`kunde inte logga in som ${person}: ${await reply.text()}`);
  return cookie;
}

/** A PostgreSQL of the attack's own, until it is stopped. */
export async function attackedPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = await temporaryFolder("attack-postgres");
  const embedded = await startEmbedded(folder.path, { debug: () => {}, warn: () => {} });
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop();
      await folder.remove();
    },
  };
}

export interface Others {
  /** The longest that anybody waited, and what was answered instead of 200. */
  stop(): Promise<{
    readonly longestMs: number;
    readonly asked: number;
    readonly refused: readonly string[];
  }>;
}

/** Somebody else, who asks who one is over and over while the attack goes on. */
export function othersAsk(base: string, { eachMs = 50, path = "/api/session" } = {}): Others {
  let [longestMs, asked, on] = [0, 0, true];
  const refused = new Set<string>();
  const asking = (async () => {
    while (on) {
      const began = performance.now();
      const answer = await fetch(base + path, { signal: AbortSignal.timeout(60_000) })
        .then(async (reply) => {
          await reply.arrayBuffer();
          return String(reply.status);
        })
        .catch((cause: Error) => `${cause.name}: ${cause.message}`);
      asked++;
      longestMs = Math.max(longestMs, performance.now() - began);
      if (answer !== "200") refused.add(answer);
      await new Promise((done) => setTimeout(done, eachMs));
    }
  })();
  return {
    async stop() {
      on = false;
      await asking;
      return { longestMs, asked, refused: [...refused] };
    },
  };
}
