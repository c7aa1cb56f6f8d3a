import { AsyncLocalStorage } from "node:async_hooks";
import { type Generated, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { ownValue } from "../../kernel/own-value.ts";
import { withUnread } from "../../organisation/unread.ts";
import type { Tx } from "../../platform/database/door.ts";
import { keptByNobody, remembered } from "../../platform/memory/memory.ts";
import { assignmentThing } from "../assignments/kind.ts";
import { placeOfMatter } from "../rules/kind.ts";
import { decidedOf, type Reads } from "../rules/reading.ts";
import type { SecrecyGround } from "../secrecy/rules/grounds.ts";
import type { VersionHead } from "./tables.ts";

type SecrecyTable = {
  "decisions.secrecy": {
    municipality_id: string;
    matter_id: string;
    entry: Generated<number>;
    ground: string;
    note: string;
    marked_by: string;
    marked_on: Day;
    ended_on: Day | null;
    ended_by: string | null;
    reason: string | null;
  };
};
/** What is asked of somebody in a matter's decision (`assignments/`): what is kept beside it is as secret as the matter. */
type AssignmentTable = { "decisions.assignment": { assignment_id: string; matter_id: string } };
const tables = (tx: Tx) => tx.withTables<SecrecyTable & AssignmentTable>();

/** A matter's marking while it stands. */
export interface Marking {
  readonly ground: SecrecyGround;
  readonly note: string;
  readonly by: string;
  readonly on: Day;
}

/** The municipality's markings that stand now, by matter: whatever day is read, what is secret today is not shown. */
export async function openMarkings(tx: Tx): Promise<ReadonlyMap<string, Marking>> {
  const rows = await remembered("secrecy", () =>
    tables(tx)
      .selectFrom("decisions.secrecy")
      .select(["matter_id", "ground", "note", "marked_by", "marked_on"])
      .where("ended_on", "is", null)
      .execute(),
  );
  return new Map(
    rows.map((row) => [
      row.matter_id,
      { ground: row.ground as SecrecyGround, note: row.note, by: row.marked_by, on: row.marked_on },
    ]),
  );
}

export async function storeMarking(
  tx: Tx,
  municipality: string,
  matter: string,
  { ground, note, by, on }: Marking,
): Promise<void> {
  await tables(tx)
    .insertInto("decisions.secrecy")
    .values({
      municipality_id: municipality,
      matter_id: matter,
      ground,
      note,
      marked_by: by,
      marked_on: on,
      ended_on: null,
      ended_by: null,
      reason: null,
    })
    .execute();
}

export async function endMarking(
  tx: Tx,
  matter: string,
  { by, on, reason }: { readonly by: string; readonly on: Day; readonly reason: string },
): Promise<void> {
  await tables(tx)
    .updateTable("decisions.secrecy")
    .set({ ended_on: sql<Day>`greatest(${on}::date, marked_on)`, ended_by: by, reason })
    .where("matter_id", "=", matter)
    .where("ended_on", "is", null)
    .execute();
}

/** Who reads in a request: what is marked is given to those who read it, and each opening is told. */
export interface SecretReader {
  readonly reads: (tx: Tx) => Promise<Reads>;
  readonly opened: (matter: string) => void;
}

const around = new AsyncLocalStorage<SecretReader>();

/** Does a request's work for the one who asks. Outside any request – jobs, the command line – everything is read whole. */
export const readingAs = <T>(reader: SecretReader, work: () => Promise<T>): Promise<T> =>
  around.run(reader, () => withUnread(unreadMatters, work));

/**
 * Of versions whose content is about to be read, those that the one who asks may read: every content passes here
 * (`contents.ts`). What is made of a marked matter, or without it, is kept for nobody else.
 */
export async function withoutSecret<V extends VersionHead>(
  tx: Tx,
  versions: readonly V[],
): Promise<readonly V[]> {
  const reader = around.getStore();
  if (!reader || versions.length === 0) return versions;
  const marked = await openMarkings(tx);
  if (!versions.some(({ matter }) => marked.has(matter.id))) return versions;
  keptByNobody();
  const reads = await reader.reads(tx);
  return versions.filter((version) => {
    if (!marked.has(version.matter.id)) return true;
    const read = reads(version);
    if (read) reader.opened(version.matter.id);
    return read;
  });
}

/** The marked matters that the one who asks does not read: what is kept beside their contents is not shown either. */
export async function unreadMatters(tx: Tx): Promise<ReadonlySet<string>> {
  const reader = around.getStore();
  const marked = await openMarkings(tx);
  if (!reader || marked.size === 0) return new Set();
  keptByNobody();
  const reads = await reader.reads(tx);
  const unread = [...marked.keys()].filter((id) => {
    const { kind = "", body = "" } = placeOfMatter(id) ?? {};
    return !reads(decidedOf({ id, kind, body }));
  });
  return new Set([...unread, ...(await givenIn(tx, unread)).keys()]);
}

/** All by which something of a marked matter is kept beside it, whoever reads: the matters, and the assignments given in them. */
export async function secretSources(tx: Tx): Promise<string[]> {
  const marked = [...(await openMarkings(tx)).keys()];
  return [...marked, ...(await givenIn(tx, marked)).keys()];
}

/** The assignments that were given in some matters, with the matter of each: by what is kept beside them. */
async function givenIn(tx: Tx, matters: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (matters.length === 0) return new Map();
  const rows = await remembered("assignments", () =>
    tables(tx).selectFrom("decisions.assignment").select(["assignment_id", "matter_id"]).execute(),
  );
  return new Map(
    rows
      .filter((row) => matters.includes(row.matter_id))
      .map((row) => [assignmentThing(row.assignment_id), row.matter_id]),
  );
}

/** Columns of tables that say of which matter, or of what in one, a row is. */
const OF_MATTER = ["matter_id", "source", "thing", "from_thing", "to_thing"];

/** Whether a row of any table is of a marked matter that the one who asks does not read; one who does has opened it. */
export async function isUnreadRow(tx: Tx, row: Readonly<Record<string, unknown>>): Promise<boolean> {
  const marked = await openMarkings(tx);
  if (marked.size === 0) return false;
  const given = await givenIn(tx, [...marked.keys()]);
  const named = OF_MATTER.flatMap((column) => {
    const value = ownValue(row, column);
    const id = typeof value === "string" ? (value.split(/[/@]/)[0] ?? "") : "";
    return given.get(id) ?? id;
  }).filter((id) => marked.has(id));
  if (named.length === 0) return false;
  const unread = await unreadMatters(tx);
  if (named.some((id) => unread.has(id))) return true;
  for (const id of named) around.getStore()?.opened(id);
  return false;
}
