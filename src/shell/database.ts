import type { Config } from "../platform/config.ts";
import { chooseDataFolder, thisMachine } from "../platform/database/data-folder.ts";
import { type DatabaseLog, toStderr } from "../platform/database/database-log.ts";
import { openDoor } from "../platform/database/door.ts";
import { type Embedded, FolderInUse, runningEmbedded, startEmbedded } from "../platform/database/embedded.ts";
import { pendingMigrations, prepareDatabase } from "../platform/database/migrate.ts";
import { refuseUnguarded, runRoleFor } from "../platform/database/run-role.ts";
import { ToldError } from "../platform/told.ts";

/** The folder of the embedded PostgreSQL; undefined where the configuration names another. */
export const dataFolderOf = (config: Config): string | undefined =>
  config.databaseUrl ? undefined : chooseDataFolder(config.dataFolder, thisMachine);

/** Where a database is, to come in by. */
export interface Addresses {
  readonly ownerUrl: string;
  /** Of a role that somebody else has made to run as. */
  readonly runUrl?: string;
}

/** A database's addresses, with the PostgreSQL that was started for it, where one was. */
interface Found extends Addresses {
  readonly embedded?: Embedded;
}

/** The addresses of a database that somebody else keeps. */
export function ownDatabase({ databaseUrl, databaseOwnerUrl }: Config): Addresses {
  const url = databaseUrl as string;
  return databaseOwnerUrl === undefined ? { ownerUrl: url } : { ownerUrl: databaseOwnerUrl, runUrl: url };
}

/** Gives the database: the embedded one unless the configuration names another; migrated. */
export async function openDatabase(config: Config, folder: string | undefined, log: DatabaseLog) {
  const { keepMb } = config;
  if (folder === undefined) return opened(ownDatabase(config), log, keepMb);
  const embedded = await startEmbedded(folder, log);
  return opened({ ownerUrl: embedded.url, embedded }, log, keepMb);
}

/** The same for a command that may work beside a running server: it then uses that server's PostgreSQL. */
export async function openDatabaseBeside(config: Config) {
  const { isRunning, ...found } = await findBeside(config);
  if (isRunning) await refuseOlder(found.ownerUrl);
  return opened(found, toStderr);
}

/**
 * What a command may do with the database as it is, as its owner and without migrating it: on a running server's PostgreSQL, or on
 * one of its own meanwhile.
 */
export async function withOwner<T>(config: Config, work: (addresses: Addresses) => Promise<T>): Promise<T> {
  const { embedded, ...addresses } = await findBeside(config);
  try {
    return await work(addresses);
  } finally {
    await embedded?.stop();
  }
}

/** The database of a running server, where one runs on the folder; else with a PostgreSQL of one's own, to be stopped again. */
async function findBeside(config: Config): Promise<Found & { readonly isRunning?: true }> {
  const folder = dataFolderOf(config);
  if (folder === undefined) return ownDatabase(config);
  try {
    const embedded = await startEmbedded(folder, toStderr);
    return { ownerUrl: embedded.url, embedded };
  } catch (cause) {
    const ownerUrl = cause instanceof FolderInUse ? await runningEmbedded(folder) : undefined;
    if (!ownerUrl) throw cause;
    return { ownerUrl, isRunning: true };
  }
}

/** Nothing is migrated under a server that runs. */
async function refuseOlder(ownerUrl: string): Promise<void> {
  const [first] = await pendingMigrations(ownerUrl);
  if (first !== undefined)
    throw new ToldError(
      `Den Tillit som körs är av en äldre version än det här kommandot (databasen saknar ${first}): starta om den i den här versionen först.`,
    );
}

async function opened({ ownerUrl, runUrl, embedded }: Found, log: DatabaseLog, keepMb = 0) {
  try {
    const { ran, url, jobsUrl, hadData, sealSecret } = await prepareDatabase(
      ownerUrl,
      runRoleFor(ownerUrl, runUrl),
    );
    if (ran.length > 0 && hadData) log.warn(`Databasen har förts till den här versionen: ${ran.join(", ")}.`);
    await refuseUnguarded(url);
    const door = openDoor(url, { keepMb });
    return {
      door,
      /** For health alone, which tells of the whole installation. */
      ownerUrl,
      jobsUrl,
      sealSecret,
      lost: embedded?.lost ?? new Promise<never>(() => {}),
      async close() {
        await door.close();
        await embedded?.stop();
      },
    };
  } catch (cause) {
    await embedded?.stop();
    throw cause;
  }
}
