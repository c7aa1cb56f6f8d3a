import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import pg from "pg";
import { ToldError } from "../told.ts";
import type { DatabaseLog } from "./database-log.ts";
import { folderFault, makeFolder } from "./folder.ts";
import { locked, lockFolder } from "./folder-lock.ts";
import { keepRunning } from "./kept-running.ts";
import { leaveFolder, livingOwner, ownFolder } from "./owner.ts";
import { packagedVersion } from "./postgres-binaries.ts";
import {
  initCluster,
  OWN_OPTION,
  type PostgresProcess,
  spawnPostgres,
  weightOf,
} from "./postgres-process.ts";
import { closedTo, isSuperuser, userFor } from "./postgres-user.ts";
import { alive, whileStarting } from "./start-lock.ts";

/**
 * PostgreSQL that comes with the program and keeps its data in one folder.
 *
 * What makes it safe to kill:
 * - the cluster is made in a folder of its own name and moved into place when it is whole;
 * - who uses the folder is told by a lock inside PostgreSQL itself, which vanishes with the process that held it, and by a file
 *   that names the process, which stands while PostgreSQL is away;
 * - one at a time starts on a folder;
 * - a PostgreSQL left behind by a killed server is stopped in good order and started anew;
 * - one that dies under a living server is started again on the same address.
 */
export interface Embedded {
  readonly url: string;
  /** When the database will not come back, or another has taken the folder: why. Then the program ends. */
  readonly lost: Promise<ToldError>;
  stop(): Promise<void>;
}

/** Another Tillit is running on the same folder. */
export class FolderInUse extends ToldError {}

const DATABASE = "tillit";
const USER = "tillit";
const STOP_TIMEOUT_MS = 20_000;
/** A PostgreSQL that has just died under a living server is back within this time. */
const BACK_WITHIN_MS = 15_000;
const LOOK_EACH_MS = 50;
const COUNTED_AS_OWNER_MS = 2_000;
/** Lies inside the cluster's folder, so that the two always come and go together. */
const PASSWORD_FILE = "tillit.password";

export async function startEmbedded(folder: string, log: DatabaseLog): Promise<Embedded> {
  await makeFolder(folder);
  await refuseUnusable(folder);
  const started = await whileStarting(join(folder, "starting"), () => startIn(folder, log)).catch((cause) => {
    throw folderFault(folder, cause);
  });
  if (started === "busy") throw inUse(folder);
  return started.done;
}

/** Throws a ToldError where PostgreSQL could not work in the folder: before anything is made in it. */
async function refuseUnusable(folder: string): Promise<void> {
  const user = userFor(folder);
  const closed = closedTo(user, folder);
  if (closed !== undefined)
    throw new ToldError(
      `PostgreSQL når inte mappen ${folder}, för ${closed} är stängd för den användare som PostgreSQL körs som (${user.uid ?? process.getuid?.()}): välj en mapp utanför ${closed} med TILLIT_DATA, till exempel TILLIT_DATA=/var/lib/tillit/data.`,
    );
  const cluster = join(folder, "postgres");
  const owner = (await stat(cluster).catch(() => undefined))?.uid;
  if (owner !== undefined && !isSuperuser() && owner !== process.getuid?.())
    throw new ToldError(
      `Databasen i ${folder} tillhör en annan användare (${owner}): starta Tillit som den användaren, eller välj en annan mapp med TILLIT_DATA.`,
    );
  const written = (await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => undefined))?.trim();
  const [major] = (await packagedVersion()).split(".");
  if (written !== undefined && written !== major)
    throw new ToldError(
      `Databasen i ${folder} är skriven av PostgreSQL ${written}, men den inbyggda är ${major}: flytta den med pg_dump och pg_restore, eller välj en annan mapp med TILLIT_DATA.`,
    );
}

async function startIn(folder: string, log: DatabaseLog): Promise<Embedded> {
  await refuseOwned(folder);
  await ownFolder(folder);
  try {
    return await startOwned(folder, log);
  } catch (cause) {
    await leaveFolder(folder);
    throw cause;
  }
}

async function startOwned(folder: string, log: DatabaseLog): Promise<Embedded> {
  const cluster = join(folder, "postgres");
  if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(folder, cluster);
  const password = (await readFile(join(cluster, PASSWORD_FILE), "utf8")).trim();

  await takeOver(cluster, password);

  const port = await freePort();
  const run = () => start(cluster, port, (line) => log[weightOf(line)](`PostgreSQL: ${line}`));
  const server = keepRunning(await run(), {
    log,
    async again() {
      await forgetDead(cluster);
      return run();
    },
  });
  try {
    await makeDatabase(port, password);
    const lock = await lockFolder(() => connect(port, password, "postgres"), log);
    if (lock === "taken") throw inUse(folder);
    const taken = lock.taken.then(
      () =>
        new ToldError(
          `En annan Tillit har tagit mappen ${folder} medan förbindelsen till databasen var bruten, så den här stannar. Stäng den andra innan du startar igen.`,
        ),
    );
    return {
      url: urlOf(port, password),
      lost: Promise.race([server.givenUp, taken]),
      async stop() {
        await lock.release();
        await server.stop();
        await leaveFolder(folder);
      },
    };
  } catch (cause) {
    await server.stop();
    throw cause;
  }
}

