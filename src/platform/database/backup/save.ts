import { basename } from "node:path";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { ToldError } from "../../told.ts";
import { isThere, withClient } from "../client.ts";
import { quoted, quotedPart, sequencesOf, settleText, type Table, tablesOf } from "./catalogue.ts";
import { backupText, FORMAT, type Header, RowSum, type TableEnd } from "./format.ts";
import { type FileWritten, writeSealed } from "./sealed.ts";

/** Long enough for a migration that is under way; people's own work never holds such a lock. */
const LOCK_TIMEOUT_MS = 60_000;

/** How many decisions a municipality's chain has and the hash that it ends in, as a chapter tells it. */
export type ChainEnd = (
  client: pg.Client,
  municipality: string,
) => Promise<{ readonly decisions: number; readonly head: string | null }>;

export interface Saving {
  readonly databaseUrl: string;
  readonly file: string;
  readonly password: string | undefined;
  readonly release: string;
  readonly chainEnd: ChainEnd;
  readonly signal?: AbortSignal;
}

export interface Saved extends FileWritten {
  readonly header: Header;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes all that the database holds at one moment into a file, while people work: one transaction that sees the database as it
 * was when it began (repeatable read), in which nothing is written and nothing locked but against changes of the schema.
 * Streams: memory does not grow with the database. What is left out: NOT_BACKED_UP. Then notes the backup in the database,
 * where it has a place for that. Throws a ToldError where there is nothing to save or the file can't be written.
 */
export const saveBackup = (order: Saving): Promise<Saved> =>
  withClient(order.databaseUrl, (client) => save(client, order), { name: "tillit-backup" });

async function save(client: pg.Client, order: Saving): Promise<Saved> {
  await settleText(client);
  const tables = await begin(client);
  const header = await headerOf(client, order);
  const codes = header.municipalities.map(({ code }) => code);
  const counts = { tables: 0, rows: 0 };
  const text = async function* () {
    const written = yield* backupText(header, each(client, tables, codes), () => sequencesOf(client));
    Object.assign(counts, written);
  };
  const file = await writeSealed(order.file, text(), order.password, order.signal);
  await client.query("commit");
  await note(client, order, header, file);
  return { ...file, ...counts, header };
}

/** Begins the transaction with every table held against changes of the schema, and gives the tables. */
async function begin(client: pg.Client): Promise<Table[]> {
  const before = await tablesOf(client);
  if (!before.some(({ table }) => table === MIGRATIONS))
    throw new ToldError("Databasen är inte Tillits, eller är tom: det finns inget att säkerhetskopiera.");
  await client.query("begin isolation level repeatable read read only");
  await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
  // Before the transaction has seen anything, so that what it sees is what stands still
  await client.query(
    `lock table ${before.map(({ table }) => quoted(table)).join(", ")} in access share mode`,
  );
  const tables = await tablesOf(client);
  if (JSON.stringify(tables) !== JSON.stringify(before))
    throw new ToldError(
      "Databasens tabeller ändrades just nu, av en uppgradering: försök igen när den är klar.",
    );
  return tables;
}
const MIGRATIONS = "public.tillit_migration";

async function headerOf(client: pg.Client, { release, chainEnd }: Saving): Promise<Header> {
  const one = async <Row extends pg.QueryResultRow>(text: string) => (await client.query<Row>(text)).rows;
  const [facts] = (await one<{ now: Date; version: string }>(
    "select now() as now, current_setting('server_version') as version",
  )) as [{ now: Date; version: string }];
  const municipalities = [];
  for (const code of await municipalityCodes(client)) {
    await actAs(client, code);
    municipalities.push({ code, ...(await chainEnd(client, code)) });
  }
  return {
    format: FORMAT,
    release,
    postgres: facts.version.split(" ")[0] ?? "",
    snapshotAt: facts.now.toISOString(),
    migrations: await one(`select name, sha256 from ${MIGRATIONS} order by name`),
    municipalities,
  };
}

/** Which there are is known to all, whoever the connection acts as. */
async function municipalityCodes(client: pg.Client): Promise<string[]> {
  if (!(await isThere(client, "platform.municipality"))) return [];
  const { rows } = await client.query("select municipality_id from platform.municipality order by 1");
  return rows.map((row) => row.municipality_id);
}

/** Until the transaction's end. */
const actAs = (client: pg.Client, code: string) =>
  client.query("select set_config('tillit.municipality', $1, true)", [code]);

async function* each(client: pg.Client, tables: readonly Table[], codes: readonly string[]) {
  const mayPass = await passesGuards(client);
  for (const table of tables)
    yield { table: table.table, columns: table.columns, rows: () => rowsOf(client, table, codes, mayPass) };
}

async function passesGuards(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    "select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user",
  );
  return rows[0]?.passes ?? false;
}

/**
 * A table's rows as COPY writes them. An owner that can't pass row-level security sees the rows of one municipality at a time,
 * and of those that stand in the list of municipalities: no other can have any, since none can be acted as.
 */
async function* rowsOf(
  client: pg.Client,
  { table, columns, apart }: Table,
  codes: readonly string[],
  mayPass: boolean,
): AsyncGenerator<Buffer> {
  const list = columns.map(quotedPart).join(", ");
  if (!apart || mayPass) {
    yield* copied(client, `copy ${quoted(table)} (${list}) to stdout`);
    return;
  }
  for (const code of codes) {
    await actAs(client, code);
    const own = `municipality_id = ${client.escapeLiteral(code)}`;
    yield* copied(client, `copy (select ${list} from ${quoted(table)} where ${own}) to stdout`);
  }
}

const copied = (client: pg.Client, text: string): AsyncIterable<Buffer> => client.query(copyStreams.to(text));

/** The rows of every table of ours as they are now, counted and summed, by table: to hold one database against another. */
export const tableSums = (databaseUrl: string): Promise<Map<string, TableEnd>> =>
  withClient(databaseUrl, sumsOf, { name: "tillit-restore" });

async function sumsOf(client: pg.Client): Promise<Map<string, TableEnd>> {
  await settleText(client);
  await client.query("begin isolation level repeatable read read only");
  const sums = new Map<string, TableEnd>();
  for await (const { table, rows } of each(client, await tablesOf(client), await municipalityCodes(client))) {
    const sum = new RowSum();
    for await (const bytes of rows()) sum.take(bytes);
    sums.set(table, sum.result());
  }
  await client.query("commit");
  return sums;
}

/** A database of a time before there was a place for it is saved all the same, as before an upgrade. */
async function note(client: pg.Client, { file, password }: Saving, header: Header, made: FileWritten) {
  if (!(await isThere(client, "platform.backup"))) return;
  await client.query(
    `insert into platform.backup (snapshot_at, made_at, file_name, bytes, sha256, encrypted)
     values ($1, clock_timestamp(), $2, $3, $4, $5)`,
    [header.snapshotAt, basename(file).slice(0, 255), made.bytes, made.sha256, password !== undefined],
  );
}
