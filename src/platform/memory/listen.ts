import pg from "pg";
import { changeIn } from "./changes.ts";
import type { Memory } from "./memory.ts";
import type { Catalogue } from "./tables-in.ts";

/** What `platform.tell` tells on (migration 029). */
const CHANNEL = "tillit_changed";
/** So soon it is found out that the connection is no more, where the network doesn't say. */
const HEARD_EACH_MS = 2_000;
const ANSWERS_WITHIN_MS = 3_000;
const ENDS_WITHIN_MS = 1_000;
const AGAIN_MS = { first: 100, longest: 5_000 };

export interface Listening {
  /** All that had been told when this was asked has been noted when it is done; at once where nothing is heard. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Hears from the database what has changed, whoever changed it, on a connection of its own. `isOwn` says by its process whether a
 * change was made through our own door, which has noted it before anybody was answered. While the connection is gone nothing is kept;
 * it is made again until it holds.
 */
export function listen(
  databaseUrl: string,
  memory: Memory,
  isOwn: (process: number) => boolean,
): { readonly listening: Listening; readonly first: Promise<void> } {
  let stopped = false;
  let here: Connection | undefined;
  const connected = async (): Promise<void> => {
    const fresh = await connect(databaseUrl);
    const catalogue = await catalogueOf(fresh.client).catch(async (cause: unknown) => {
      await fresh.end();
      throw cause;
    });
    fresh.client.on("notification", ({ payload = "", processId }) => {
      if (!isOwn(processId)) memory.changes.note(changeIn(payload));
    });
    if (stopped) return fresh.end();
    here = fresh;
    // What was told before this is in all that is read from here on
    memory.hears(catalogue);
    void stays(fresh).then(again);
  };
  const again = async (): Promise<void> => {
    memory.deaf();
    await here?.end();
    here = undefined;
    for (let delayMs = AGAIN_MS.first; !stopped; delayMs = Math.min(2 * delayMs, AGAIN_MS.longest)) {
      await new Promise((done) => setTimeout(done, delayMs).unref());
      if (stopped) return;
      try {
        return await connected();
      } catch {
        // Where the database is not there nothing is kept, and it is tried again
      }
    }
  };
  const first = connected().catch(() => void again());
  return {
    first,
    listening: {
      // Where the connection is gone nothing is kept, and there is nothing to wait for
      caughtUp: async () => void (await here?.ask().catch(() => {})),
      async stop() {
        stopped = true;
        await first;
        memory.deaf();
        await here?.end();
      },
    },
  };
}

interface Connection {
  readonly client: pg.Client;
  /** Settled when it is over, by itself or not. */
  readonly gone: Promise<void>;
  /** A question that the database answers when it has told all that it had to tell. One at a time. */
  ask(): Promise<unknown>;
  end(): Promise<void>;
}

/** A connection that is sure to hear. Rejects where there is none. */
async function connect(databaseUrl: string): Promise<Connection> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: "tillit-listens",
    connectionTimeoutMillis: ANSWERS_WITHIN_MS,
    query_timeout: ANSWERS_WITHIN_MS,
    keepAlive: true,
  });
  const gone = new Promise<void>((over) => {
    client.on("error", () => over());
    client.on("end", () => over());
  });
  let turn: Promise<unknown> = Promise.resolve();
  const ask = () => {
    turn = turn.catch(() => {}).then(() => client.query("select 1"));
    return turn;
  };
  // What is lost can't be closed either, and is not waited for long
  const end = async () => {
    let over: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((done) => {
      over = setTimeout(done, ENDS_WITHIN_MS);
    });
    await Promise.race([client.end().catch(() => {}), enough]);
    clearTimeout(over);
  };
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    await echoed(client);
  } catch (cause) {
    await end();
    throw cause;
  }
  return { client, gone, ask, end };
}

/** Waits until what is told is heard on the connection: through what stands between (a pooler) it may never be. */
async function echoed(client: pg.Client): Promise<void> {
  const mark = `echo ${crypto.randomUUID()}`;
  let over: NodeJS.Timeout | undefined;
  const heard = new Promise<void>((done, failed) => {
    over = setTimeout(() => failed(new Error("what is told is not heard")), ANSWERS_WITHIN_MS);
    client.on("notification", ({ payload }) => payload === mark && done());
  });
  try {
    await Promise.all([heard, client.query("select pg_notify($1, $2)", [CHANNEL, mark])]);
  } finally {
    clearTimeout(over);
    client.removeAllListeners("notification");
  }
}

/** Done when the connection has been lost, whether it says so or only falls silent. */
async function stays({ gone, ask }: Connection): Promise<void> {
  let over: NodeJS.Timeout | undefined;
  const silent = new Promise<void>((done) => {
    const again = () => {
      over = setTimeout(() => ask().then(again, () => done()), HEARD_EACH_MS).unref();
    };
    again();
  });
  await Promise.race([gone, silent]);
  clearTimeout(over);
}

async function catalogueOf(client: pg.Client): Promise<Catalogue> {
  const { rows } = await client.query<{
    name: string;
    sort: "table" | "function";
    tells: boolean;
    volatile: boolean;
  }>(`
    select n.nspname || '.' || c.relname as name, 'table' as sort, exists (
        select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'tells' and t.tgenabled = 'A') as tells, false as volatile
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS}
    union all
    select n.nspname || '.' || p.proname, 'function', false, p.provolatile = 'v'
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`);
  const of = (sort: "table" | "function") => rows.filter((row) => row.sort === sort).map(({ name }) => name);
  return {
    schemas: new Set(rows.map(({ name }) => name.split(".")[0] as string)),
    tables: new Set(of("table")),
    telling: new Set(rows.filter(({ tells }) => tells).map(({ name }) => name)),
    functions: new Set(of("function")),
    volatile: new Set(rows.filter((row) => row.volatile).map(({ name }) => name)),
  };
}
const OURS = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'";
