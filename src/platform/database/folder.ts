import { chmod, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { ToldError } from "../told.ts";
import { isSuperuser } from "./postgres-user.ts";

/**
 * Makes a folder with those above it that are missing. As root they are open to pass whatever the umask, since PostgreSQL runs
 * as another user; what was there keeps its mode. Throws a ToldError where it can't be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined || !isSuperuser()) return;
    for (let made = folder; ; made = dirname(made)) {
      await chmod(made, 0o755);
      if (made === first) return;
    }
  } catch (cause) {
    throw folderFault(folder, cause);
  }
}

/** Why a folder can't be used, as a sentence with what to do; an error that is no fault of the folder's comes back as it is. */
export function folderFault(folder: string, cause: unknown): unknown {
  const why = WHY[(cause as NodeJS.ErrnoException).code ?? ""];
  return why === undefined
    ? cause
    : new ToldError(`Mappen ${folder} går inte att använda, ${why}: ${CHOOSE}.`, { cause });
}

const CHOOSE = "välj en annan med TILLIT_DATA, eller en egen databas med DATABASE_URL";
const MAY_NOT = "för den som startar Tillit får inte skriva där";
const NO_FOLDER = "för den eller något ovanför den är en fil";
const WHY: Readonly<Record<string, string>> = {
  EACCES: MAY_NOT,
  EPERM: MAY_NOT,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ENOENT: "för den kan inte skapas",
  EROFS: "för disken är skrivskyddad",
  ENOSPC: "för disken är full",
  EDQUOT: "för ditt utrymme är slut",
  ENAMETOOLONG: "för namnet är för långt",
  ELOOP: "för dess länkar går runt",
};
