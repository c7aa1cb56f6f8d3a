import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { type Asker, presentAsker } from "./asker.ts";

/**
 * Why something was not done. `fault`: what should do it went wrong, which is ours to mend. `time`, `memory`: it took more than
 * it may. `busy`: too many wait. `cancelled`: nobody waits for it any more.
 */
export class NotDone extends Error {
  readonly because: "fault" | "time" | "memory" | "busy" | "cancelled";
  constructor(because: NotDone["because"], message: string) {
    super(message);
    this.name = "NotDone";
    this.because = because;
  }
}

export type Job<Order> = { readonly number: number; readonly order: Order };
export type Done<Result> = { readonly number: number } & (
  | { readonly result: Result }
  | { readonly fault: string }
);

export interface Limits {
  /** From when it begins. */
  readonly timeMs: number;
  /** Of the thread's heap, in MB. */
  readonly memoryMb: number;
  /** That wait or are under way at the same time, together and by one asker. */
  readonly waiting: number;
  readonly waitingByOne: number;
}

interface Waiting<Order, Result> {
  readonly number: number;
  readonly order: Order;
  readonly timeMs: number;
  readonly transfer: readonly ArrayBuffer[];
  readonly asker: Asker;
  readonly done: (result: Result) => void;
  readonly failed: (why: NotDone) => void;
}

export interface Asked {
  readonly timeMs?: number | undefined;
  /** Gives the work up, whether it waits or is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Buffers that are handed over rather than copied. */
  readonly transfer?: readonly ArrayBuffer[];
}

export interface ThreadLoad {
  /** By its module: "press". */
  readonly name: string;
  /** That wait or are under way now. */
  readonly waiting: number;
  readonly most: number;
}

/** Every one in this process, for whoever watches how full they are. */
const started: { load(): ThreadLoad }[] = [];
export const threadLoads = (): ThreadLoad[] => started.map((thread) => thread.load());

/**
 * A thread of its own for what is one long call that nothing else could get through, one at a time, with limits on time and
 * memory. The turn goes round between those who ask, signed-in people first. What goes beyond a limit takes its thread with
 * it; those that wait behind get a new one.
 */
export class WorkThread<Order, Result> {
  private readonly module: URL;
  private readonly limits: Limits;
  private waiting: Waiting<Order, Result>[] = [];
  private current: (Waiting<Order, Result> & { timer: NodeJS.Timeout }) | undefined;
  private worker: Worker | undefined;
  private numbers = 0;
  /** When each asker last had a turn, by the turn's number. */
  private readonly lastTurn = new Map<string, number>();

  constructor(module: URL, limits: Limits) {
    this.module = module;
    this.limits = limits;
    started.push(this);
  }

  load(): ThreadLoad {
    const name = basename(this.module.pathname).replace(/(-thread)?\.[a-z]+$/, "");
    return { name, waiting: this.waiting.length + (this.current ? 1 : 0), most: this.limits.waiting };
  }

  /** Throws NotDone. */
  do(order: Order, { timeMs = this.limits.timeMs, signal, transfer = [] }: Asked = {}): Promise<Result> {
    const asker = presentAsker();
    const all = this.current ? [this.current, ...this.waiting] : this.waiting;
    // What the house does of itself is no one's turn
    const own = all.filter((one) => asker.id !== "" && one.asker.id === asker.id).length;
    if (all.length >= this.limits.waiting || own >= this.limits.waitingByOne)
      return Promise.reject(new NotDone("busy", `${all.length} wait, ${own} of them by the same`));
    if (signal?.aborted) return Promise.reject(new NotDone("cancelled", "cancelled before it began"));
    this.numbers += 1;
    const number = this.numbers;
    return new Promise<Result>((done, failed) => {
      const stop = () => this.giveUp(number, new NotDone("cancelled", "nobody waits for it any more"));
      const quiet = () => signal?.removeEventListener("abort", stop);
      signal?.addEventListener("abort", stop, { once: true });
      this.waiting.push({
        number,
        order,
        timeMs,
        transfer,
        asker,
        done: (result) => {
          quiet();
          done(result);
        },
        failed: (why) => {
          quiet();
          failed(why);
        },
      });
      this.next();
    });
  }

  private next(): void {
    if (this.current) return;
    const one = this.whoseTurn();
    if (!one) return;
    this.waiting = this.waiting.filter((other) => other !== one);
    this.lastTurn.delete(one.asker.id);
    this.lastTurn.set(one.asker.id, one.number);
    if (this.lastTurn.size > ASKERS_REMEMBERED)
      this.lastTurn.delete(this.lastTurn.keys().next().value as string);
    const late = () => this.giveUp(one.number, new NotDone("time", `not done within ${one.timeMs} ms`));
    this.current = { ...one, timer: setTimeout(late, one.timeMs) };
    const job: Job<Order> = { number: one.number, order: one.order };
    this.thread().postMessage(job, [...one.transfer]);
  }

  /** Those who have signed in first; among them the one whose last turn lies longest back. */
  private whoseTurn(): Waiting<Order, Result> | undefined {
    const turn = (one: Waiting<Order, Result>) => this.lastTurn.get(one.asker.id) ?? 0;
    return this.waiting.toSorted(
      (a, b) =>
        Number(b.asker.signedIn) - Number(a.asker.signedIn) || turn(a) - turn(b) || a.number - b.number,
    )[0];
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const started = new Worker(this.module, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
    });
    started.on("message", (answer: Done<Result>) => {
      const one = this.take(answer.number);
      if ("result" in answer) one?.done(answer.result);
      else one?.failed(new NotDone("fault", answer.fault));
      this.next();
    });
    started.on("error", (cause: Error & { code?: string }) =>
      this.fallen(started, cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "fault", cause.message),
    );
    started.on("exit", () => this.fallen(started, "fault", "the thread stopped"));
    started.unref(); // after the listeners: a thread that waits for work keeps no process alive
    this.worker = started;
    return started;
  }

  /** The one that is under way, if it is this one. */
  private take(number: number): Waiting<Order, Result> | undefined {
    const one = this.current;
    if (one?.number !== number) return undefined;
    clearTimeout(one.timer);
    this.current = undefined;
    return one;
  }

  private giveUp(number: number, why: NotDone): void {
    const under = this.take(number);
    const one = under ?? this.waiting.find((other) => other.number === number);
    this.waiting = this.waiting.filter((other) => other !== one);
    if (under) {
      const stuck = this.worker;
      this.worker = undefined;
      void stuck?.terminate();
    }
    one?.failed(why);
    this.next();
  }

  private fallen(which: Worker, because: "memory" | "fault", message: string): void {
    if (this.worker !== which) return;
    this.worker = undefined;
    const one = this.current && this.take(this.current.number);
    one?.failed(new NotDone(because, message));
    this.next();
  }
}

const ASKERS_REMEMBERED = 1000;
