import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FuzzFault, FuzzOrder } from "./fuzz-thread.ts";
import { type Attack, Count, type Outcome, type Part } from "./part.ts";
import { READER_NAMES, sharesOf } from "./readers.ts";

const MUTANTS = { long: 100_000, short: 2_000 } as const;
const LOOKS_EACH_MS = 500;
/** A mutant that is still being read after so long is never read to its end; a thread's start counts too. */
const HANGS_AFTER_MS = 30_000;

/**
 * Mutants of what each reader reads, in threads: each must end in a result or in a refusal in words, within seconds. A mutant is known
 * by the seed, its reader and its number: `--mutant=sie:17` reads it again, alone.
 */
export const fuzz: Part = {
  name: "fuzz",
  async run(attack): Promise<Outcome> {
    const count = new Count("fuzz", attack);
    if (attack.mutant !== undefined) {
      const [reader = "", number] = attack.mutant.split(":");
      await inThread(attack, count, { reader, from: Number(number), step: 1, count: 1 });
      return count.outcome();
    }
    const threads = Math.min(4, availableParallelism());
    const shares = sharesOf(attack.short ? MUTANTS.short : MUTANTS.long);
    const work = READER_NAMES.flatMap((reader) =>
      Array.from({ length: threads }, (_, thread) => ({
        reader,
        from: thread,
        step: threads,
        count: Math.ceil((shares[reader] as number) / threads),
      })),
    );
    const busy = Array.from({ length: threads }, async () => {
      for (let order = work.shift(); order; order = work.shift()) await inThread(attack, count, order);
    });
    await Promise.all(busy);
    return count.outcome();
  },
};

/** Reads mutants of one reader in a thread; goes on after one that hangs or ends the thread. */
async function inThread(
  { seed }: Attack,
  count: Count,
  given: Omit<FuzzOrder, "seed" | "at">,
): Promise<void> {
  let order = given;
  while (order.count > 0) {
    const at = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL("./fuzz-thread.ts", import.meta.url), {
      workerData: { ...order, seed, at } satisfies FuzzOrder,
    });
    worker.on("message", ({ what, mutant }: FuzzFault) =>
      count.fell(`${order.reader}: ${what}`, `--mutant=${order.reader}:${mutant}`),
    );
    const ended = await endOf(worker, at);
    const done = Atomics.load(at, 0);
    for (let i = 0; i < done; i++) count.holds(true, "");
    if (ended === "done") return;
    count.holds(
      false,
      `${order.reader}: ${ended}`,
      `--mutant=${order.reader}:${order.from + done * order.step}`,
    );
    order = { ...order, from: order.from + (done + 1) * order.step, count: order.count - done - 1 };
  }
}

/** "done", or what stopped it. */
function endOf(worker: Worker, at: Int32Array<SharedArrayBuffer>): Promise<string> {
  return new Promise((done) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== last) [last, since] = [now, performance.now()];
      else if (performance.now() - since > HANGS_AFTER_MS) {
        done(`läses inte på ${HANGS_AFTER_MS / 1000} s`);
        void worker.terminate();
      }
    }, LOOKS_EACH_MS);
    worker.once("error", (error) => done(`tråden slutade: ${error.message}`));
    worker.once("exit", (code) => {
      clearInterval(watch);
      done(code === 0 ? "done" : `tråden slutade med ${code}`);
    });
  });
}
