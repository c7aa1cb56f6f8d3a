import { statSync } from "node:fs";
import { chmod, mkdir, stat } from "node:fs/promises";
import { ownValue } from "../../kernel/own-value.ts";
import { ToldError } from "../told.ts";
import { isSuperuser, wayTo } from "./postgres-user.ts";

/**
 * Makes a folder with those above it that are missing. As root they are open to pass whatever the umask, since PostgreSQL runs
 * as another user; what was there keeps its mode. Throws a ToldError where it can't be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    // Step by step: Node's own recursion never ends where a parent that can't hold folders says that it is not there (/proc)
    for (const part of wayTo(folder)) {
      if ((await stat(part).catch(() => undefined))?.isDirectory()) continue;
      await mkdir(part).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code !== "EEXIST" || !statSync(part).isDirectory()) throw cause; // another start made it
      });
      if (isSuperuser()) await chmod(part, 0o755);
    }
  } catch (cause) {
    throw folderFault(folder, cause);
  }
}

/** Why a folder can't be used, as a sentence with what to do; an error that is no fault of the folder's comes back as it is. */
export function folderFault(folder: string, cause: unknown): unknown {
  const why = ownValue(WHY, (cause as NodeJS.ErrnoException).code ?? "");
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
