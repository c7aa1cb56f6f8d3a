import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { alive } from "./start-lock.ts";

/**
 * Which process has a data folder, in a file there: a second guard beside the lock in PostgreSQL, which is gone for a while
 * whenever the connection that holds it is lost, or PostgreSQL itself. A process that has ended has nothing, even where
 * another has got its number.
 */
const FILE = "owner.json";

interface Owner {
  readonly pid: number;
  /** When that process began, in the machine's own words. */
  readonly began: string;
}

/** Writes that this process has the folder. */
export async function ownFolder(folder: string): Promise<void> {
  const fresh = join(folder, `${FILE}.${process.pid}`);
  const own: Owner = { pid: process.pid, began: beganAt(process.pid) };
  await writeFile(fresh, `${JSON.stringify(own)}\n`, { mode: 0o600 });
  await rename(fresh, join(folder, FILE));
}

export async function leaveFolder(folder: string): Promise<void> {
  if ((await ownerOf(folder))?.pid === process.pid) await rm(join(folder, FILE), { force: true });
}

/** The id of the living process that has the folder; undefined where none has. */
export async function livingOwner(folder: string): Promise<number | undefined> {
  const owner = await ownerOf(folder);
  return owner && alive(owner.pid) && beganAt(owner.pid) === owner.began ? owner.pid : undefined;
}

async function ownerOf(folder: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), "utf8")) as Owner;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT" || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Linux counts from when the machine was started, and names that start; elsewhere `ps` says the moment. Empty: nothing is known. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name, in brackets, may hold anything; the 22nd field is the 20th after it
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return askedOfPs(pid);
  }
}

function askedOfPs(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, LC_ALL: "C" },
    }).trim();
  } catch {
    return "";
  }
}
