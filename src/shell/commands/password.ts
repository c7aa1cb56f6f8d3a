import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { ToldError } from "../../platform/told.ts";

const VARIABLE = "TILLIT_BACKUP_PASSWORD";
/** It is tried by whoever has the file, for as long as they like. */
const MIN_BACKUP_PASSWORD = 12;

/**
 * The password of a backup that is there: from the environment, else asked for on the terminal, without showing it. Never an
 * argument, which everybody on the machine can read in the list of processes. Undefined where there is neither.
 */
export async function backupPassword(question: string): Promise<string | undefined> {
  const set = process.env[VARIABLE];
  if (set) return set;
  return process.stdin.isTTY && process.stderr.isTTY ? (await asked(question)) || undefined : undefined;
}

/** The password for a new backup, asked for twice on a terminal. Undefined: none is wanted. Throws a ToldError where it is too short. */
export async function newBackupPassword(): Promise<string | undefined> {
  const given = await backupPassword("Lösenord för säkerhetskopian (tomt: okrypterad): ");
  if (given === undefined) return undefined;
  if (given.length < MIN_BACKUP_PASSWORD)
    throw new ToldError(`Säkerhetskopians lösenord ska ha minst ${MIN_BACKUP_PASSWORD} tecken.`);
  if (!process.env[VARIABLE] && (await asked("En gång till: ")) !== given)
    throw new ToldError("Lösenorden var olika: inget har sparats.");
  return given;
}

async function asked(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((done, fail) => {
      lines.once("line", done);
      lines.once("SIGINT", () => fail(new ToldError("\nAvbrutet.")));
      lines.once("close", () => done(""));
    });
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

/** Gives up what is under way at Ctrl+C or when asked to end, so that nothing half is left. */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const given = new AbortController();
  const stop = () => given.abort(new ToldError("Avbrutet: inget har lämnats kvar."));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    return await work(given.signal);
  } catch (cause) {
    throw given.signal.aborted ? given.signal.reason : cause;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, stop);
  }
}
