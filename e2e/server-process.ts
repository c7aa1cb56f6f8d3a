import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** A folder that PostgreSQL's own user can reach, gone when `remove` is called. */
export async function temporaryFolder(name: string) {
  const path = await mkdtemp(join(tmpdir(), `tillit-${name}-`));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

const notes = (folder: string) => readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n");

/** The process of the embedded PostgreSQL that runs on a folder. */
export const postmasterOf = (folder: string): number => Number(notes(folder)[0]);

/** The embedded PostgreSQL's address, from what lies in its own folder. */
export function databaseUrlOf(folder: string): string {
  const password = readFileSync(join(folder, "postgres/tillit.password"), "utf8").trim();
  return `postgres://tillit:${password}@127.0.0.1:${notes(folder)[3]}/tillit`;
}

/** A port that is free now. */
export const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer().once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

export interface Program {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: () => string;
  readonly exited: Promise<number | null>;
  /** Waits until it says a text; fails with all it said when it ends first or the time is out. */
  says(text: string, timeoutMs?: number): Promise<string>;
}

/** What Node has compiled of the sources once, for all programs that are started from them: each starts in three quarters of the time. */
const NODE_COMPILE_CACHE = join(ROOT, "node_modules/.cache/tillit/compiled");

/** Starts a program in a process group of its own, so that it can be ended with all that it started. */
export function start(
  command: string,
  args: string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Program {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NODE_COMPILE_CACHE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let all = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      all += chunk;
      for (const look of waiting) look();
    });
  const exited = new Promise<number | null>((done) => child.once("close", done));
  return {
    child,
    said: () => all,
    exited,
    says: (text, timeoutMs = 60_000) =>
      new Promise((done, fail) => {
        const end = (error?: Error) => {
          clearTimeout(timer);
          waiting.delete(look);
          if (error) fail(error);
          else done(all);
        };
        const look = () => all.includes(text) && end();
        const timer = setTimeout(() => end(new Error(`sade aldrig ”${text}”:\n${all}`)), timeoutMs);
        waiting.add(look);
        exited.then((code) => end(all.includes(text) ? undefined : new Error(`slutade (${code}):\n${all}`)));
        look();
      }),
  };
}

/** Ends a program and everything in its process group, by the id that we started. */
export async function end(program: Program, signal: NodeJS.Signals = "SIGINT"): Promise<number | null> {
  const { pid } = program.child;
  if (pid !== undefined && program.child.exitCode === null && program.child.signalCode === null)
    try {
      process.kill(-pid, signal);
    } catch {
      // it ended in the same moment
    }
  return program.exited;
}
