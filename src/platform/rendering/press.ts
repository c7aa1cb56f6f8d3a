import { Worker } from "node:worker_threads";

import type { Paper } from "../../kernel/paper.ts";
import type { Sheet } from "./workbook-content.ts";

/** One document to make; a template's `data` is JSON. */
export type Order =
  | { readonly form: "pdf"; readonly template: string; readonly data: string }
  | { readonly form: "word"; readonly paper: Paper }
  | {
      readonly form: "workbook";
      readonly title: string;
      readonly creator: string;
      readonly sheets: readonly Sheet[];
    };
export type Job = { readonly number: number; readonly order: Order };
export type Made = { readonly number: number } & (
  | { readonly bytes: Uint8Array }
  | { readonly fault: string }
);

/**
 * Why there is no document: `template`: the template or its data is wrong, which is our fault; `time` and `busy`: it took
 * too long, or too many wait, and it may go better in a while.
 */
export class NotRendered extends Error {
  readonly because: "template" | "time" | "busy";
  constructor(because: NotRendered["because"], message: string) {
    super(message);
    this.name = "NotRendered";
    this.because = because;
  }
}

/** An annual report of a hundred pages takes less than a second. */
export const TIME_LIMIT_MS = 20_000;
/** Documents that may wait at the same time: each holds one of the twenty connections to the database while it waits. */
export const MAX_WAITING = 8;

interface Waiting {
  readonly done: (bytes: Uint8Array) => void;
  readonly failed: (why: NotRendered) => void;
  readonly timer: NodeJS.Timeout;
}
const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let jobs = 0;

/**
 * Makes a document in a thread of its own, one at a time: each is one long call that nothing else could get through. Throws
 * NotRendered.
 */
export function print(order: Order, timeLimitMs: number = TIME_LIMIT_MS): Promise<Uint8Array> {
  if (waiting.size >= MAX_WAITING)
    return Promise.reject(new NotRendered("busy", `${MAX_WAITING} documents are waiting`));
  jobs += 1;
  const job: Job = { number: jobs, order };
  return new Promise((done, failed) => {
    const timer = setTimeout(() => giveUp(job.number, timeLimitMs), timeLimitMs);
    waiting.set(job.number, { done, failed, timer });
    press().postMessage(job);
  });
}

function press(): Worker {
  if (thread) return thread;
  const started = new Worker(new URL("./press-thread.ts", import.meta.url));
  started.on("message", (made: Made) => {
    const one = take(made.number);
    if ("bytes" in made) one?.done(made.bytes);
    else one?.failed(new NotRendered("template", made.fault));
  });
  started.on("error", (cause) => fallen(started, cause.message));
  started.on("exit", () => fallen(started, "the press stopped"));
  started.unref(); // after the listeners: a thread that waits for work keeps no process alive
  thread = started;
  return started;
}

function take(number: number): Waiting | undefined {
  const one = waiting.get(number);
  if (one) clearTimeout(one.timer);
  waiting.delete(number);
  return one;
}

/** A document that takes too long takes its thread with it; those that wait behind it fail too, and may be asked for again. */
function giveUp(number: number, timeLimitMs: number): void {
  take(number)?.failed(new NotRendered("time", `no document within ${timeLimitMs} ms`));
  const stuck = thread;
  thread = undefined;
  for (const behind of [...waiting.keys()])
    take(behind)?.failed(new NotRendered("busy", "the document before it took too long"));
  void stuck?.terminate();
}

function fallen(which: Worker, message: string): void {
  if (thread !== which) return;
  thread = undefined;
  for (const number of [...waiting.keys()]) take(number)?.failed(new NotRendered("template", message));
}
