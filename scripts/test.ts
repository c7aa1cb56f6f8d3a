import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../e2e/browser.ts";
import { buildWeb } from "../src/shell/build-web.ts";

// Everything that can fail, in one command; the last line tells how it went.
const folder = mkdtempSync(join(tmpdir(), "tillit-count-"));
const countFile = join(folder, "count.json");
await buildWeb();
const browser = await findBrowser();
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, "../node_modules/vitest/vitest.mjs"), "run", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, TILLIT_TEST_COUNT: countFile, TILLIT_BROWSER: browser } },
);
let count = { passed: 0, failed: 1 };
try {
  count = JSON.parse(readFileSync(countFile, "utf8"));
} catch {
  console.error("Testerna kom aldrig igång.");
}
rmSync(folder, { recursive: true, force: true });
const failed = status === 0 ? count.failed : Math.max(count.failed, 1);
console.log(`${count.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && count.passed > 0 ? 0 : 1;
