import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../hash.ts";
import { ToldError } from "../told.ts";
import { closedTo, isSuperuser, userFor } from "./postgres-user.ts";

/** Where programs that are started as root keep what they make: open to pass for everybody. */
const STATE = "/var/lib/tillit";

/** The folder that the program lies in. */
export const PROGRAM = realpathSync(join(import.meta.dirname, "../../.."));

/**
 * The program's own place outside its folder, for a root whose PostgreSQL can't reach it: one a clone, so that two clones
 * on a machine never share data.
 */
export const stateFolder = (program: string = PROGRAM): string => join(STATE, sha256(program).slice(0, 12));

/** What must be known of the machine to choose a folder. */
export interface Ground {
  /** The folder that the program lies in, without links. */
  readonly program: string;
  /** Started as root, PostgreSQL runs as another user, who may be shut out from where the program lies. */
  readonly superuser: boolean;
  /** Whether PostgreSQL's user can pass to a folder, or to where it would be made. */
  passable(folder: string): boolean;
  /** Whether there is a database in a folder. */
  holdsData(folder: string): boolean;
}

/**
 * The folder of the embedded PostgreSQL: the one that is named (TILLIT_DATA), else `data` beside the program, else, where
 * PostgreSQL's user can't pass, the program's own place under /var/lib. Data that are there are used where they are; those
 * that can't be reached stop the start, for an empty database instead of them would look like a loss (docs/decisions/009).
 */
export function chooseDataFolder(named: string | undefined, ground: Ground): string {
  if (named !== undefined) return named;
  const beside = join(ground.program, "data");
  if (!ground.superuser) return beside;
  const apart = join(stateFolder(ground.program), "data");
  const passable = ground.passable(beside);
  if (passable && ground.holdsData(beside)) return beside;
  if (ground.holdsData(apart)) return apart;
  if (ground.holdsData(beside))
    throw new ToldError(
      `Databasen i ${beside} går inte att nå för PostgreSQL, som inte körs som root: flytta den med npm run tillit -- data move.`,
    );
  return passable ? beside : apart;
}

/** The machine that we run on. */
export const thisMachine: Ground = {
  program: PROGRAM,
  superuser: isSuperuser(),
  passable: (folder) => closedTo(userFor(folder), folder) === undefined,
  holdsData,
};

export function holdsData(folder: string): boolean {
  return existsSync(join(folder, "postgres", "PG_VERSION"));
}
