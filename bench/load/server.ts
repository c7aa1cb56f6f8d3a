import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "../..");

/** A server in a process of its own, as it is where it is used. */
export interface Server {
  readonly url: string;
  /** Memory that it has now, MB. */
  memoryMb(): number;
  /** The processor's time that it has taken, ms; undefined where the machine doesn't say. */
  busyMs(): number | undefined;
  stop(): Promise<void>;
}

/** Starts a program that tells its address when it is ready. Rejects where it ends before. */
export async function started(args: readonly string[], environment: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  const { pid } = child;
  return {
    url,
    memoryMb: () =>
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024,
    busyMs: () => busyMs(`/proc/${pid}/stat`),
    stop: () =>
      new Promise((done) => {
        child.once("exit", () => done());
        child.kill("SIGTERM");
      }),
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    child.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      const address = line.match(/Tillit är igång: (\S+)/)?.[1];
      if (address) found(address);
    });
  });
}

/** Linux counts in hundredths of a second: user and system are the twelfth and thirteenth after the name. */
function busyMs(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const after = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(after[11]) + Number(after[12])) * 10;
}
