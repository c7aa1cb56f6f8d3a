import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunCount } from "./count-reporter.ts";

// Everything that can fail, in one command; the last line tells how it went. What a part needs, it brings about itself
// (`globalSetup` in vitest.config.ts), so that a part alone waits for nothing that it does not use.
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), "tillit-count-"));
const countFile = join(folder, "count.json");
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, "../node_modules/vitest/vitest.mjs"), "run", ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, TILLIT_TEST_COUNT: countFile } },
);
const count = readCount();
rmSync(folder, { recursive: true, force: true });
if (count) tellTimes(count);
const { passed, failed, skipped } = count ?? { passed: 0, failed: 1, skipped: 0 };
const all = status === 0 ? failed : Math.max(failed, 1);
console.log(`${passed} passed, ${all} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = all === 0 && passed > 0 ? 0 : 1;

function readCount(): RunCount | undefined {
  try {
    return JSON.parse(readFileSync(countFile, "utf8")) as RunCount;
  } catch {
    console.error("Testerna kom aldrig igång.");
    return undefined;
  }
}

function tellTimes({ preparingMs, parts, slowest }: RunCount): void {
  const line = (name: string, ms: number, more = "") =>
    console.log(`  ${name.padEnd(14)}${(ms / 1000).toFixed(1).padStart(7)} s  ${more}`.trimEnd());
  console.log("Tid:");
  line("förberedelser", preparingMs);
  for (const { name, ms, files, tests } of parts) line(name, ms, `${files} filer, ${tests} test`);
  line("allt", performance.now() - began);
  if (slowest.length > 0) console.log("Längst:");
  for (const { name, ms } of slowest) line("", ms, name);
  console.log();
}
