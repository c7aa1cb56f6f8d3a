import { sql } from "kysely";
import { type Day, LAST_DAY, within } from "../kernel/day.ts";
import { dayText } from "../kernel/format.ts";
import { refuse } from "../kernel/problem.ts";
import type { Tx } from "../platform/database/door.ts";
import { NobodyTakesOver } from "./contract.ts";
import { type HoldingRow, writable } from "./holding-rows.ts";
import { nameOfBody, type Post } from "./rules/organisation.ts";
import { type Staff, type Turn, turnsOf } from "./rules/succession.ts";
import { allBodies, knownPeople, type OrganisationTables } from "./store.ts";

/** Which things: all of some sources, some by id, what some people have, or what came to somebody when some posts ended. */
export interface Which {
  readonly sources?: readonly string[];
  readonly things?: readonly string[];
  readonly people?: readonly string[];
  readonly posts?: readonly string[];
}

/** All rows of the things that are meant, where anybody has them on a day or later; oldest first. */
async function rowsOf(tx: Tx, { sources = [], things = [], people = [], posts = [] }: Which, since: Day) {
  if (sources.length + things.length + people.length + posts.length === 0) return [];
  const { rows } = await sql<HoldingRow>`
    select municipality_id, source, thing, what, person_id, body_id, name, valid_from, valid_to, named_id, given_by, given_on,
      reason, href, after_post, seen_on
    from organisation.holding
    where (source, thing) in (select source, thing from organisation.holding
      where (valid_to is null or valid_to >= ${since}::date)
        and (source = any(${sources}::text[]) or thing = any(${things}::text[]) or person_id = any(${people}::text[])
          or after_post = any(${posts}::text[])))
    order by source, thing, valid_from`.execute(tx);
  return rows;
}

const sameThing = (rows: readonly HoldingRow[]): HoldingRow[][] => [
  ...Map.groupBy(rows, ({ source, thing }) => `${source} ${thing}`).values(),
];

const keyed = ({ source, thing, person_id, valid_from }: HoldingRow) =>
  sql<boolean>`(source, thing, person_id, valid_from) = (${source}, ${thing}, ${person_id}, ${valid_from}::date)`;

/**
 * Of a thing's rows, oldest first, those that stand whatever posts end: what was to come by itself after a day is left out, and what
 * ended for it goes on.
 */
function standing(rows: readonly HoldingRow[], today: Day): HoldingRow[] {
  const kept: HoldingRow[] = [];
  for (const row of rows) {
    const last = kept.at(-1);
    if (row.after_post === null || row.valid_from <= today || !last) kept.push(row);
    else kept[kept.length - 1] = { ...last, valid_to: row.valid_to };
  }
  return kept;
}

/** Writes what differs between a thing's rows as they are stored and as they are to be. */
async function write(tx: Tx, before: readonly HoldingRow[], after: readonly HoldingRow[]): Promise<void> {
  const keyOf = (row: HoldingRow) => `${row.person_id} ${row.valid_from}`;
  const wanted = new Map(after.map((row) => [keyOf(row), row]));
  for (const row of before) {
    const next = wanted.get(keyOf(row));
    wanted.delete(keyOf(row));
    if (!next) await writable(tx).deleteFrom("organisation.holding").where(keyed(row)).execute();
    else if (next.valid_to !== row.valid_to || next.after_post !== row.after_post)
      await writable(tx)
        .updateTable("organisation.holding")
        .set({ valid_to: next.valid_to, after_post: next.after_post, reason: next.reason })
        .where(keyed(row))
        .execute();
  }
  if (wanted.size > 0)
    await writable(tx)
      .insertInto("organisation.holding")
      .values([...wanted.values()])
      .execute();
}

/** Lets go of what was to come because a post ends, after a day: whoever had it goes on having it. */
export async function unplan(tx: Tx, which: Which, today: Day): Promise<void> {
  for (const rows of sameThing(await rowsOf(tx, which, today))) {
    const after = standing(rows, today);
    if (after.length !== rows.length) await write(tx, rows, after);
  }
}

/** The one who writes, as the door has said it. */
async function writer(tx: Tx): Promise<string> {
  const { rows } = await sql<{ who: string }>`select current_setting('tillit.person', true) as who`.execute(
    tx,
  );
  return rows[0]?.who ?? "";
}

/** Of one thing who has it as it is stored, and as it is to be. */
export interface Followed {
  readonly before: readonly HoldingRow[];
  readonly after: readonly HoldingRow[];
  /** From which day nobody is left to have it, where it stays with whom it was. */
  readonly nobody?: Day | undefined;
}

