import { open, readFile, rm, stat } from "node:fs/promises";
import { machineClock } from "../clock.ts";

/** A start is over well within this time; what is older was left by one that was cut off. */
const LONGEST_START_MS = 60_000;

/**
 * Does the work while a file says that this process is starting, so that two that start on the same folder in the same
 * moment do not make or stop the same cluster. Gives `busy` when another process is at it. A file that a killed process left
 * is taken over: its process is gone, or is this one, or it is older than any start.
 */
export async function whileStarting<T>(
  file: string,
  work: () => Promise<T>,
): Promise<{ readonly done: T } | "busy"> {
  for (let tries = 0; !(await made(file)); tries++) {
    if (tries > 2 || (await held(file))) return "busy";
    await rm(file, { force: true });
  }
  try {
    return { done: await work() };
  } finally {
    await rm(file, { force: true });
  }
}

async function made(file: string): Promise<boolean> {
  try {
    const handle = await open(file, "wx", 0o600);
    await handle.writeFile(`${process.pid}\n`);
    await handle.close();
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw cause;
  }
}

async function held(file: string): Promise<boolean> {
  const [text, facts] = await Promise.all([
    readFile(file, "utf8").catch(() => undefined),
    stat(file).catch(() => undefined),
  ]);
  if (text === undefined || !facts) return false; // it ended in the same moment
  const young = machineClock.now().getTime() - facts.mtimeMs < LONGEST_START_MS;
  const pid = Number(text);
  return young && pid !== process.pid && (text === "" || alive(pid));
}

/** Whether there is a process with that id. One of another user can't be asked to end, but is there. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
