import type pg from "pg";
import type { DatabaseLog } from "./database-log.ts";

/** "Tillit" has this folder: an advisory lock in the database, held on one connection as long as the server lives. */
const FOLDER_LOCK = 0x7111_17;
const PAUSE_MS = 250;
/** So long may the connection that was lost still be counted by PostgreSQL as holding the lock. */
const TAKEN_AFTER_MS = 30_000;

export interface FolderLock {
  /** When the lock was lost and somebody else has it: then this process must let go of the folder. */
  readonly taken: Promise<void>;
  release(): Promise<void>;
}

export const locked = async (client: pg.Client): Promise<boolean> =>
  (await client.query("select pg_try_advisory_lock($1) as free", [FOLDER_LOCK])).rows[0].free;

/**
 * Takes the lock of a folder and holds it: when its connection is lost it is taken again on another, for as long as it
 * takes PostgreSQL to come back. Gives `taken` when somebody else has it from the beginning.
 */
export async function lockFolder(
  open: () => Promise<pg.Client>,
  log: DatabaseLog,
): Promise<FolderLock | "taken"> {
  const taken = Promise.withResolvers<void>();
  let released = false;
  let client: pg.Client | undefined;

  const take = async (): Promise<boolean> => {
    const one = await open();
    if (released || !(await locked(one))) {
      await one.end();
      return released;
    }
    client = one;
    one.once("end", () => {
      if (!released) void takeAgain();
    });
    return true;
  };
  const takeAgain = async () => {
    client = undefined;
    log.warn("Förbindelsen som håller databasens mapp bröts; den tas igen.");
    let heldByOther: number | undefined;
    while (!released) {
      const got = await take().catch(() => undefined); // PostgreSQL is away: whoever watches it starts it again
      if (got) return;
      if (got === false) {
        heldByOther ??= performance.now();
        if (performance.now() - heldByOther > TAKEN_AFTER_MS) return taken.resolve();
      }
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  };
  if (!(await take())) return "taken";
  return {
    taken: taken.promise,
    async release() {
      released = true;
      await client?.end();
    },
  };
}
