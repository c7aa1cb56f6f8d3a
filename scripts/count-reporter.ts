import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** What a run came to, for `scripts/test.ts` to tell at its end. Times are milliseconds of the clock on the wall. */
export interface RunCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Until the first test file: PostgreSQL, the web client and the browser, where a test needs them. */
  readonly preparingMs: number;
  /** By project, in the order that they ran. */
  readonly parts: readonly { name: string; ms: number; files: number; tests: number }[];
  readonly slowest: readonly { name: string; ms: number }[];
}

const SLOWEST = 8;
const SLOW_MS = 1000;

interface Ran {
  readonly project: string;
  readonly file: string;
  readonly began: number;
  ended: number;
  tests: number;
}

/** Counts tests and the time that each part takes. A module that could not even run counts as failed. */
export default class CountReporter implements Reporter {
  private readonly began = performance.now();
  private readonly ran = new Map<TestModule["id"], Ran>();

  onTestModuleQueued(module: TestModule): void {
    const now = performance.now();
    this.ran.set(module.id, {
      project: module.project.name,
      file: module.relativeModuleId,
      began: now,
      ended: now,
      tests: 0,
    });
  }

  onTestModuleEnd(module: TestModule): void {
    const ran = this.ran.get(module.id);
    if (!ran) return;
    ran.ended = performance.now();
    ran.tests = [...module.children.allTests()].length;
  }

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
    if (file) writeFileSync(file, JSON.stringify({ ...count, ...this.times() } satisfies RunCount));
  }

  private times(): Pick<RunCount, "preparingMs" | "parts" | "slowest"> {
    const all = [...this.ran.values()];
    const parts = Map.groupBy(all, ({ project }) => project);
    return {
      preparingMs: Math.min(...all.map(({ began }) => began), performance.now()) - this.began,
      parts: [...parts].map(([name, files]) => ({
        name,
        ms: Math.max(...files.map(({ ended }) => ended)) - Math.min(...files.map(({ began }) => began)),
        files: files.length,
        tests: files.reduce((sum, { tests }) => sum + tests, 0),
      })),
      slowest: all
        .map(({ file, began, ended }) => ({ name: file, ms: ended - began }))
        .filter(({ ms }) => ms >= SLOW_MS)
        .sort((a, b) => b.ms - a.ms)
        .slice(0, SLOWEST),
    };
  }
}
