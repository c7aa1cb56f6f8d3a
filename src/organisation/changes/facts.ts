import type { Tx } from "../../platform/database/door.ts";
import { nameOfBody } from "../rules/organisation.ts";
import { allBodies, personNames } from "../store.ts";
import type { HistoryEntry } from "./contract.ts";
import { gathered, HISTORY_TABLES, type HistoryOf, type ToldField, toldFields } from "./rules/history.ts";
import { isKeptBack, type Row } from "./rules/logged.ts";
import { changesOf } from "./store.ts";

/** So many rows of the log are read for a page of lines: many saves in a row become one. */
const ROWS_READ = 400;

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
  }: {
    readonly of: HistoryOf;
    readonly id: string;
    readonly before: number | undefined;
    readonly unread: (tx: Tx, row: Row) => Promise<boolean>;
  },
  most: number,
): Promise<{ entries: HistoryEntry[]; next: number | null }> {
  const rows = await changesOf(tx, { tables: HISTORY_TABLES[of], id, before }, ROWS_READ + 1);
  const nameOf = await personNames(tx);
  const bodies = await allBodies(tx);
  const named = (field: ToldField): ToldField => {
    const say = (value: string | null) => {
      if (value === null) return null;
      if (field.said === "person") return nameOf(value);
      return field.said === "body" ? nameOfBody(bodies, value) : value;
    };
    return { ...field, before: say(field.before), after: say(field.after) };
  };
  const read = rows.slice(0, ROWS_READ);
  const entries = [];
  for (const { before: was, after: is, ...change } of asRevised(read)) {
    const keptBack = isKeptBack(change.table) || (await unread(tx, is ?? was ?? {}));
    const fields = keptBack ? [] : toldFields(change.table, was, is).map(named);
    entries.push({ ...change, name: nameOf(change.person), fields });
  }
  const lines = gathered(entries);
  const shown = lines.slice(0, most);
  const rest = lines[most];
  // The next page begins under the last row of this one's last line: lines stand newest first, and each is a run of rows
  const next = rest ? rest.entry + 1 : rows.length > ROWS_READ ? (read.at(-1)?.entry ?? null) : null;
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
