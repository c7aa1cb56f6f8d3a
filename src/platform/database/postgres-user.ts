import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { ToldError } from "../told.ts";

/** Whom PostgreSQL runs as: ourselves, but never root, which it refuses. */
export interface PostgresUser {
  readonly uid?: number;
  readonly gid?: number;
}

const NAME = "postgres";

export const isSuperuser = (): boolean => process.getuid?.() === 0;

/** Whom PostgreSQL runs as on a data folder: started as root, the one whose data they are, else the machine's `postgres`. */
export function userFor(folder: string): PostgresUser {
  if (!isSuperuser()) return {};
  const owner = statSync(join(folder, "postgres"), { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : systemUser();
}

let known: Required<PostgresUser> | undefined;

/** The machine's user for PostgreSQL, made where there is none. */
function systemUser(): Required<PostgresUser> {
  known ??= lookedUp() ?? made();
  return known;
}

function lookedUp(): Required<PostgresUser> | undefined {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, NAME], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function made(): Required<PostgresUser> {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", NAME], { stdio: "ignore" });
  const user = lookedUp();
  if (user) return user;
  throw new ToldError(
    `PostgreSQL kan inte köras som root, och användaren ${NAME} kunde inte läggas upp: lägg upp den själv, eller starta Tillit som en vanlig användare.`,
  );
}

/** The first folder on the way to a path that the user can't pass; undefined when the way is open. What is not there yet counts as open. */
export function closedTo(user: PostgresUser, path: string): string | undefined {
  const way = wayTo(path).filter((folder) => existsSync(folder));
  const last = way.at(-1);
  if (last === undefined || passes(user, last)) return undefined;
  return way.find((folder) => !passes(user, folder));
}

/** "/srv/a" → "/", "/srv", "/srv/a". */
export function wayTo(path: string): string[] {
  const above = dirname(path);
  return above === path ? [path] : [...wayTo(above), path];
}

/** Asked of the system itself as the user, since access lists and mounts say more than a folder's mode. */
const passes = ({ uid, gid }: PostgresUser, folder: string): boolean =>
  spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], {
    cwd: "/",
    stdio: "ignore",
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  }).status === 0;
