import { createHash, hash } from "node:crypto";
import { z } from "zod";
import { ToldError } from "../../told.ts";

/**
 * A backup, once unpacked (gzip, and age where it has a password), is text in UTF-8, line by line, that a person can read and
 * other programs too:
 *
 *     TILLIT-BACKUP {…}      what it is: see Header
 *     COPY {"table":"decisions.version","columns":[…]}
 *     one row a line, as PostgreSQL's COPY writes text
 *     \.
 *     DONE {"rows":…,"sum":"…"}
 *     …                      and so on, a table at a time
 *     SEQUENCES [{"sequence":…,"value":…,"called":…}]
 *     END {"tables":…,"sha256":"…"}   of all that stands before this line
 *
 * A file that does not end in END has been cut off. A line is never a row and `\.` at once: COPY writes a backslash as two.
 */
export const FORMAT = 1;
const FIRST = "TILLIT-BACKUP ";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const QualifiedName = z.string().regex(/^[a-z_][a-z0-9_]{0,62}\.[a-z_][a-z0-9_]{0,62}$/);

export const Header = z.object({
  format: z.number().int().min(1),
  /** The program that wrote it. */
  release: z.string().max(100),
  /** "18.4" */
  postgres: z.string().max(100),
  /** The moment that it shows: everything committed before it, nothing after. */
  snapshotAt: z.iso.datetime(),
  migrations: z
    .array(z.object({ name: z.string().regex(/^\d{3}_[a-z0-9_]+\.sql$/), sha256: Sha256 }))
    .max(10_000),
  /** Of each municipality: how many decisions its chain has, and the hash that it ends in. */
  municipalities: z
    .array(
      z.object({ code: z.string().max(20), decisions: z.number().int().min(0), head: Sha256.nullable() }),
    )
    .max(10_000),
});
export type Header = z.infer<typeof Header>;

const TableStart = z.object({ table: QualifiedName, columns: z.array(Name).min(1).max(1600) });
export type TableStart = z.infer<typeof TableStart>;
/** `sum`: see RowSum. */
const TableEnd = z.object({ rows: z.number().int().min(0), sum: Sha256 });
export type TableEnd = z.infer<typeof TableEnd>;
const Sequence = z.object({
  sequence: QualifiedName,
  value: z.string().regex(/^-?\d{1,19}$/),
  called: z.boolean(),
});
export type Sequence = z.infer<typeof Sequence>;
const End = z.object({ tables: z.number().int().min(0), sha256: Sha256 });

/** What is wrong with a backup file, for the person who wants to restore it. */
export class BackupFault extends ToldError {}

const LINE_FEED = 0x0a;
const END_OF_ROWS = Buffer.from("\\.");

/**
 * A sum of a table's rows that does not depend on their order, which PostgreSQL promises nothing about: the SHA-256 of each
 * row's line, added as eight numbers of 32 bits. It tells that two tables hold the same rows, and is no proof against one who
 * would make another table with the same sum: the chain of decisions is.
 */
export class RowSum {
  private readonly lanes = new Uint32Array(8);
  private left: Buffer[] = [];
  rows = 0;

  /** Takes bytes of COPY's text as they come, cut anywhere. */
  take(bytes: Buffer): void {
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      const last = bytes.subarray(from, end);
      this.add(this.left.length === 0 ? last : Buffer.concat([...this.left, last]));
      this.left = [];
      from = end + 1;
    }
    if (from < bytes.length) this.left.push(Buffer.from(bytes.subarray(from)));
  }

  private add(row: Buffer): void {
    const sum = hash("sha256", row, "buffer");
    for (let lane = 0; lane < 8; lane++)
      this.lanes[lane] = (this.lanes[lane] as number) + sum.readUInt32BE(lane * 4);
    this.rows++;
  }

  result(): TableEnd {
    if (this.left.length > 0) throw new Error("a row without an end");
    const sum = [...this.lanes].map((lane) => lane.toString(16).padStart(8, "0")).join("");
    return { rows: this.rows, sum };
  }
}

export interface TableToWrite extends TableStart {
  /** Its rows as COPY writes them, cut anywhere. */
  rows(): AsyncIterable<Buffer>;
}

export interface Written {
  readonly tables: number;
  readonly rows: number;
}

/** The whole text of a backup, piece by piece. `sequences` is asked when the tables have been read. Gives what was written. */
export async function* backupText(
  header: Header,
  tables: AsyncIterable<TableToWrite>,
  sequences: () => Promise<readonly Sequence[]>,
): AsyncGenerator<Buffer, Written> {
  const all = createHash("sha256");
  const counted = (bytes: Buffer) => {
    all.update(bytes);
    return bytes;
  };
  const line = (word: string, value: unknown) => counted(Buffer.from(`${word}${JSON.stringify(value)}\n`));
  let count = 0;
  let rows = 0;
  yield line(FIRST, header);
  for await (const { table, columns, rows: read } of tables) {
    const sum = new RowSum();
    yield line("COPY ", { table, columns });
    for await (const bytes of read()) {
      sum.take(bytes);
      yield counted(bytes);
    }
    yield counted(Buffer.from("\\.\n"));
    yield line("DONE ", sum.result());
    count++;
    rows += sum.rows;
  }
  yield line("SEQUENCES ", await sequences());
  yield Buffer.from(`END ${JSON.stringify({ tables: count, sha256: all.digest("hex") })}\n`);
  return { tables: count, rows };
}

