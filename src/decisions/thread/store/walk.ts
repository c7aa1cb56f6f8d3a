import { sql } from "kysely";
import type { Day } from "../../../kernel/day.ts";
import type { Tie } from "../../../platform/chapter.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { unreadMatters } from "../../store/secrecy.ts";
import { THREAD_SORTS, type ThreadSort } from "../rules/sorts.ts";
import { type Sight, seenThing, seenTie } from "./sight.ts";
import { tables } from "./tables.ts";

/** A thing as it is kept. */
export interface StoredThing {
  readonly thing: string;
  readonly source: string;
  readonly what: ThreadSort;
  readonly body: string;
  readonly year: number | null;
  readonly name: string;
  readonly href: string;
  readonly agenda: readonly number[];
  readonly amountTkr: number | null;
}

/** A thing that hangs in another, or that another hangs in, with how. */
export interface Step extends StoredThing {
  readonly from: string;
  readonly to: string;
  readonly sort: string;
}

export type Row = Omit<StoredThing, "amountTkr"> & { readonly amountTkr: string | null };
export const plain = <R extends Row>(row: R) => ({
  ...row,
  amountTkr: row.amountTkr === null ? null : Number(row.amountTkr),
});

export const columns = sql`th.thing, th.source, th.what, th.body_id as body, th.year, th.name, th.href, th.agenda, th.amount_tkr as "amountTkr"`;
export const inOrder = sql`array_position(${[...THREAD_SORTS]}::text[], th.what), th.body_id, th.year, th.name, th.thing`;
const named = (things: readonly string[]) => sql`${[...things]}::text[]`;

/** The things from which one goes on, and those among them that have a year of their own. */
export interface Level {
  readonly ids: readonly string[];
  readonly dated: readonly string[];
}

/** The things of some ids that are seen. */
export async function thingsNamed(tx: Tx, sight: Sight, ids: readonly string[]): Promise<StoredThing[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select ${columns} from decisions.thread_thing th
    where th.thing = any(${named(ids)}) and ${seenThing("th", sight)}
    order by ${inOrder}`.execute(tx);
  return rows.map(plain);
}

/** The things of a sort that are seen, the newest first: visions, strategic goals. */
export async function thingsOf(tx: Tx, sight: Sight, what: ThreadSort): Promise<StoredThing[]> {
  const { rows } = await sql<Row>`
    select ${columns} from decisions.thread_thing th
    where th.what = ${what} and ${seenThing("th", sight)}
    order by th.year desc, ${inOrder} limit ${MAX_STANDING}`.execute(tx);
  return rows.map(plain);
}
const MAX_STANDING = 200;

/** What some things hang in. */
export async function above(tx: Tx, sight: Sight, { ids, dated }: Level, most: number): Promise<Step[]> {
  if (ids.length === 0) return [];
  const seen = seenThing("th", sight, { end: "t.from_thing", dated });
  const { rows } = await sql<Row & Omit<Step, keyof StoredThing>>`
    select ${columns}, t.from_thing as "from", t.to_thing as "to", t.sort
    from decisions.tie t
    join decisions.thread_thing th on th.municipality_id = t.municipality_id and th.thing = t.to_thing
    where t.from_thing = any(${named(ids)}) and ${seenTie("t", sight)} and ${seen}
    order by ${inOrder} limit ${most}`.execute(tx);
  return rows.map(plain);
}

/** What hangs in some things: of each so many, past so many. */
export async function below(
  tx: Tx,
  sight: Sight,
  { ids, dated }: Level,
  { take, skip = 0 }: { readonly take: number; readonly skip?: number },
): Promise<Step[]> {
  if (ids.length === 0) return [];
  const seen = seenThing("th", sight, { end: "t.to_thing", dated });
  const { rows } = await sql<Row & Omit<Step, keyof StoredThing>>`
    select * from (
      select ${columns}, t.from_thing as "from", t.to_thing as "to", t.sort,
        dense_rank() over (partition by t.to_thing order by ${inOrder}) as place
      from decisions.tie t
      join decisions.thread_thing th on th.municipality_id = t.municipality_id and th.thing = t.from_thing
      where t.to_thing = any(${named(ids)}) and ${seenTie("t", sight)} and ${seen}
    ) found
    where place > ${skip} and place <= ${skip + take}
    order by array_position(${named(ids)}, "to"), place`.execute(tx);
  return rows.map(plain);
}

/** How many different things hang in each of some. */
export async function countBelow(
  tx: Tx,
  sight: Sight,
  { ids, dated }: Level,
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const seen = seenThing("th", sight, { end: "t.to_thing", dated });
  const { rows } = await sql<{ thing: string; count: string }>`
    select t.to_thing as thing, count(distinct t.from_thing) as count
    from decisions.tie t
    join decisions.thread_thing th on th.municipality_id = t.municipality_id and th.thing = t.from_thing
    where t.to_thing = any(${named(ids)}) and ${seenTie("t", sight)} and ${seen}
    group by t.to_thing`.execute(tx);
  return new Map(rows.map(({ thing, count }) => [thing, Number(count)]));
}

const MAX_TIES = 2000;

/** What hangs on a thing, and what it hangs on, on a day. */
export async function tiesOf(tx: Tx, thing: string, day: Day): Promise<Tie[]> {
  const unread = await unreadMatters(tx);
  const rows = await tables(tx)
    .selectFrom("decisions.tie")
    .select(["from_thing", "to_thing", "sort"])
    .$if(unread.size > 0, (query) => query.where("source", "not in", [...unread]))
    .where((where) => where.or([where("from_thing", "=", thing), where("to_thing", "=", thing)]))
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("from_thing")
    .orderBy("to_thing")
    .limit(MAX_TIES)
    .execute();
  return rows.map((row) => ({ from: row.from_thing, to: row.to_thing, sort: row.sort }));
}
