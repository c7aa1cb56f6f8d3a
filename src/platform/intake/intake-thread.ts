import { Problem } from "../../kernel/problem.ts";
import { serveJobs } from "../threads/serve-jobs.ts";
import type { FileReader, Reading, ReadOrder } from "./reader.ts";

/** The thread in which files that come in are read (see intake.ts). */
serveJobs(async ({ module, bytes, params }: ReadOrder, tell): Promise<Reading> => {
  const { default: read } = (await import(module)) as { default: FileReader<unknown, unknown> };
  try {
    return { read: await read(bytes, params, tell) };
  } catch (cause) {
    if (cause instanceof Problem) return { refused: { kind: cause.kind, facts: cause.facts } };
    throw cause;
  }
});
