import type pg from "pg";
import type { Sequence, TableStart } from "./format.ts";

/** What a backup does not hold, schemas and tables, and why it can be without it. */
export const NOT_BACKED_UP: Readonly<Record<string, string>> = {
  // Work that is under way or waits: at a start each job is planned anew, and what was half done is done from the beginning
  jobs: "queues of work, which a start plans anew",
  // A file that has been handed over is fetched soon, or ordered again
  "platform.handover_piece": "sealed copies of what the backup holds itself",
  // Hundreds of thousands of rows, that a trigger makes of each row to search as that is put back
  "decisions.search_word": "the words of what is found, made again of its rows",
  "decisions.search_ending": "the ends of those words, made again with them",
  "public.tillit_run": "the secret behind the password of this database's own role, which a start makes anew",
};

export interface Table extends TableStart {
  /** Rows are kept apart by municipality even from the owner: without a right to pass that, each municipality is read as itself. */
  readonly apart: boolean;
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
  and not (n.nspname = any($1::text[])) and not (n.nspname || '.' || c.relname = any($1::text[]))`;
const EXCEPTIONS = [Object.keys(NOT_BACKED_UP)];

/** Every table of ours, with the columns that are stored and not reckoned by PostgreSQL itself, in order of name. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname || '.' || c.relname as table, c.relrowsecurity and c.relforcerowsecurity as apart,
       array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and ${OURS}
     group by 1, 2 order by 1`,
    EXCEPTIONS,
  );
  return rows;
}

/** Where every sequence of ours stands. */
export async function sequencesOf(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ sequence: string }>(
    `select n.nspname || '.' || c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OURS} order by 1`,
    EXCEPTIONS,
  );
  const all: Sequence[] = [];
  for (const { sequence } of rows) {
    const found = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(sequence)}`,
    );
    all.push({ sequence, ...(found.rows[0] as { value: string; called: boolean }) });
  }
  return all;
}

/** "decisions.version" as SQL. */
export const quoted = (name: string): string => name.split(".").map(quotedPart).join(".");
export const quotedPart = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Values are written alike whatever the server's own settings are: a backup is read on another server. */
export async function settleText(client: pg.Client): Promise<void> {
  for (const [setting, value] of Object.entries({
    client_encoding: "UTF8",
    datestyle: "ISO, YMD",
    intervalstyle: "iso_8601",
    timezone: "UTC",
    bytea_output: "hex",
    extra_float_digits: "1",
    // A large table is read from its beginning, also where another reads it at the same time
    synchronize_seqscans: "off",
    // The role's or the database's own limits are for requests
    statement_timeout: "0",
    idle_in_transaction_session_timeout: "0",
    search_path: "",
  }))
    await client.query("select set_config($1, $2, false)", [setting, value]);
}
