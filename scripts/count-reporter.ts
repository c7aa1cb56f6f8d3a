import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Leaves the counts for `scripts/test.ts`, whose last line says them. A module that could not even run counts as failed. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) count.failed++;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") count.passed++;
        else if (state === "failed") count.failed++;
        else count.skipped++;
      }
    }
    const file = process.env.TILLIT_TEST_COUNT;
    if (file) writeFileSync(file, JSON.stringify(count));
  }
}
