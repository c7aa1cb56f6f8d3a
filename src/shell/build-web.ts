import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const STAMP = ".sources";

/** Whether the web client in a folder is built of what its sources are now. */
export async function webIsBuilt(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, "index.html"))) return false;
  return (await readFile(join(folder, STAMP), "utf8").catch(() => "")) === (await webSources());
}

/** Builds the web client into a folder unless what it is made of is the same as when it was last built there. */
export async function buildWeb(folder: string): Promise<void> {
  if (await webIsBuilt(folder)) return;
  const sources = await webSources();
  const { build } = await import("vite");
  await build({
    root: join(ROOT, "src/shell/web"),
    configFile: join(ROOT, "vite.config.ts"),
    logLevel: "warn",
    build: { outDir: folder },
  });
  await writeFile(join(folder, STAMP), sources);
}

/** A hash over every file that the web client is made of. */
export async function webSources(): Promise<string> {
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
