import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { type Asker, presentAsker } from "./asker.ts";

/**
 * Why something was not done. `fault`: what should do it went wrong, which is ours to mend. `time`, `memory`: it took more than
 * it may. `busy`: too many wait; `own-busy`: of the same one who asks. `cancelled`: nobody waits for it any more.
 */
export class NotDone extends Error {
  readonly because: "fault" | "time" | "memory" | "busy" | "own-busy" | "cancelled";
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
  /** Not done yet: how much is, 0–1. */
  | { readonly share: number }
);

export interface Limits {
  /** From when it begins. */
  readonly timeMs: number;
  /** Of the thread's heap, in MB. */
  readonly memoryMb: number;
  /** That wait or are under way at the same time, together and by one asker. */
  readonly waiting: number;
  readonly waitingByOne: number;
  /** Of `waiting`, for all who have not signed in together: whatever they ask for, there is room for who has. */
  readonly waitingByVisitors?: number;
}

interface Waiting<Order, Result> {
  readonly number: number;
  readonly order: Order;
  readonly timeMs: number;
  readonly transfer: readonly ArrayBuffer[];
  readonly told: ((share: number) => void) | undefined;
  /** Who waits for it: its turn is that of the one who comes first. */
  readonly askers: Asker[];
  readonly same: string | undefined;
  readonly heavy: boolean;
  readonly result: Promise<Result>;
  readonly done: (result: Result) => void;
  readonly failed: (why: NotDone) => void;
}

export interface Asked {
  readonly timeMs?: number | undefined;
  /** Gives the work up, whether it waits or is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Hears when it begins, with 0, and how much of it is done. */
  readonly told?: ((share: number) => void) | undefined;
  /** Buffers that are handed over rather than copied. */
  readonly transfer?: readonly ArrayBuffer[];
  /** What tells an order from others: who asks for the same while it waits or is under way waits for that one. Without `signal`. */
  readonly same?: string | undefined;
  /** It takes so much memory that the thread goes when it is done, and its memory with it. */
  readonly heavy?: boolean;
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
  do(
    order: Order,
    { timeMs = this.limits.timeMs, signal, told, transfer = [], same, heavy = false }: Asked = {},
  ): Promise<Result> {
    const asker = presentAsker();
    const all = this.current ? [this.current, ...this.waiting] : this.waiting;
    const joined = same === undefined ? undefined : all.find((one) => one.same === same);
    if (joined) {
      joined.askers.push(asker);
      return joined.result;
    }
    const refused = this.refusal(asker, all);
    if (refused) return Promise.reject(refused);
    if (signal?.aborted) return Promise.reject(new NotDone("cancelled", "cancelled before it began"));
    this.numbers += 1;
    const number = this.numbers;
    const { promise: result, resolve, reject } = Promise.withResolvers<Result>();
    const stop = () => this.giveUp(number, new NotDone("cancelled", "nobody waits for it any more"));
    const quiet = () => signal?.removeEventListener("abort", stop);
    signal?.addEventListener("abort", stop, { once: true });
    this.waiting.push({
      number,
      order,
      timeMs,
      transfer,
      askers: [asker],
      told,
      same,
      heavy,
      result,
      done: (value) => {
        quiet();
        resolve(value);
      },
      failed: (why) => {
        quiet();
        reject(why);
      },
    });
    this.next();
    return result;
  }

  private refusal(asker: Asker, all: readonly Waiting<Order, Result>[]): NotDone | undefined {
    const { waiting, waitingByOne, waitingByVisitors = waiting } = this.limits;
    // What the house does of itself is no one's turn
    const own = all.filter(({ askers }) => asker.id !== "" && askers[0]?.id === asker.id).length;
    if (own >= waitingByOne) return new NotDone("own-busy", `${own} wait by the same`);
    const visitors = all.filter(({ askers }) => askers.every(({ signedIn }) => !signedIn)).length;
    if (all.length >= waiting || (!asker.signedIn && visitors >= waitingByVisitors))
      return new NotDone("busy", `${all.length} wait, ${visitors} of them by visitors`);
    return undefined;
  }

  private next(): void {
    if (this.current) return;
    const one = this.whoseTurn();
    if (!one) return;
    this.waiting = this.waiting.filter((other) => other !== one);
    const { id } = this.firstOf(one);
    this.lastTurn.delete(id);
    this.lastTurn.set(id, one.number);
    if (this.lastTurn.size > ASKERS_REMEMBERED)
      this.lastTurn.delete(this.lastTurn.keys().next().value as string);
    const late = () => this.giveUp(one.number, new NotDone("time", `not done within ${one.timeMs} ms`));
    this.current = { ...one, timer: setTimeout(late, one.timeMs) };
    one.told?.(0);
    const job: Job<Order> = { number: one.number, order: one.order };
    try {
      this.thread().postMessage(job, [...one.transfer]);
    } catch (cause) {
      // What can't be copied to a thread (a function in it, a buffer that is gone) leaves the queue; the thread is whole
      this.take(one.number)?.failed(
        new NotDone("fault", cause instanceof Error ? cause.message : String(cause)),
      );
      this.next();
    }
  }

  /** Those who have signed in first; among them the one whose last turn lies longest back. */
  private whoseTurn(): Waiting<Order, Result> | undefined {
    return this.waiting.toSorted(
      (a, b) => this.before(this.firstOf(a), this.firstOf(b)) || a.number - b.number,
    )[0];
  }

  /** Of all who wait for the same, the one whose turn comes first. */
  private firstOf({ askers }: Waiting<Order, Result>): Asker {
    return askers.toSorted((a, b) => this.before(a, b))[0] as Asker;
  }

  private before(a: Asker, b: Asker): number {
    const turn = ({ id }: Asker) => this.lastTurn.get(id) ?? 0;
    return Number(b.signedIn) - Number(a.signedIn) || turn(a) - turn(b);
  }

  private thread(): Worker {
    if (this.worker) return this.worker;
    const started = new Worker(this.module, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    started.on("message", (answer: Done<Result>) => {
      if ("share" in answer) {
        if (this.current?.number === answer.number) this.current.told?.(answer.share);
        return;
      }
      const one = this.take(answer.number);
      if (one?.heavy) this.end();
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
    if (under) this.end();
    one?.failed(why);
    this.next();
  }

  /** The thread goes; who comes next gets another. */
  private end(): void {
    const going = this.worker;
    this.worker = undefined;
    void going?.terminate();
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
/** What lives shortly is looked through often, rather than lie about: a thread's memory is on top of the server's. */
const YOUNG_MB = 6;
