import { defineConfig } from "vitest/config";

const integration = "src/**/*.integration.test.ts";

/** Three sorts of test: rules alone, chapters on a real PostgreSQL, and people's ways through a real browser. */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/count-reporter.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "sample/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: [integration],
          // A property test of 290 municipalities on a busy machine
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "integration",
          include: [integration],
          globalSetup: "src/shell/testing/database.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: "src/shell/testing/database.ts",
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
