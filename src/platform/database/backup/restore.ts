import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import { ownValue } from "../../../kernel/own-value.ts";
import { sha256 as sha256Of } from "../../hash.ts";
import { ToldError } from "../../told.ts";
import { withClient } from "../client.ts";
import { migrate, prepareDatabase } from "../migrate.ts";
import { runRoleFor } from "../run-role.ts";
import {
  NOT_BACKED_UP,
  quoted,
  quotedPart,
  sequencesOf,
  settleText,
  type Table,
  tablesOf,
} from "./catalogue.ts";
import { BackupFault, type Header, type Part, readBackup, type TableEnd, type TableStart } from "./format.ts";
import { tableSums } from "./save.ts";
import { readSealed } from "./sealed.ts";

const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../../../migrations");

export interface Restoring {
  /** The owner's. */
  readonly databaseUrl: string;
  /** Of a role that somebody else has made to run as. */
  readonly runUrl?: string | undefined;
  readonly file: string;
  readonly password: string | undefined;
  readonly signal?: AbortSignal;
  /** Throws where what was restored is not whole: then it is taken away again. */
  verify(databaseUrl: string): Promise<void>;
}

export interface Checked {
  readonly header: Header;
  readonly sums: ReadonlyMap<string, TableEnd>;
}

/**
 * Reads a whole backup and checks it, without a database: that it can be unpacked, is not cut off, each table's rows have their
 * sum, and that this program has the migrations that it was made under. Throws BackupFault.
 */
export async function checkBackup(
  file: string,
  password: string | undefined,
  { signal, migrations = MIGRATIONS_FOLDER }: { signal?: AbortSignal; migrations?: string } = {},
): Promise<Checked> {
  let header: Header | undefined;
  let table: string | undefined;
  const sums = new Map<string, TableEnd>();
  for await (const part of readBackup(readSealed(file, password))) {
    signal?.throwIfAborted();
    if (part.part === "header") {
      header = part.header;
      await refuseOtherMigrations(header, migrations);
    } else if (part.part === "table") table = part.start.table;
    else if (part.part === "table-end" && table !== undefined) sums.set(table, part.end);
  }
  return { header: header as Header, sums }; // readBackup has given one, or thrown
}

async function refuseOtherMigrations(header: Header, folder: string): Promise<void> {
  for (const { name, sha256 } of header.migrations) {
    const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (text === undefined)
      throw new BackupFault(
        `Säkerhetskopian är gjord av en nyare Tillit (${header.release}): den här versionen saknar migreringen ${name}. Uppgradera Tillit och försök igen.`,
      );
    if (sha256Of(text) !== sha256)
      throw new BackupFault(
        `Migreringen ${name} är en annan här än i den Tillit som säkerhetskopian är gjord av (${header.release}). Återställ med den versionen.`,
      );
  }
}

/**
 * Puts a checked backup into an empty database: the schema as it was then, by the migrations of that time; every row, in one
 * transaction; every sequence; then holds each table against the backup's sum, and runs the migrations that have come since.
 * Where it fails the database is as empty as it was. Throws a ToldError where the database is not empty, or in use.
 */
export async function restoreBackup(order: Restoring, { header, sums }: Checked): Promise<void> {
  await refuseUsed(order.databaseUrl);
  try {
    await migrateAsThen(order.databaseUrl, header);
    await load(order);
    await compare(order.databaseUrl, sums);
    order.signal?.throwIfAborted();
    // Verified as the role that requests run as: it sees one municipality at a time, as the chains are
    const { url } = await prepareDatabase(order.databaseUrl, runRoleFor(order.databaseUrl, order.runUrl));
    await order.verify(url);
    await connected(order.databaseUrl, (client) => client.query("analyze"));
  } catch (cause) {
    if (!(cause instanceof InUse)) await empty(order.databaseUrl);
    throw cause;
  }
}

class InUse extends ToldError {}

const NOT_EMPTY =
  "Databasen är inte tom, och en återställning skriver inte över något: skapa en ny tom databas, eller ange en annan mapp med TILLIT_DATA.";

/** A database that has been migrated and never used has tables too: it is another's, perhaps one that starts right now. */
async function refuseUsed(databaseUrl: string): Promise<void> {
  const tables = await connected(databaseUrl, tablesOf);
  if (tables.length > 0) throw new InUse(NOT_EMPTY);
}

