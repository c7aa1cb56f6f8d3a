import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { webSources } from "../src/shell/build-web.ts";
import { findBrowser } from "./browser.ts";

const ROOT = join(import.meta.dirname, "..");
const KEPT = join(ROOT, "node_modules/.cache/tillit/web");
const KEPT_MS = 24 * 3_600_000;

/** What browser tests need and no other tests: the web client, and a browser. */
export default async function setup(project: TestProject): Promise<void> {
  const building = builtWeb();
  project.provide("browser", await findBrowser());
  project.provide("webFolder", await building);
}

/**
 * The web client in a folder of its own, named by what it is made of: what is built elsewhere, or later from changed sources,
 * does not touch the tests that are running.
 */
async function builtWeb(): Promise<string> {
  const folder = join(KEPT, (await webSources()).slice(0, 16));
  if (existsSync(folder)) return folder;
  await mkdir(KEPT, { recursive: true });
  for (const name of await readdir(KEPT)) {
    const old = join(KEPT, name);
    if (Date.now() - (await stat(old)).mtimeMs > KEPT_MS) await rm(old, { recursive: true, force: true });
  }
  const making = `${folder}.${process.pid}`;
  await buildPages(making);
  await rename(making, folder).catch(async (cause) => {
    if (!existsSync(folder)) throw cause;
    await rm(making, { recursive: true, force: true }); // another run was first with the same
  });
  return folder;
}

/** In a process of its own: in this one React would take itself to be tested, and be sent as it is developed. */
export async function buildPages(folder: string, config = "vite.config.ts"): Promise<void> {
  console.log("Bygger webbsidorna för testerna …");
  const vite = join(ROOT, "node_modules/.bin/vite");
  const child = spawn(vite, ["build", "--config", config, "--outDir", folder, "--logLevel", "warn"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const status = await new Promise((done, fail) => child.once("error", fail).once("close", done));
  if (status !== 0) throw new Error(`Webbsidorna gick inte att bygga (${status}).`);
}
