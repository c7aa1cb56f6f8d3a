import { type Driver, Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { type Listening, listen } from "../memory/listen.ts";
import { Memory } from "../memory/memory.ts";
import { DatabaseAway, saysAway } from "./away.ts";
import { Prepared } from "./prepared.ts";

// Sums of whole kronor and counts fit a double exactly; days are texts, not moments.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large a number in the database: ${text}`);
  return value;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A transaction inside one municipality. A chapter's store names its tables: `tx.withTables<GoalTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: a database without tables of its own; each store adds those it reads
export type Tx = Transaction<{}>;

export interface Writer {
  readonly municipality: string;
  readonly personId: string;
  readonly requestId: string;
  /** False: what is answered may be lost with the power, but never out of order, until the next write that is flushed. */
  readonly flush?: boolean;
}

/**
 * The one way to the data. Its address is that of a role that cannot pass row-level security (run-role.ts). Throws DatabaseAway where the
 * database can't be reached.
 */
export interface Door {
  /** `oneMoment`: all that it reads is of the moment of its first question, however long it takes. */
  read<T>(
    municipality: string,
    work: (tx: Tx) => Promise<T>,
    how?: { readonly oneMoment?: boolean },
  ): Promise<T>;
  /** Writes; `why` and the writer go into the change log with each changed row. */
  write<T>(writer: Writer, why: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** How busy its connections are now. */
  load(): DoorLoad;
  /** What is kept of what has been read; nothing before `listen`. */
  readonly memory: Memory;
  /** From here on what is read may be kept: changes are heard, those of other servers too. */
  listen(): Promise<void>;
  /** Done when all that others had changed has been heard. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export interface DoorLoad {
  readonly connections: number;
  readonly idle: number;
  /** Requests that wait for one. */
  readonly waiting: number;
  readonly most: number;
}

const STATEMENT_TIMEOUT_MS = 15_000;
const MAX_CONNECTIONS = 20;
const BYTES_PER_MB = 1_048_576;

/** `keepMb`: the most that is kept in memory of what has been read. */
export function openDoor(databaseUrl: string, { keepMb = 0 }: { readonly keepMb?: number } = {}): Door {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "tillit",
  });
  // A connection broke: the pool makes another, and what was under way on it hears of it there. The pool itself listens only
  // to those that lie idle
  pool.on("error", () => {});
  const prepared = new Prepared();
  pool.on("connect", (client) => {
    client.on("error", () => {});
    prepared.on(client);
  });
  const memory = new Memory(keepMb * BYTES_PER_MB);
  // biome-ignore lint/complexity/noBannedTypes: see Tx
  const db = new Kysely<{}>({
    dialect: new OneStepDialect({ pool }),
    // All that is run passes here, however it was written
    log: ({ query }) => memory.noteStatement(query.sql),
  });
  const own = ownProcesses(pool);
  let listening: Listening | undefined;

  // One step to the database and back: the transaction begins and has its settings
  const begin = async (tx: Tx, mode: string, settings: Record<string, string>) => {
    const all = { ...settings, statement_timeout: String(STATEMENT_TIMEOUT_MS) };
    const set = Object.entries(all).map(
      ([k, v]) => `set_config(${pg.escapeLiteral(k)}, ${pg.escapeLiteral(v)}, true)`,
    );
    await sql.raw(`begin ${mode}; select ${set.join(", ")}`).execute(tx);
  };
  return {
    memory,
    async listen() {
      if (listening || keepMb === 0) return;
      const begun = listen(databaseUrl, memory, own);
      listening = begun.listening;
      await begun.first;
    },
    caughtUp: async () => listening?.caughtUp(),
    read: (municipality, work, { oneMoment = false } = {}) =>
      memory.within(municipality, false, () =>
        db
          .transaction()
          .execute(async (tx) => {
            await begin(tx, oneMoment ? "isolation level repeatable read read only" : "read only", {
              "tillit.municipality": municipality,
            });
            return work(tx);
          })
          .catch((cause) => {
            throw saysAway(cause) ? new DatabaseAway("nothing", cause) : cause;
          }),
      ),
    write: (writer, why, work) =>
      memory.within(writer.municipality, true, async () => {
        let told = "";
        let storing = false;
        try {
          return await db.transaction().execute(async (tx) => {
            await begin(tx, "", {
              "tillit.municipality": writer.municipality,
              "tillit.person": writer.personId,
              "tillit.why": why,
              "tillit.request": writer.requestId,
              ...(writer.flush === false ? { synchronous_commit: "off" } : {}),
            });
            const result = await work(tx);
            told = await toldIn(tx);
            storing = true;
            return result;
          });
        } catch (cause) {
          throw saysAway(cause) ? new DatabaseAway(storing ? "unknown" : "nothing", cause) : cause;
        } finally {
          // Before anybody is answered; also where it is not known whether it was committed
          memory.noteTold(told);
        }
      }),
    load: () => ({
      connections: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: MAX_CONNECTIONS,
    }),
    async close() {
      await listening?.stop();
      await db.destroy();
    },
  };
}

/** A transaction begins with its settings, in `begin`, and not by itself. */
class OneStepDialect extends PostgresDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    driver.beginTransaction = async () => {};
    return driver;
  }
}

/** What a transaction has changed so far, a line a change (`platform.tell`). */
async function toldIn(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    told: string | null;
  }>`select current_setting('tillit.changed', true) as told`.execute(tx);
  return rows[0]?.told ?? "";
}

/** Which of the database's processes serve the pool: what is told by them we have noted ourselves. */
function ownProcesses(pool: pg.Pool): (process: number) => boolean {
  const own = new Set<number>();
  const idOf = (client: pg.PoolClient) => (client as unknown as { readonly processID: number }).processID;
  pool.on("connect", (client) => own.add(idOf(client)));
  pool.on("remove", (client) => own.delete(idOf(client)));
  return (process) => own.has(process);
}