/** What a backup holds, in its order. `rows` are whole lines, as many as came at once. */
export type Part =
  | { readonly part: "header"; readonly header: Header }
  | { readonly part: "table"; readonly start: TableStart }
  | { readonly part: "rows"; readonly bytes: Buffer }
  | { readonly part: "table-end"; readonly end: TableEnd }
  | { readonly part: "sequences"; readonly sequences: readonly Sequence[] };

/** A row is at most what PostgreSQL can hold in one; a line of another sort is far shorter. */
const MAX_LINE_BYTES = 1_100_000_000;
const MAX_WORD_LINE_BYTES = 10_000_000;

const BROKEN = "Säkerhetskopian är skadad";
const CUT_OFF = "Säkerhetskopian är avkortad: slutet saknas. Använd en annan kopia";

/**
 * Reads a backup's text, and checks it: the order, each table's rows against its sum, and the whole against END. Throws
 * BackupFault; what was read before the fault has been given already.
 */
export async function* readBackup(text: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  const all = createHash("sha256");
  let state: "header" | "tables" | "rows" | "table-end" | "end" | "after" = "header";
  let sum = new RowSum();
  let tables = 0;
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of text) {
    const bytes = left.length === 0 ? chunk : Buffer.concat([left, chunk]);
    let from = 0;
    while (from < bytes.length) {
      if (state === "rows") {
        const { until, ended } = rowsIn(bytes, from);
        if (until > from) {
          const rows = bytes.subarray(from, until);
          all.update(rows);
          sum.take(rows);
          yield { part: "rows", bytes: rows };
        }
        from = until;
        if (!ended) break;
        all.update("\\.\n");
        from += END_OF_ROWS.length + 1;
        state = "table-end";
        continue;
      }
      const end = bytes.indexOf(LINE_FEED, from);
      if (end === -1) break;
      const raw = bytes.subarray(from, end + 1);
      const line = raw.toString("utf8", 0, raw.length - 1);
      from = end + 1;
      if (state === "after")
        throw new BackupFault(`${BROKEN}: något står efter slutet. Använd en annan kopia.`);
      if (state === "end" && line.startsWith("END ")) {
        const told = parsed(End, line.slice(4));
        if (told.tables !== tables || told.sha256 !== all.digest("hex"))
          throw new BackupFault(
            `${BROKEN}: innehållet stämmer inte med sin kontrollsumma. Använd en annan kopia.`,
          );
        state = "after";
        continue;
      }
      all.update(raw);
      if (state === "header") {
        yield { part: "header", header: headerIn(line) };
        state = "tables";
      } else if (state === "tables" && line.startsWith("COPY ")) {
        yield { part: "table", start: parsed(TableStart, line.slice(5)) };
        sum = new RowSum();
        state = "rows";
      } else if (state === "tables" && line.startsWith("SEQUENCES ")) {
        yield { part: "sequences", sequences: parsed(z.array(Sequence), line.slice(10)) };
        state = "end";
      } else if (state === "table-end" && line.startsWith("DONE ")) {
        const told = parsed(TableEnd, line.slice(5));
        const found = sum.result();
        if (told.rows !== found.rows || told.sum !== found.sum)
          throw new BackupFault(
            `${BROKEN}: en tabells rader stämmer inte med sin summa. Använd en annan kopia.`,
          );
        tables++;
        yield { part: "table-end", end: told };
        state = "tables";
      } else
        throw new BackupFault(`${BROKEN}: en rad är något annat än den ska vara. Använd en annan kopia.`);
    }
    left = from === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(from));
    if (left.length > (state === "rows" ? MAX_LINE_BYTES : MAX_WORD_LINE_BYTES))
      throw new BackupFault(
        state === "header"
          ? NOT_OURS
          : `${BROKEN}: en rad är längre än någon kan vara. Använd en annan kopia.`,
      );
  }
  if (state === "header") throw new BackupFault(NOT_OURS);
  if (state !== "after" || left.length > 0) throw new BackupFault(`${CUT_OFF}.`);
}

const NOT_OURS = "Filen är ingen säkerhetskopia från Tillit.";

/** How far whole rows go from a place, and whether the table's end stands there. */
function rowsIn(bytes: Buffer, start: number): { until: number; ended: boolean } {
  let until = start;
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, until);
    if (end === -1) return { until, ended: false };
    if (end - until === END_OF_ROWS.length && bytes.subarray(until, end).equals(END_OF_ROWS))
      return { until, ended: true };
    until = end + 1;
  }
}

function headerIn(line: string): Header {
  if (!line.startsWith(FIRST)) throw new BackupFault(NOT_OURS);
  const format = parsed(z.object({ format: z.number() }), line.slice(FIRST.length)).format;
  if (format > FORMAT)
    throw new BackupFault(
      `Säkerhetskopian har format ${format}, och den här versionen av Tillit läser högst ${FORMAT}: uppgradera Tillit och försök igen.`,
    );
  return parsed(Header, line.slice(FIRST.length));
}

function parsed<T>(shape: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const read = shape.safeParse(value);
  if (!read.success) throw new BackupFault(`${BROKEN}: en rad går inte att läsa. Använd en annan kopia.`);
  return read.data;
}