async function makeDatabase(port: number, password: string): Promise<void> {
  const client = await connect(port, password, "postgres");
  try {
    const exists = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (exists.rowCount === 0)
      await client.query(`create database ${DATABASE} encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
}

/** Refuses where a living Tillit has the folder, whether its PostgreSQL answers just now or not. */
async function refuseOwned(folder: string): Promise<void> {
  if ((await livingOwner(folder)) !== undefined) throw inUse(folder);
}

/**
 * The address of the PostgreSQL that another Tillit, still running, has started on the folder: for commands that may work
 * beside it. Undefined when none is running there.
 */
export async function runningEmbedded(folder: string): Promise<string | undefined> {
  const cluster = join(folder, "postgres");
  const deadline = performance.now() + BACK_WITHIN_MS;
  for (;;) {
    const running = await runningServer(cluster);
    if (running) {
      const password = (await readFile(join(cluster, PASSWORD_FILE), "utf8")).trim();
      const client = await connect(running.port, password, DATABASE).catch(() => undefined);
      await client?.end();
      if (client) return urlOf(running.port, password);
    }
    // Its owner may be starting it again just now
    if ((await livingOwner(folder)) === undefined || performance.now() > deadline) return undefined;
    await new Promise((done) => setTimeout(done, LOOK_EACH_MS));
  }
}

const urlOf = (port: number, password: string): string =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;

/** Sees to that no server works on the folder: stops one that a killed Tillit left behind; refuses when a living one has it. */
export async function stopLeftBehind(folder: string): Promise<void> {
  const cluster = join(folder, "postgres");
  await refuseOwned(folder);
  await takeOver(cluster, (await readFile(join(cluster, PASSWORD_FILE), "utf8")).trim());
}

/** Stops a server that a killed Tillit left behind; refuses when a living one has the folder, or somebody started it by hand. */
async function takeOver(cluster: string, password: string): Promise<void> {
  const running = await runningServer(cluster);
  if (!running) return forgetDead(cluster);
  if (!(await startedByTillit(cluster)))
    throw new ToldError(
      `PostgreSQL körs redan i ${cluster} (process ${running.pid}), och Tillit har inte startat den. Stäng den först, eller använd den med DATABASE_URL.`,
    );
  const client = await connect(running.port, password, "postgres").catch(() => undefined);
  if (client) {
    // A server that was killed just now may be counted as its owner for a moment yet
    const deadline = performance.now() + COUNTED_AS_OWNER_MS;
    let free = await locked(client);
    while (!free && performance.now() < deadline) {
      await new Promise((done) => setTimeout(done, LOOK_EACH_MS));
      free = await locked(client);
    }
    await client.end();
    if (!free) throw inUse(dirname(cluster));
  }
  try {
    process.kill(running.pid, "SIGINT");
  } catch {
    // it ended in the same moment
  }
  await until(
    () => !alive(running.pid),
    () =>
      `PostgreSQL (process ${running.pid}) från en tidigare körning stannar inte. Avsluta den och försök igen.`,
  );
}

/**
 * PostgreSQL itself was killed: its note of who runs there is stale, but another process may have its number by now, or the
 * dead one may still be counted, and then PostgreSQL would refuse to start. Its children end by themselves; once none of
 * them works in the folder, the note is thrown away.
 */
async function forgetDead(cluster: string): Promise<void> {
  const note = join(cluster, "postmaster.pid");
  if (!existsSync(note)) return;
  await until(
    async () => !(await anyoneWorksIn(cluster)),
    () => `Processer från en tidigare körning använder fortfarande ${cluster}. Avsluta dem och försök igen.`,
  );
  await rm(note, { force: true });
}

async function until(holds: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> {
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new ToldError(otherwise());
    await new Promise((done) => setTimeout(done, LOOK_EACH_MS));
  }
}

/** Whether any process has the folder as its working folder, as PostgreSQL's have. Where /proc is absent: PostgreSQL judges itself. */
async function anyoneWorksIn(cluster: string): Promise<boolean> {
  for (const pid of await readdir("/proc").catch(() => []))
    if (/^\d+$/.test(pid) && (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === cluster) return true;
  return false;
}

/** Reads postmaster.pid: line 1 process, line 2 folder, line 4 port. A process with that id that is another program, or dead and still counted, does not count. */
async function runningServer(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !(port > 0) || !alive(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (command !== undefined && !command.includes(cluster)) return undefined;
  return { pid, port };
}

/** PostgreSQL notes how it was started last; Tillit's own way has a part that nobody gives by hand. */
const startedByTillit = async (cluster: string): Promise<boolean> =>
  (await readFile(join(cluster, "postmaster.opts"), "utf8").catch(() => "")).includes(OWN_OPTION);

/** One that was cut off may be writing its last file still. */
const REMOVED_WHOLE = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 } as const;

/** Makes the cluster beside its place and moves it in when whole, so that a crash half-way leaves nothing to mend. */
async function createCluster(folder: string, cluster: string): Promise<void> {
  for (const left of await readdir(folder)) {
    if (left.startsWith("postgres.new-")) await rm(join(folder, left), REMOVED_WHOLE);
  }
  const fresh = join(folder, `postgres.new-${process.pid}`);
  const password = randomBytes(24).toString("hex");
  await initCluster(fresh, userFor(folder), { owner: USER, password });
  await writeFile(join(fresh, PASSWORD_FILE), `${password}\n`, { mode: 0o600 });
  await rename(fresh, cluster);
}

async function start(cluster: string, port: number, onLog: (line: string) => void): Promise<PostgresProcess> {
  try {
    return await spawnPostgres(cluster, port, userFor(dirname(cluster)), onLog);
  } catch (cause) {
    throw new ToldError(
      `PostgreSQL startade inte i ${cluster}: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
  }
}

async function connect(port: number, password: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: USER, password, database });
  client.on("error", () => {}); // the server went away: whoever uses the pool hears of it there
  await client.connect();
  return client;
}

const inUse = (folder: string): FolderInUse =>
  new FolderInUse(
    `Tillit körs redan på mappen ${folder}. Stäng det först, eller välj en annan mapp med TILLIT_DATA.`,
  );

async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}
