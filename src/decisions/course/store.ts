import type { Day } from "../../kernel/day.ts";
import { addDays } from "../../kernel/day.ts";
import { readable } from "../../organisation/unread.ts";
import type { Tx } from "../../platform/database/door.ts";
import { placeOfThing } from "../rules/carried-on.ts";
import type { CourseEntry, CourseSort } from "./rules/course.ts";

type CourseTables = {
  "decisions.course": {
    municipality_id: string;
    thing: string;
    entry: number;
    sort: CourseSort;
    value: string;
    reason: string | null;
    written_by: string;
    valid_from: Day;
    valid_to: Day | null;
  };
};
/** The database numbers the entries. */
type CourseInput = {
  "decisions.course": Omit<CourseTables["decisions.course"], "entry">;
};
const tables = (tx: Tx) => tx.withTables<CourseTables>();

const entry = (row: CourseTables["decisions.course"]): CourseEntry => ({
  thing: row.thing,
  entry: row.entry,
  sort: row.sort,
  value: row.value,
  reason: row.reason,
  by: row.written_by,
  from: row.valid_from,
  to: row.valid_to,
});

/** What is written of a thing is of the matter that the thing is in, and as secret as that. */
const withSource = (row: CourseTables["decisions.course"]) => ({
  ...row,
  source: placeOfThing(row.thing)?.matter ?? row.thing,
});

/** All that has been written of some things, oldest first; later days' too. */
export async function entriesOf(tx: Tx, things: readonly string[]): Promise<CourseEntry[]> {
  if (things.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom("decisions.course")
    .selectAll()
    .where("thing", "in", things)
    .orderBy("valid_from")
    .orderBy("entry")
    .execute();
  return (await readable(tx, rows.map(withSource))).map(entry);
}

const MAX_ENTRIES = 100_000;

/** What holds on a day of every thing of which something is written, or of some alone, but for old notes, oldest first. */
export async function entriesOn(tx: Tx, day: Day, things?: readonly string[]): Promise<CourseEntry[]> {
  if (things?.length === 0) return [];
  let query = tables(tx)
    .selectFrom("decisions.course")
    .selectAll()
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]));
  if (things) query = query.where("thing", "in", things);
  const rows = await query.orderBy("valid_from").orderBy("entry").limit(MAX_ENTRIES).execute();
  return (await readable(tx, rows.map(withSource))).map(entry);
}

/** Writes an entry; a state, a day or an effect ends the one before it. A note stands beside the earlier ones. */
export async function writeEntry(
  tx: Tx,
  municipality: string,
  {
    things,
    ...written
  }: Omit<CourseEntry, "entry" | "to"> & {
    /** All of the thing's series: what is replaced may have been written under another year's name. */
    readonly things: readonly string[];
  },
): Promise<void> {
  if (written.sort !== "note")
    await tables(tx)
      .updateTable("decisions.course")
      .set({ valid_to: addDays(written.from, -1) })
      .where("thing", "in", things)
      .where("sort", "=", written.sort)
      .where("valid_to", "is", null)
      .execute();
  await tx
    .withTables<CourseInput>()
    .insertInto("decisions.course")
    .values({
      municipality_id: municipality,
      thing: written.thing,
      sort: written.sort,
      value: written.value,
      reason: written.reason,
      written_by: written.by,
      valid_from: written.from,
      valid_to: null,
    })
    .execute();
}
