import { spawn } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");

/** `tillit` as a process of its own, with a text on stdin where one is given: its status, and what it wrote. */
export function tillit(
  args: readonly string[],
  stdin?: string | Uint8Array,
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["src/shell/cli.ts", ...args], { cwd: ROOT });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  if (stdin !== undefined) {
    child.stdin.on("error", () => {}); // it stopped reading: what it says and its status tell why
    child.stdin.end(stdin);
  }
  return new Promise((done) => child.once("close", (status) => done({ status, out, err })));
}
