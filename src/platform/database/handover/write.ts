import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { quoted, quotedPart } from "../backup/catalogue.ts";
import type { Tx } from "../door.ts";
import {
  CONTENTS,
  type Contents,
  FORMAT,
  HEAD,
  LINKS,
  pieceName,
  READ_ME,
  tableFolder,
  VERSIONS,
} from "./format.ts";
import { readMe } from "./read-me.ts";
import { COLUMNS_LEFT_OUT, handedTables, NOT_HANDED_OVER } from "./tables.ts";
import { MAX_ENTRY_BYTES, tarEnd, tarEntry } from "./tar.ts";

/** A table's rows come so many at a time, and stand in files of about so many bytes. */
const ROWS_AT_ONCE = 500;
const PIECE_BYTES = 8_000_000;
/** For the tables of millions of rows: the order of their key is an index's, and each fetch is short. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** The chain of decisions, each part as its hash is taken over it. A chapter gives it. */
export interface ChainToHandOver {
  readonly links: readonly unknown[];
  readonly versions: readonly unknown[];
  readonly head: unknown;
}

export interface ToHandOver {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly release: string;
  readonly now: Date;
  readonly chain: (tx: Tx) => Promise<ChainToHandOver>;
  readonly signal: AbortSignal;
  /** Told after each table. */
  readonly onTable: (so: {
    readonly done: number;
    readonly of: number;
    readonly rows: number;
  }) => Promise<void>;
}

/** The archive of all that is a municipality's, piece by piece, read in the transaction that is given: one moment (`Door.read`). */
export async function* handoverText(tx: Tx, given: ToHandOver): AsyncGenerator<Buffer> {
  const { municipality, now, signal } = given;
  await sql`select set_config('statement_timeout', ${String(STATEMENT_TIMEOUT_MS)}, true)`.execute(tx);
  const files: Contents["files"] = [];
  const entry = (name: string, bytes: Buffer): Buffer => {
    if (bytes.length > MAX_ENTRY_BYTES) throw new Error(`too large a row to be handed over: ${name}`);
    files.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    return tarEntry(name, bytes, now);
  };
  yield entry(READ_ME, Buffer.from(readMe(municipality, now)));
  const found = await handedTables(tx);
  const tables: Contents["tables"] = [];
  let rows = 0;
  for (const { table, columns, key } of found) {
    signal.throwIfAborted();
    const counted = { rows: 0 };
    const names = columns.map(({ name }) => `t.${quotedPart(name)}`).join(", ");
    const order = key.length > 0 ? `order by ${key.map(quotedPart).join(", ")}` : "";
    const query = sql`select row_to_json(one)::text as line from (select ${sql.raw(names)} from ${sql.raw(quoted(table))} t
      where municipality_id = ${municipality.code} ${sql.raw(order)}) one`;
    yield* inPieces(tableFolder(table), counted, linesOf(tx, query, signal), entry);
    tables.push({ table, rows: counted.rows, columns: [...columns] });
    rows += counted.rows;
    await given.onTable({ done: tables.length, of: found.length, rows });
  }
  const { links, versions, head } = await given.chain(tx);
  const asLines = async function* (all: readonly unknown[]) {
    for (const one of all) yield JSON.stringify(one);
  };
  yield* inPieces(LINKS, { rows: 0 }, asLines(links), entry);
  yield* inPieces(VERSIONS, { rows: 0 }, asLines(versions), entry);
  yield entry(HEAD, Buffer.from(`${JSON.stringify(head ?? null)}\n`));
  const contents: Contents = {
    format: FORMAT,
    municipality,
    release: given.release,
    snapshotAt: now.toISOString(),
    files: [...files],
    tables,
    leftOut: {
      ...NOT_HANDED_OVER,
      ...Object.fromEntries(
        Object.entries(COLUMNS_LEFT_OUT).flatMap(([table, columns]) =>
          columns.map((column) => [
            `${table}.${column}`,
            "opens something, or is sealed under a key that stays",
          ]),
        ),
      ),
    },
  };
  yield entry(CONTENTS, Buffer.from(`${JSON.stringify(contents, null, 2)}\n`));
  yield tarEnd();
}

/** The lines of a query, a few rows at a time by a cursor: memory does not grow with the table. */
async function* linesOf(tx: Tx, query: RawBuilder<unknown>, signal: AbortSignal): AsyncGenerator<string> {
  await sql`declare handed no scroll cursor for ${query}`.execute(tx);
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(ROWS_AT_ONCE))} from handed`.execute(
      tx,
    );
    for (const { line } of rows) yield line;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close handed`.execute(tx);
}

/** Lines in files of a good size, numbered from one; no file where there are none. */
async function* inPieces(
  folder: string,
  counted: { rows: number },
  lines: AsyncIterable<string>,
  entry: (name: string, bytes: Buffer) => Buffer,
): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let number = 0;
  const piece = () => {
    const bytes = Buffer.concat(held);
    held = [];
    size = 0;
    number++;
    return entry(pieceName(folder, number), bytes);
  };
  for await (const line of lines) {
    const bytes = Buffer.from(`${line}\n`);
    held.push(bytes);
    size += bytes.length;
    counted.rows++;
    if (size >= PIECE_BYTES) yield piece();
  }
  if (held.length > 0) yield piece();
}