interface Following {
  readonly staff: Staff;
  readonly today: Day;
  /** From which day it is looked at: what was before stays. */
  readonly since: Day;
  readonly by: string;
  /** Where nobody at all is left a thing stays with whom it is, instead of being refused. */
  readonly orStay?: boolean | undefined;
}

/**
 * Who is to have things when they follow the posts of `staff`: what somebody has by a post that ends goes the day after to whoever takes
 * over, to the end of time, as far as posts are known (model R-2). Writes nothing. Refuses where nobody is left.
 */
export async function following(
  tx: Tx,
  which: Which,
  { staff, today, since, by, orStay = false }: Following,
): Promise<Followed[]> {
  const posts = new Map(staff.people.flatMap((one) => one.posts.map((post) => [post.id, post] as const)));
  const postOf = (id: string) => posts.get(id);
  return sameThing(await rowsOf(tx, which, since)).map((before) => {
    let none: Day | undefined;
    const after = standing(before, today).flatMap((row) => {
      if (row.valid_to !== null && row.valid_to < since) return [row];
      const turns = turnsOf(staff, turnOf(row), postOf);
      const [nobody] = turns.filter(({ person }) => person === "");
      if (nobody && !orStay)
        refuse(NobodyTakesOver, { cite: "§3.2", params: { thing: row.name, from: nobody.from } });
      none ??= nobody?.from;
      // Where there is nobody at all, it stays with whoever had it last
      const some = nobody ? turns.slice(0, -1) : turns;
      const last = some.at(-1) ?? turnOf(row);
      return [...some.slice(0, -1), { ...last, to: row.valid_to }].map((turn, i) =>
        i === 0 && turn.person === row.person_id && turn.from === row.valid_from
          ? { ...row, valid_to: turn.to }
          : taken(row, turn, { by, today, why: whyTaken(staff, postOf(turn.after ?? "")) }),
      );
    });
    return { before, after, nobody: none };
  });
}

/** Lets things follow the posts as they are stored, on the municipality's own day. */
export async function followPosts(
  tx: Tx,
  which: Which,
  today: Day,
  { since = today, orStay }: Partial<Pick<Following, "since" | "orStay">> = {},
): Promise<void> {
  const stored = await rowsOf(tx, which, since);
  if (stored.length === 0 || (await allStay(tx, stored, since))) return;
  const staff: Staff = { people: await knownPeople(tx), bodies: await allBodies(tx, LAST_DAY) };
  const by = await writer(tx);
  for (const { before, after } of await following(tx, which, { staff, today, since, by, orStay }))
    await write(tx, before, after);
}

const turnOf = (row: HoldingRow) => ({
  person: row.person_id,
  from: row.valid_from,
  to: row.valid_to,
  body: row.body_id,
  ...(row.after_post === null ? {} : { after: row.after_post }),
});

/** In words, for whoever asks why a thing has come to somebody; a post is said by its title and not by who had it. */
const whyTaken = ({ bodies }: Staff, ended: Post | undefined): string =>
  ended?.validTo
    ? `Uppdraget ${ended.title}, ${nameOfBody(bodies, ended.body)}, slutade ${dayText(ended.validTo, "sv")}.`
    : "Den som hade ansvaret har inget uppdrag.";

const taken = (
  row: HoldingRow,
  { person, from, to, after }: Turn,
  { by, today, why }: { by: string; today: Day; why: string },
): HoldingRow => {
  const named = row.named_id ?? row.person_id;
  return {
    ...row,
    person_id: person,
    valid_from: from,
    valid_to: to,
    named_id: named === person ? null : named,
    given_by: by,
    given_on: today,
    reason: why,
    after_post: after ?? "",
    seen_on: null,
  };
};

/** Whether nothing of it can have left anybody: each has things by posts that go on, and none waits for its post to be filled. */
async function allStay(tx: Tx, rows: readonly HoldingRow[], since: Day): Promise<boolean> {
  if (rows.some(({ after_post }) => after_post !== null)) return false;
  const present = rows.filter(({ valid_to }) => valid_to === null || valid_to >= since);
  const people = [...new Set(present.map(({ person_id }) => person_id))];
  if (people.length === 0) return true;
  const posts = await tx
    .withTables<Pick<OrganisationTables, "organisation.post">>()
    .selectFrom("organisation.post")
    .select(["person_id", "valid_from", "valid_to"])
    .where("person_id", "in", people)
    .execute();
  return present.every(({ person_id, valid_from }) => {
    const own = posts.filter((post) => post.person_id === person_id);
    return (
      own.every(({ valid_to }) => valid_to === null) &&
      own.some((post) => within(valid_from, post.valid_from, post.valid_to))
    );
  });
}
