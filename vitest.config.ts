import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./scripts/longest-first.ts";

const integration = "src/**/*.integration.test.ts";
const database = "src/shell/testing/database.ts";
/** They start and kill real programs, each in folders and on ports of its own, and wait for them most of the time. */
const programs = [
  "e2e/start.test.ts",
  "e2e/backup.test.ts",
  "e2e/crash.test.ts",
  "e2e/attack.test.ts",
  "src/shell/coming-back.integration.test.ts",
  "src/shell/cut-off.integration.test.ts",
  "src/shell/disk-full.integration.test.ts",
  "src/shell/starting.integration.test.ts",
];

/**
 * Node reads these tests and the server as it reads the server when it runs: nothing is rewritten first. The others have parts of pages
 * among what they read, which Node cannot.
 */
const asItRuns = { viteModuleRunner: false };

/** PostgreSQL, a browser and a started program are waited for, a fifth of the time of both cores: then there is one more to work for. */
const waitingWorkers = availableParallelism() + 1;

/**
 * Four sorts of test, one after the other, each on every core: rules alone, chapters on a real PostgreSQL, people's ways
 * through a real browser, and programs that are started and killed. A worker keeps what it has read (`isolate: false`): a
 * test file has a database, a server and a browser's context of its own, and shares only modules, which keep nothing.
 */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/count-reporter.ts"],
    maxWorkers: availableParallelism(),
    isolate: false,
    // Of a file's tests that run side by side: what waits for a page leaves a core to another
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "sample/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: [integration],
          // A property test of 290 municipalities on a busy machine
          testTimeout: 60_000,
          pool: "threads",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          experimental: asItRuns,
          maxWorkers: waitingWorkers,
          include: [integration],
          exclude: programs,
          globalSetup: database,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          maxWorkers: waitingWorkers,
          include: ["e2e/**/*.test.ts"],
          exclude: programs,
          globalSetup: [database, "e2e/setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "programs",
          experimental: asItRuns,
          maxWorkers: waitingWorkers,
          include: programs,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
