import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Names of what takes the longest, the longest first: begun last, one of these would leave the other workers without work. */
const LONGEST = [
  "pages.test.ts",
  "raw-keys.test.ts",
  "budget-year.test.ts",
  "crash.test.ts",
  "cut-off.integration.test.ts",
  "start.test.ts",
  "explain.test.ts",
  "other-ids.integration.test.ts",
  "bad-input.integration.test.ts",
  "projection.test.ts",
  "country.test.ts",
];

/** Known long files first; the others in the sequencer's own order (by how long they took the last time, else by size). */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
