import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildWeb, webSources } from "../src/shell/build-web.ts";
import { findBrowser } from "./browser.ts";

const KEPT = join(import.meta.dirname, "../node_modules/.cache/tillit/web");
const KEPT_MS = 24 * 3_600_000;

/** What browser tests need and no other tests: the web client, and a browser. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide("webFolder", await builtWeb());
  project.provide("browser", await findBrowser());
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
  await buildWeb(making);
  await rename(making, folder).catch(async (cause) => {
    if (!existsSync(folder)) throw cause;
    await rm(making, { recursive: true, force: true }); // another run was first with the same
  });
  return folder;
}
