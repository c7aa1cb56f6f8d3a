import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { DatabaseAway, saysAway } from "./away.ts";

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
  read<T>(municipality: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes; `why` and the writer go into the change log with each changed row. */
  write<T>(writer: Writer, why: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** How busy its connections are now. */
  load(): DoorLoad;
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

export function openDoor(databaseUrl: string): Door {
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
  pool.on("connect", (client) => client.on("error", () => {}));
  // biome-ignore lint/complexity/noBannedTypes: see Tx
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool }) });

  const within = async (tx: Tx, settings: Record<string, string>) => {
    const all = { ...settings, statement_timeout: String(STATEMENT_TIMEOUT_MS) };
    await sql`select ${sql.join(Object.entries(all).map(([k, v]) => sql`set_config(${k}, ${v}, true)`))}`.execute(
      tx,
    );
  };
  return {
    async read(municipality, work) {
      try {
        return await db
          .transaction()
          .setAccessMode("read only")
          .execute(async (tx) => {
            await within(tx, { "tillit.municipality": municipality });
            return work(tx);
          });
      } catch (cause) {
        throw saysAway(cause) ? new DatabaseAway("nothing", cause) : cause;
      }
    },
    async write(writer, why, work) {
      let storing = false;
      try {
        return await db.transaction().execute(async (tx) => {
          await within(tx, {
            "tillit.municipality": writer.municipality,
            "tillit.person": writer.personId,
            "tillit.why": why,
            "tillit.request": writer.requestId,
            ...(writer.flush === false ? { synchronous_commit: "off" } : {}),
          });
          const done = await work(tx);
          storing = true;
          return done;
        });
      } catch (cause) {
        throw saysAway(cause) ? new DatabaseAway(storing ? "unknown" : "nothing", cause) : cause;
      }
    },
    load: () => ({
      connections: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: MAX_CONNECTIONS,
    }),
    close: () => db.destroy(),
  };
}
