import { serveJobs } from "../serve-jobs.ts";

/** A thread that says, waits, never ends or fills its memory, as it is told. */
serveJobs(async (told: { say?: string; wait?: number; spin?: true; fill?: true }) => {
  if (told.spin) for (;;);
  if (told.fill) {
    const kept: unknown[] = [];
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  }
  if (told.wait) await new Promise((done) => setTimeout(done, told.wait));
  if (told.say === undefined) throw new Error("told nothing");
  return told.say;
});
