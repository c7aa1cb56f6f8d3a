import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { WEB_FOLDER } from "./server.ts";

const ROOT = join(import.meta.dirname, "../..");
const STAMP = join(WEB_FOLDER, ".sources");

/** Whether the web client is built of what its sources are now. */
export async function webIsBuilt(): Promise<boolean> {
  if (!existsSync(join(WEB_FOLDER, "index.html"))) return false;
  return (await readFile(STAMP, "utf8").catch(() => "")) === (await sourcesHash());
}

/** Builds the web client unless what it is made of is the same as when it was last built. */
export async function buildWeb(): Promise<void> {
  if (await webIsBuilt()) return;
  const sources = await sourcesHash();
  const { build } = await import("vite");
  await build({
    root: join(ROOT, "src/shell/web"),
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "warn",
  });
  await writeFile(STAMP, sources);
}

/** A hash over every file that the web client is made of. */
async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  const files: string[] = ["vite.config.ts", "package-lock.json"];
  for await (const file of glob("src/**/*.{ts,tsx,css,json,html,svg}", { cwd: ROOT }))
    if (!/\.test\.tsx?$/.test(file)) files.push(file);
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(await readFile(join(ROOT, file)));
  return hash.digest("hex");
}
