import type { Tx } from "../../platform/database/door.ts";
import { nameOfBody } from "../rules/organisation.ts";
import { allBodies, personNames } from "../store.ts";
import type { HistoryEntry } from "./contract.ts";
import { gathered, HISTORY_TABLES, type HistoryOf, type ToldField, toldFields } from "./rules/history.ts";
import { isKeptBack, type Row } from "./rules/logged.ts";
import { changesOf } from "./store.ts";

/** So many rows of the log are read for a page of lines: many saves in a row become one. */
const ROWS_READ = 400;

type Unread = (tx: Tx, row: Row) => Promise<boolean>;
interface LoggedRow {
  readonly table: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * Tells of rows of the log what they made of what people know a thing by, people and bodies by their names; null where that is kept
 * back from the one who asks.
 */
export async function teller(
  tx: Tx,
  unread: Unread,
): Promise<(row: LoggedRow) => Promise<ToldField[] | null>> {
  const nameOf = await personNames(tx);
  const bodies = await allBodies(tx);
  const say = (said: ToldField["said"], value: string | null) => {
    if (value === null) return null;
    if (said === "person") return nameOf(value);
    return said === "body" ? nameOfBody(bodies, value) : value;
  };
  return async ({ table, before, after }) => {
    if (isKeptBack(table) || (await unread(tx, after ?? before ?? {}))) return null;
    return toldFields(table, before, after).map((field) => ({
      ...field,
      before: say(field.said, field.before),
      after: say(field.said, field.after),
    }));
  };
}

/**
 * What has happened to a thing, in words, the latest first: people and bodies by their names; what the one who asks does not read is told
 * without what it says.
 */
export async function historyOf(
  tx: Tx,
  {
    of,
    id,
    before,
    unread,
    read: rowsRead = ROWS_READ,
  }: {
    readonly of: HistoryOf;
    readonly id: string;
    readonly before: number | undefined;
    readonly unread: Unread;
    /** So many rows of the log are looked at. */
    readonly read?: number;
  },
  most: number,
): Promise<{ entries: HistoryEntry[]; next: number | null }> {
  const rows = await changesOf(tx, { tables: HISTORY_TABLES[of], id, before }, rowsRead + 1);
  const nameOf = await personNames(tx);
  const tell = await teller(tx, unread);
  const read = rows.slice(0, rowsRead);
  const entries = [];
  for (const row of asRevised(read)) {
    const { before: _was, after: _is, ...change } = row;
    entries.push({ ...change, name: nameOf(change.person), fields: (await tell(row)) ?? [] });
  }
  const lines = gathered(entries);
  const shown = lines.slice(0, most);
  const rest = lines[most];
  // The next page begins under the last row of this one's last line: lines stand newest first, and each is a run of rows
  const next = rest ? rest.entry + 1 : rows.length > rowsRead ? (read.at(-1)?.entry ?? null) : null;
  return { entries: shown.map(({ person: _person, what: _what, ...line }) => line), next };
}

type Logged = Awaited<ReturnType<typeof changesOf>>[number];
/** Tables in which what is written anew is a row of its own: what stood before is the row before it. */
const REVISED: readonly string[] = ["documents.governing_document", "documents.external_law"];

const asRevised = (rows: readonly Logged[]): readonly Logged[] =>
  rows.map((row, i) => {
    if (row.operation !== "insert" || !REVISED.includes(row.table)) return row;
    const earlier = rows.slice(i + 1).find((one) => one.table === row.table && one.after !== null);
    return earlier ? { ...row, operation: "update", before: earlier.after } : row;
  });
