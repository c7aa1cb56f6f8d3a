import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, lchown, lstat, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ToldError } from "../told.ts";
import { holdsData } from "./data-folder.ts";
import { stopLeftBehind } from "./embedded.ts";
import { folderFault, makeFolder } from "./folder.ts";
import { closedTo, userFor } from "./postgres-user.ts";
import { whileStarting } from "./start-lock.ts";

/**
 * Moves a database that nobody uses from one folder to another, with its owner and modes. On another disk it is copied beside
 * its place and put there when whole, and only then is the old one removed: cut off at any moment, it is whole in one of the
 * two. Throws a ToldError where there is none to move, one there already, or a server at work.
 */
export async function moveData(from: string, to: string): Promise<void> {
  if (!holdsData(from)) throw new ToldError(`Det finns ingen databas i ${from}: det finns inget att flytta.`);
  if (existsSync(join(to, "postgres")))
    throw new ToldError(`Det finns redan en databas i ${to}: välj en annan mapp, eller ta bort den först.`);
  await makeFolder(to);
  const closed = closedTo(userFor(from), to);
  if (closed !== undefined)
    throw new ToldError(
      `PostgreSQL skulle inte nå ${to}, för ${closed} är stängd för den användare som PostgreSQL körs som: välj en mapp utanför ${closed}.`,
    );
  const moved = await whileStarting(join(from, "starting"), async () => {
    await stopLeftBehind(from);
    await put(join(from, "postgres"), to);
  }).catch((cause) => {
    throw folderFault(to, cause);
  });
  if (moved === "busy") throw new ToldError(`Tillit startar just nu på ${from}: stäng det och försök igen.`);
}

async function put(cluster: string, to: string): Promise<void> {
  const place = join(to, "postgres");
  try {
    await rename(cluster, place);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EXDEV") throw cause;
    const fresh = join(to, `postgres.new-${randomUUID()}`); // a start removes what is left under such a name
    try {
      await cp(cluster, fresh, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
      await alike(cluster, fresh);
      await rename(fresh, place);
    } catch (fault) {
      await rm(fresh, { recursive: true, force: true });
      throw fault;
    }
    await rm(cluster, { recursive: true });
  }
}

/** Gives the copy the owners and modes of what it was copied from, innermost first, and sees to that it is on disk. */
async function alike(original: string, copy: string): Promise<void> {
  const { uid, gid, mode } = await lstat(original);
  if ((await lstat(copy)).isDirectory())
    for (const name of await readdir(copy)) await alike(join(original, name), join(copy, name));
  await lchown(copy, uid, gid);
  if ((await lstat(copy)).isSymbolicLink()) return;
  await chmod(copy, mode);
  const handle = await open(copy, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
