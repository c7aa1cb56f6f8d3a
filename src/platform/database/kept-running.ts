import { machineClock } from "../clock.ts";
import { ToldError } from "../told.ts";
import type { DatabaseLog } from "./database-log.ts";
import type { PostgresProcess } from "./postgres-process.ts";

/** A PostgreSQL that is started again when it ends without having been asked to. */
export interface KeptRunning {
  /** When it has been given up: it died again and again, or does not start any more. Never where it is stopped in good order. */
  readonly givenUp: Promise<ToldError>;
  stop(): Promise<void>;
}

/** How often it may die, and how long one waits before each new start: more each time. */
export interface Patience {
  readonly restarts: number;
  readonly withinMs: number;
  readonly pausesMs: readonly number[];
}

export const PATIENCE: Patience = {
  restarts: 5,
  withinMs: 10 * 60_000,
  pausesMs: [100, 1000, 5000, 15_000, 30_000],
};
const LINES_TOLD = 5;

/**
 * Watches a running PostgreSQL. When it ends by itself its last words go to the log and `again` starts it anew; after too
 * many times within a while it is given up, for a fault that comes back each time is for a person to look at.
 */
export function keepRunning(
  first: PostgresProcess,
  {
    again,
    log,
    patience = PATIENCE,
  }: {
    readonly again: () => Promise<PostgresProcess>;
    readonly log: DatabaseLog;
    readonly patience?: Patience;
  },
): KeptRunning {
  const givenUp = Promise.withResolvers<ToldError>();
  const stopping = new AbortController();
  let current = first;
  let restartsAt: number[] = [];

  /** The next one that answers; undefined when it is stopped or given up. */
  const startedAgain = async (lastWords: string): Promise<PostgresProcess | undefined> => {
    let said = lastWords;
    for (;;) {
      const now = machineClock.now().getTime();
      restartsAt = restartsAt.filter((at) => now - at < patience.withinMs);
      if (restartsAt.length >= patience.restarts) {
        givenUp.resolve(
          new ToldError(
            `PostgreSQL slutar gång på gång (${restartsAt.length} gånger på ${Math.round(patience.withinMs / 60_000)} minuter), så Tillit stannar. Det sista den sade:\n${said}\nÅtgärda felet och starta igen; det som är sparat ligger kvar.`,
          ),
        );
        return undefined;
      }
      await pause(patience.pausesMs[restartsAt.length] ?? patience.pausesMs.at(-1) ?? 0, stopping.signal);
      if (stopping.signal.aborted) return undefined;
      restartsAt.push(now);
      try {
        return await again();
      } catch (cause) {
        said = cause instanceof Error ? cause.message : String(cause);
        log.warn(`PostgreSQL gick inte att starta igen: ${said}`);
      }
    }
  };
  const watching = (async () => {
    for (;;) {
      const { how, last } = await current.exited;
      if (stopping.signal.aborted) return;
      const said = last.slice(-LINES_TOLD).join("\n");
      log.warn(
        `PostgreSQL slutade (${how}) utan att Tillit bad om det, och startas igen. Den sade:\n${said}`,
      );
      const next = await startedAgain(said);
      if (!next) return;
      current = next;
      if (stopping.signal.aborted) return; // `stop` was called while it was starting
      log.warn("PostgreSQL är igång igen.");
    }
  })();
  return {
    givenUp: givenUp.promise,
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
      await current.stop();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });
}
