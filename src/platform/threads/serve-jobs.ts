import { parentPort } from "node:worker_threads";
import type { Done, Job } from "./work-thread.ts";

/** Answers the jobs that come to this thread, one at a time (see work-thread.ts). */
export function serveJobs<Order, Result>(
  work: (order: Order, tell: (share: number) => void) => Promise<Result>,
): void {
  parentPort?.on("message", async ({ number, order }: Job<Order>) => {
    const answer = (done: Done<Result>) => parentPort?.postMessage(done);
    try {
      answer({ number, result: await work(order, (share) => answer({ number, share })) });
    } catch (cause) {
      answer({ number, fault: cause instanceof Error ? cause.message : String(cause) });
    }
  });
}
