import type { Day } from "../../kernel/day.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import type { Tx } from "../../platform/database/door.ts";

type ChangeTable = {
  "organisation.people_change": {
    municipality_id: string;
    change_id: string;
    sort: "period" | "table";
    name: string;
    decision: string | null;
    first_day: Day;
    written_by: string;
    written_on: Day;
    added_people: string[];
    added_posts: string[];
    ended_posts: string[];
    ended_before: (Day | null)[];
    taken_back_by: string | null;
    taken_back_on: Day | null;
  };
};
const tables = (tx: Tx) => tx.withTables<ChangeTable>();

export interface StoredChange {
  readonly id: string;
  readonly sort: "period" | "table";
  readonly name: string;
  readonly decision: string | null;
  readonly firstDay: Day;
  readonly by: string;
  readonly on: Day;
  readonly addedPeople: readonly string[];
  readonly addedPosts: readonly string[];
  /** The posts that it ended, with the last days that they had before. */
  readonly ended: readonly { readonly post: string; readonly before: Day | null }[];
  readonly takenBack: { readonly by: string; readonly on: Day } | null;
}

/** Keeps what a change of many posts added and ended, and gives its id. */
export async function storeChange(
  tx: Tx,
  municipality: string,
  change: Omit<StoredChange, "id" | "takenBack">,
): Promise<string> {
  const id = lastingId("andring");
  await tables(tx)
    .insertInto("organisation.people_change")
    .values({
      municipality_id: municipality,
      change_id: id,
      sort: change.sort,
      name: change.name,
      decision: change.decision,
      first_day: change.firstDay,
      written_by: change.by,
      written_on: change.on,
      added_people: [...change.addedPeople],
      added_posts: [...change.addedPosts],
      ended_posts: change.ended.map(({ post }) => post),
      ended_before: change.ended.map(({ before }) => before),
      taken_back_by: null,
      taken_back_on: null,
    })
    .execute();
  return id;
}

const MOST_CHANGES = 200;

/** The changes that there are, or one of them; the latest first. */
export async function storedChanges(tx: Tx, only?: string): Promise<StoredChange[]> {
  let query = tables(tx)
    .selectFrom("organisation.people_change")
    .selectAll()
    .orderBy("written_on", "desc")
    .orderBy("change_id")
    .limit(MOST_CHANGES);
  if (only !== undefined) query = query.where("change_id", "=", only);
  return (await query.execute()).map((row) => ({
    id: row.change_id,
    sort: row.sort,
    name: row.name,
    decision: row.decision,
    firstDay: row.first_day,
    by: row.written_by,
    on: row.written_on,
    addedPeople: row.added_people,
    addedPosts: row.added_posts,
    ended: row.ended_posts.map((post, i) => ({ post, before: row.ended_before[i] ?? null })),
    takenBack:
      row.taken_back_on === null || row.taken_back_by === null
        ? null
        : { by: row.taken_back_by, on: row.taken_back_on },
  }));
}

export async function markTakenBack(
  tx: Tx,
  { change, by, on }: { readonly change: string; readonly by: string; readonly on: Day },
): Promise<void> {
  await tables(tx)
    .updateTable("organisation.people_change")
    .set({ taken_back_by: by, taken_back_on: on })
    .where("change_id", "=", change)
    .execute();
}