/** The migrations of that time alone, in their order, as a start would have run them. */
async function migrateAsThen(databaseUrl: string, header: Header): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tillit-migrations-"));
  try {
    for (const { name } of header.migrations) await cp(join(MIGRATIONS_FOLDER, name), join(folder, name));
    await migrate(databaseUrl, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function load({ databaseUrl, file, password, signal }: Restoring): Promise<void> {
  await connected(databaseUrl, async (client) => {
    await settleText(client);
    await client.query("begin");
    const tables = await tablesOf(client);
    for (const { table } of tables)
      await client.query(`lock table ${quoted(table)} in access exclusive mode`);
    await refuseRows(client, tables);
    const putBack = await takeGuardsAway(client, tables);
    const missing = new Map(tables.map((table) => [table.table, table]));
    let sequences: Extract<Part, { part: "sequences" }>["sequences"] = [];
    const parts = readBackup(readSealed(file, password));
    for await (const part of parts) {
      signal?.throwIfAborted();
      if (part.part === "table") {
        refuseOtherShape(missing.get(part.start.table), part.start);
        missing.delete(part.start.table);
        await copyIn(client, part.start, parts);
      } else if (part.part === "sequences") sequences = part.sequences;
    }
    if (missing.size > 0)
      throw new BackupFault(`Säkerhetskopian saknar tabellerna ${[...missing.keys()].join(", ")}.`);
    for (const { sequence, value, called } of sequences)
      await client.query("select setval($1::regclass, $2::bigint, $3)", [quoted(sequence), value, called]);
    for (const text of putBack) await client.query(text);
    await client.query("commit");
  });
}

/** Between the schema and the rows nobody may have begun to work in it; now the tables are locked. What the migrations wrote is ours. */
async function refuseRows(client: pg.Client, tables: readonly Table[]): Promise<void> {
  for (const { table } of tables.filter(({ table }) => table === "platform.municipality")) {
    const { rows } = await client.query(`select exists (select from ${quoted(table)}) as any`);
    if (rows[0]?.any) throw new InUse(NOT_EMPTY);
  }
}

function refuseOtherShape(table: Table | undefined, { table: name, columns }: TableStart): void {
  if (!table)
    throw new BackupFault(`Säkerhetskopian har tabellen ${name}, som inte finns i den versionens databas.`);
  if (JSON.stringify(table.columns) !== JSON.stringify(columns))
    throw new BackupFault(
      `Tabellen ${name} har andra kolumner i säkerhetskopian än i den versionens databas.`,
    );
}

/**
 * Empties the tables, and lets them take rows as they come: no triggers, no references, no row-level security that stops even
 * the owner. All of it within the transaction, and with the owner's rights alone. Gives the statements that put it back, which
 * check every reference anew.
 */
async function takeGuardsAway(client: pg.Client, tables: readonly Table[]): Promise<string[]> {
  const names = tables.map(({ table }) => quoted(table));
  const triggers = await client.query<{ table: string; name: string; enabled: string }>(
    `select tgrelid::regclass::text as table, quote_ident(tgname) as name, tgenabled as enabled from pg_trigger
     where not tgisinternal and tgrelid = any($1::regclass[]) and tgenabled <> 'D'`,
    [names],
  );
  const references = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
    [names],
  );
  for (const { table, name } of triggers.rows)
    await client.query(`alter table ${table} disable trigger ${name}`);
  for (const { table, name } of references.rows)
    await client.query(`alter table ${table} drop constraint ${name}`);
  const apart = tables.filter((table) => table.apart).map(({ table }) => quoted(table));
  for (const table of apart) await client.query(`alter table ${table} no force row level security`);
  // What the backup leaves out and refers to what is emptied goes with it
  await client.query(`truncate ${names.join(", ")} cascade`);
  return [
    ...references.rows.map(
      ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
    ),
    ...triggers.rows.map(
      ({ table, name, enabled }) =>
        `alter table ${table} enable ${ownValue(ENABLED, enabled) ?? ""} trigger ${name}`,
    ),
    ...apart.map((table) => `alter table ${table} force row level security`),
  ];
}
const ENABLED: Readonly<Record<string, string>> = { A: "always", R: "replica" };

/** The table's rows, up to its end. */
async function copyIn(
  client: pg.Client,
  { table, columns }: TableStart,
  parts: AsyncIterator<Part>,
): Promise<void> {
  const into = client.query(
    copyStreams.from(`copy ${quoted(table)} (${columns.map(quotedPart).join(", ")}) from stdin`),
  );
  const done = new Promise<void>((resolve, reject) => {
    into.once("finish", resolve);
    into.once("error", reject);
  });
  done.catch(() => {}); // heard of where it is waited for
  for (;;) {
    const { value: part, done: over } = await parts.next();
    if (over || part.part === "table-end") break;
    if (part.part === "rows" && !into.write(part.bytes)) await Promise.race([once(into, "drain"), done]);
  }
  into.end();
  await done;
}

/** Throws where a table does not hold what the backup says that it held. */
async function compare(databaseUrl: string, expected: ReadonlyMap<string, TableEnd>): Promise<void> {
  const found = await tableSums(databaseUrl);
  const other = [...expected].filter(
    ([table, { rows, sum }]) => found.get(table)?.rows !== rows || found.get(table)?.sum !== sum,
  );
  if (other.length > 0 || found.size !== expected.size)
    throw new BackupFault(
      `Det som återställdes är inte det som säkerhetskopian säger: ${other.map(([table]) => table).join(", ")}. Inget har lämnats kvar.`,
    );
}

/** What the migrations made is taken away again. */
async function empty(databaseUrl: string): Promise<void> {
  await connected(databaseUrl, async (client) => {
    const tables = await tablesOf(client);
    const schemas = new Set(tables.map(({ table }) => table.split(".")[0] as string));
    schemas.delete("public");
    // Left out of what is saved, and made by the migrations
    for (const name of Object.keys(NOT_BACKED_UP)) if (!name.includes(".")) schemas.add(name);
    for (const schema of schemas) await client.query(`drop schema if exists ${quotedPart(schema)} cascade`);
    for (const { table } of await tablesOf(client)) await client.query(`drop table ${quoted(table)} cascade`);
    for (const name of Object.keys(NOT_BACKED_UP))
      if (name.includes(".")) await client.query(`drop table if exists ${quoted(name)}`);
    for (const { sequence } of await sequencesOf(client))
      await client.query(`drop sequence ${quoted(sequence)}`);
  });
}

const connected = <T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(databaseUrl, work, { name: "tillit-restore" });
