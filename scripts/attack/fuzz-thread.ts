import { parentPort, workerData } from "node:worker_threads";
import { Problem } from "../../src/kernel/problem.ts";
import { Dice } from "./dice.ts";
import { readerNamed } from "./readers.ts";

export interface FuzzOrder {
  readonly reader: string;
  readonly seed: number;
  /** The first mutant, and from each to the next: threads share a reader's mutants. */
  readonly from: number;
  readonly step: number;
  readonly count: number;
  /** How many have been read, for whoever watches. */
  readonly at: Int32Array<SharedArrayBuffer>;
}

export interface FuzzFault {
  readonly what: string;
  readonly mutant: number;
}

/** On a machine that does other things too. */
const MAX_MS = 5_000;

const { reader: name, seed, from, step, count, at } = workerData as FuzzOrder;
const reader = await readerNamed(name);
const tell = (fault: FuzzFault) => parentPort?.postMessage(fault);
for (let i = 0; i < count; i++) {
  const mutant = from + i * step;
  const began = performance.now();
  try {
    await reader(new Dice(seed * 1_000_003 + mutant));
  } catch (cause) {
    if (!(cause instanceof Problem)) tell({ what: told(cause), mutant });
  }
  const ms = performance.now() - began;
  if (ms > MAX_MS) tell({ what: `tar mer än ${MAX_MS / 1000} s`, mutant });
  Atomics.store(at, 0, i + 1);
}

/** The fault without what differs from time to time, so that the same is counted as the same. */
function told(cause: unknown): string {
  if (!(cause instanceof Error)) return `kastar ${typeof cause}`;
  const where = cause.stack?.split("\n").find((line) => /\/src\//.test(line));
  return `${cause.name}: ${cause.message.slice(0, 120)} ${where?.replace(/.*\/src\//, "src/").replace(")", "") ?? ""}`;
}
