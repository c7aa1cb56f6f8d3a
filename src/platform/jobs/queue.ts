import type { FastifyBaseLogger } from "fastify";
import { sql } from "kysely";
import { type JobWithMetadata, PgBoss, type Job as Taken } from "pg-boss";
import { z } from "zod";
import type { Door } from "../database/door.ts";
import type { AnyJob } from "./job.ts";

const SCHEMA = "jobs";
/** Of the database's connections. */
const CONNECTIONS = 3;
const POLLED_EACH_SECONDS = 2;

/** A turn that takes longer is given up and tried again. */
const TURN_SECONDS = 600;
/** A server that was killed is noticed when it has been silent for so long, and its turn is another's. */
const SILENT_SECONDS = 30;
/** Tried again after half a minute, then after twice as long each time, an hour at most. */
const RETRIES = { retryLimit: 5, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600 } as const;
/** What was done is forgotten after a week; what failed for good stands there with its fault for a month, and is told of. */
const KEPT_SECONDS = 30 * 24 * 3600;

/** Hands the turns of what has its time out, one a municipality. */
const ROUND = "round";
const TIME_ZONE = "Europe/Stockholm";

/** What is in the queue: the municipality stands in every payload, put there by the database when a request posts. */
const Payload = z.object({ municipality: z.string().min(1), data: z.unknown() });
/** A round is of every municipality that there is when it comes. */
const Round = z.object({ municipality: z.literal(""), job: z.string() });

export interface QueueStatus {
  /** Jobs whose time has come and that nobody has begun on. */
  readonly waiting: number;
  /** Jobs that have been tried as often as they may. */
  readonly failed: number;
  /** How long the oldest of those that wait has waited. */
  readonly oldestSeconds: number;
}

export interface Queue {
  /** Does what is posted, and what has its time, from now on. */
  work(door: Door): Promise<void>;
  status(): Promise<QueueStatus>;
  /** Ends in order: what is under way is told to stop, and is done anew by who starts next. */
  stop(timeoutMs: number): Promise<void>;
}

/**
 * Opens the queue that survives a restart (decision 020): its tables, and a queue a job, so that it can be posted to. Several
 * servers on one database share the jobs: each turn is one server's.
 */
export async function openQueue(
  databaseUrl: string,
  jobs: readonly AnyJob[],
  log: FastifyBaseLogger,
  { works }: { readonly works: boolean },
): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    createSchema: false,
    max: CONNECTIONS,
    application_name: "tillit-jobs",
    supervise: works,
    superviseIntervalSeconds: SILENT_SECONDS,
    monitorIntervalSeconds: SILENT_SECONDS,
    schedule: works,
    registerInstance: false,
  });
  boss.on("error", (err) => log.warn({ err }, "the queue of jobs"));
  await boss.start();
  const kept = { ...RETRIES, deleteAfterSeconds: KEPT_SECONDS, retentionSeconds: KEPT_SECONDS };
  const common = { ...kept, expireInSeconds: TURN_SECONDS, heartbeatSeconds: SILENT_SECONDS };
  for (const { name, tries = RETRIES.retryLimit + 1 } of [{ name: ROUND, tries: undefined }, ...jobs]) {
    const queue = { ...common, retryLimit: tries - 1 };
    const found = await boss.getQueue(name);
    if (found) await boss.updateQueue(name, queue);
    // One that waits or is under way for each key: the same is never done twice at a time
    else await boss.createQueue(name, { policy: "exclusive", ...queue });
  }

  const ending = new AbortController();
  /** One turn; one that was cut short throws, and is tried again. */
  const turn = async (taken: Taken<object>, run: (signal: AbortSignal) => Promise<void>) => {
    const signal = AbortSignal.any([ending.signal, taken.signal]);
    try {
      signal.throwIfAborted();
      await run(signal);
    } catch (err) {
      if (!ending.signal.aborted) log.warn({ err, job: taken.name, id: taken.id }, "a job failed");
      throw err;
    }
  };
  const options = { batchSize: 1, pollingIntervalSeconds: POLLED_EACH_SECONDS } as const;

  return {
    async work(door) {
      if (!works) throw new Error("the queue was opened to be posted to alone");
      const timed = jobs.filter((job) => job.cron !== undefined);
      const held = await boss.getSchedules(ROUND);
      for (const { key } of held)
        if (!timed.some((job) => job.name === key)) await boss.unschedule(ROUND, key);
      for (const { name, cron } of timed)
        await boss.schedule(
          ROUND,
          cron as string,
          { municipality: "", job: name },
          // A round whose time came while no server ran is made up for once
          { tz: TIME_ZONE, key: name, missed: "once", singletonKey: name },
        );
      await boss.work<object>(ROUND, options, async ([taken]) => {
        if (!taken) return;
        await turn(taken, async () => {
          const { job } = Round.parse(taken.data);
          if (!timed.some(({ name }) => name === job)) return;
          for (const municipality of await municipalitiesIn(door))
            await boss.send(job, { municipality, data: null }, { singletonKey: municipality });
        });
      });
      for (const job of jobs)
        await boss.work(
          job.name,
          { ...options, includeMetadata: true },
          async ([taken]: JobWithMetadata<object>[]) => {
            if (!taken) return;
            await turn(taken, async (signal) => {
              const { municipality, data } = Payload.parse(taken.data);
              if (!(await municipalitiesIn(door)).includes(municipality))
                throw new Error(`there is no municipality ${municipality}`);
              await job.run({
                door,
                municipality,
                signal,
                data: job.data ? job.data.parse(data) : undefined,
                last: taken.retryCount >= taken.retryLimit,
              });
            });
          },
        );
    },

    async status() {
      const { rows } = await boss.getDb().executeSql(`
        select count(*) filter (where waits)::int as waiting, count(*) filter (where state = 'failed')::int as failed,
               coalesce(extract(epoch from now() - min(start_after) filter (where waits)), 0)::int as oldest
        from (select *, state in ('created', 'retry') and start_after <= now() as waits from ${SCHEMA}.job) all_jobs`);
      const [{ waiting, failed, oldest }] = rows as [{ waiting: number; failed: number; oldest: number }];
      return { waiting, failed, oldestSeconds: oldest };
    },

    async stop(timeoutMs) {
      ending.abort(new Error("the server stops"));
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}

const municipalitiesIn = (door: Door): Promise<string[]> =>
  door.read("", async (tx) => {
    const { rows } = await sql<{
      code: string;
    }>`select municipality_id as code from platform.municipality order by 1`.execute(tx);
    return rows.map(({ code }) => code);
  });
