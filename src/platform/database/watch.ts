import pg from "pg";

/**
 * A look at the database from the side: a few connections of its own, as the owner, with short limits, so that it tells how the
 * database is and not how many people wait for it. For health and metrics; what a person asks goes through the door.
 */
export interface Watch {
  /** Throws where there is no answer in time. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

const LIMIT_MS = 700;

export function openWatch(databaseUrl: string): Watch {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    statement_timeout: LIMIT_MS,
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    application_name: "tillit-watch",
  });
  pool.on("error", () => {}); // an idle connection broke: the next question makes another, or tells
  return {
    ask: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    close: () => pool.end(),
  };
}
