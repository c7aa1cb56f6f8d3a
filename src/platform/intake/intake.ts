import { Problem, problemKind, refuse } from "../../kernel/problem.ts";
import { NotDone, WorkThread } from "../threads/work-thread.ts";
import type { Tell } from "./progress.ts";
import type { Reading, ReadOrder } from "./reader.ts";

/** A file that takes more time or memory than a file of ours ever does. */
const FileTooHeavy = problemKind("file-too-heavy", 422);
const ManyFiles = problemKind("many-files", 503);

const TIME_LIMIT_MS = 30_000;

/** From so much on a file is many times as much when it has been read: then the thread that read it goes. */
const HEAVY_BYTES = 4_000_000;

const intake = new WorkThread<ReadOrder, Reading>(new URL("./intake-thread.ts", import.meta.url), {
  timeMs: TIME_LIMIT_MS,
  memoryMb: 128,
  waiting: 16,
  waitingByOne: 2,
});

/**
 * Reads a file with a chapter's reader, in a thread of its own with limits on time and memory (T-4), one file at a time. Takes
 * the bytes over. Throws the reader's own refusals, which may tell of the file by its name, and a Problem where the file is too heavy or too many wait.
 */
export async function readIn(
  module: URL,
  { filename, bytes }: { readonly filename: string; readonly bytes: Uint8Array },
  params: unknown,
  { signal, tell }: { readonly signal?: AbortSignal; readonly tell?: Tell | undefined } = {},
): Promise<unknown> {
  const order: ReadOrder = { module: module.href, bytes, params };
  const heavy = bytes.length > HEAVY_BYTES; // asked before they are handed over
  const transfer = bytes.buffer instanceof ArrayBuffer && bytes.length > 0 ? [bytes.buffer] : [];
  try {
    tell?.({ stage: "waiting", share: null });
    const told = tell && ((share: number) => tell({ stage: "reading", share }));
    const reading = await intake.do(order, { signal, told, transfer, heavy });
    if (!("refused" in reading)) return reading.read;
    const { kind, facts } = reading.refused;
    throw new Problem(kind, { ...facts, params: { filename, ...facts.params } });
  } catch (cause) {
    if (!(cause instanceof NotDone)) throw cause;
    if (cause.because === "busy" || cause.because === "own-busy") refuse(ManyFiles);
    if (cause.because === "time" || cause.because === "memory")
      refuse(FileTooHeavy, { params: { seconds: TIME_LIMIT_MS / 1000 } });
    throw cause;
  }
}
