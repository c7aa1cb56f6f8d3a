import { sql } from "kysely";
import { addDays, type Day } from "../kernel/day.ts";
import type { Holding } from "../platform/chapter.ts";
import type { Tx } from "../platform/database/door.ts";
import { followPosts, unplan } from "./follow-posts.ts";
import { type HoldingRow, type HoldingTables, writable } from "./holding-rows.ts";
import type { OrganisationTables } from "./store.ts";
import { readable } from "./unread.ts";

const tables = (tx: Tx) => tx.withTables<HoldingTables>();

/** Who has a thing from a day to a day: the one truth of the present owner (model R-2, §3.2). */
export interface Held {
  readonly source: string;
  readonly thing: string;
  /** "goal", "action", "document". */
  readonly what: string;
  readonly person: string;
  readonly body: string;
  readonly name: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Whom the decided content names. */
  readonly named: string;
  /** Who handed it over, when that was written, and why; null where the content put the person there. */
  readonly givenBy: string | null;
  readonly givenOn: Day | null;
  readonly reason: string | null;
  /** Whether it came to the person by itself, when a post ended. */
  readonly byItself: boolean;
  readonly href: string | null;
  /** What a mandate for it is about: "edit:body-goals". */
  readonly object: string;
  readonly year: number | null;
}

const held = (row: HoldingTables["organisation.holding"]): Held => ({
  source: row.source,
  thing: row.thing,
  what: row.what,
  person: row.person_id,
  body: row.body_id,
  name: row.name,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  named: row.named_id ?? row.person_id,
  givenBy: row.given_by,
  givenOn: row.given_on,
  reason: row.reason,
  byItself: row.after_post !== null,
  href: row.href,
  object: row.object,
  year: row.year,
});

/**
 * Notes who holds what of a source from a day on. What somebody no longer holds ends the day before; what is held on goes on
 * from when it began. A thing that has been handed over stays with whom it was handed to, unless the content now names somebody
 * else than it did; a transfer from a day after this one stands in any case. `kin`: the things of other sources that are one with
 * a thing, carried on from year to year: where the content names the same person there, it is still with whom it was handed to.
 */
export async function keepHoldings(
  tx: Tx,
  municipality: string,
  source: string,
  on: Day,
  holdings: readonly Holding[],
  kin: (thing: string) => readonly string[] = () => [],
): Promise<void> {
  // What was to come because a post ends is found anew, of those who are named now
  await unplan(tx, { sources: [source] }, on);
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("source", "=", source)
    .where("valid_to", "is", null)
    .execute();
  const present = new Map(rows.map((row) => [row.thing, row]));
  const begun: HoldingRow[] = [];
  for (const holding of holdings) {
    const { thing, person } = holding;
    const row = present.get(thing);
    present.delete(thing);
    if (row && goesOn(row, person, on)) {
      await touch(tx, row, holding);
      continue;
    }
    if (row) await end(tx, row, on);
    const before = row ? undefined : await heldOn(tx, kin(thing), on);
    const handed = before !== undefined && before.named === person && before.givenBy !== null;
    begun.push({
      municipality_id: municipality,
      source,
      thing,
      what: holding.what,
      person_id: handed ? before.person : person,
      body_id: holding.body,
      name: holding.name,
      valid_from: on,
      valid_to: null,
      named_id: handed ? person : null,
      given_by: handed ? before.givenBy : null,
      given_on: handed ? before.givenOn : null,
      reason: handed ? before.reason : null,
      href: holding.href ?? null,
      after_post: null,
      seen_on: null,
    });
  }
  for (const row of present.values()) await end(tx, row, on);
  if (begun.length > 0) await writable(tx).insertInto("organisation.holding").values(begun).execute();
  await followPosts(tx, { sources: [source] }, on, { orStay: true });
}

/** Whether a thing stays with whom it is when the content names a person. */
const goesOn = (row: HoldingRow, person: string, on: Day): boolean =>
  row.person_id === person || row.named_id === person || (row.given_by !== null && row.valid_from > on);

/** What the content says of a thing that is held on: whom it names, and what the thing is called. */
async function touch(tx: Tx, row: HoldingRow, { person, name, body, href }: Holding): Promise<void> {
  const named = row.person_id === person ? null : person;
  const next = { named_id: named, name, body_id: body, href: href ?? null };
  if (row.named_id === named && row.name === name && row.body_id === body && row.href === next.href) return;
  await writable(tx)
    .updateTable("organisation.holding")
    .set(next)
    .where("source", "=", row.source)
    .where("thing", "=", row.thing)
    .where("person_id", "=", row.person_id)
    .where("valid_from", "=", row.valid_from)
    .execute();
}

type At = Pick<HoldingRow, "source" | "thing" | "person_id" | "valid_from">;

/** Ends a holding the day before; one that began the same day never was. */
async function end(tx: Tx, at: At, on: Day): Promise<void> {
  if (at.valid_from >= on) {
    await writable(tx)
      .deleteFrom("organisation.holding")
      .where("source", "=", at.source)
      .where("thing", "=", at.thing)
      .where("person_id", "=", at.person_id)
      .where("valid_from", "=", at.valid_from)
      .execute();
    return;
  }
  await writable(tx)
    .updateTable("organisation.holding")
    .set({ valid_to: addDays(on, -1) })
    .where("source", "=", at.source)
    .where("thing", "=", at.thing)
    .where("person_id", "=", at.person_id)
    .where("valid_from", "=", at.valid_from)
    .execute();
}

/** All that is known of who has had some things, oldest first. */
export async function holdingsOf(tx: Tx, things: readonly string[]): Promise<Held[]> {
  if (things.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("thing", "in", things)
    .orderBy("valid_from")
    .orderBy("thing")
    .execute();
  return (await readable(tx, rows)).map(held);
}

/** What is held now of some things, and of what lies under them (a goal's indicators), with a transfer that is to come. */
export async function openUnder(tx: Tx, things: readonly string[]): Promise<Held[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("valid_to", "is", null)
    .where((where) =>
      where.or(
        things.flatMap((thing) => [
          where("thing", "=", thing),
          where(sql<boolean>`starts_with(thing, ${`${thing}/`})`, "=", true),
        ]),
      ),
    )
    .orderBy("thing")
    .execute();
  return (await readable(tx, rows)).map(held);
}

/** Who had any of some things on a day; the one that began last, where it is several. */
async function heldOn(tx: Tx, things: readonly string[], day: Day): Promise<Held | undefined> {
  const all = await holdingsOf(tx, things);
  return all.findLast((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
}

/** Notes that someone ceases to hold a thing, which goes on with nobody (a measure that is withdrawn). */
export async function endHoldings(tx: Tx, things: readonly string[], on: Day): Promise<void> {
  await unplan(tx, { things }, on);
  for (const one of await holdingsOf(tx, things))
    if (one.validTo === null)
      await end(
        tx,
        { source: one.source, thing: one.thing, person_id: one.person, valid_from: one.validFrom },
        on,
      );
}

export interface Transfer {
  /** The things that are handed over, each held by somebody now. */
  readonly things: readonly Held[];
  readonly to: string;
  readonly from: Day;
  readonly by: string;
  /** The day that it is written. */
  readonly on: Day;
  readonly reason: string;
}

/** Lets go of what was to come because a post ends, of some things: before one looks at who has them, to write who shall. */
export const forgetPlanned = (tx: Tx, things: readonly string[], today: Day): Promise<void> =>
  unplan(tx, { things }, today);

/** Hands things over from a day on; what is decided is left as it is. */
export async function handOver(tx: Tx, municipality: string, transfer: Transfer): Promise<void> {
  const { to, from, by, on, reason } = transfer;
  for (const one of transfer.things) {
    const at = { source: one.source, thing: one.thing, person_id: one.person, valid_from: one.validFrom };
    await end(tx, at, from);
    await writable(tx)
      .insertInto("organisation.holding")
      .values({
        municipality_id: municipality,
        source: one.source,
        thing: one.thing,
        what: one.what,
        person_id: to,
        body_id: one.body,
        name: one.name,
        valid_from: from,
        valid_to: null,
        named_id: one.named === to ? null : one.named,
        given_by: by,
        given_on: on,
        reason,
        href: one.href,
        after_post: null,
        seen_on: null,
      })
      .execute();
  }
  await followPosts(tx, { things: transfer.things.map(({ thing }) => thing) }, on, { orStay: true });
}

const MAX_ON_DAY = 20_000;

/** What is held on a day by those who have no post then: found in the database, as it is next to nothing of all there is. */
export async function holdingsWithoutPost(tx: Tx, day: Day): Promise<Held[]> {
  const rows = await tx
    .withTables<HoldingTables & Pick<OrganisationTables, "organisation.post">>()
    .selectFrom("organisation.holding as h")
    .selectAll("h")
    .where("h.valid_from", "<=", day)
    .where((where) => where.or([where("h.valid_to", "is", null), where("h.valid_to", ">=", day)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("organisation.post as p")
            .select("p.post_id")
            .whereRef("p.municipality_id", "=", "h.municipality_id")
            .whereRef("p.person_id", "=", "h.person_id")
            .where("p.valid_from", "<=", day)
            .where((where) => where.or([where("p.valid_to", "is", null), where("p.valid_to", ">=", day)])),
        ),
      ),
    )
    .orderBy("h.body_id")
    .orderBy("h.name")
    .limit(MAX_ON_DAY)
    .execute();
  return (await readable(tx, rows)).map(held);
}

/** What is held in some bodies on a day. */
export async function holdingsIn(tx: Tx, day: Day, bodies: readonly string[]): Promise<Held[]> {
  if (bodies.length === 0) return [];
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("body_id", "in", bodies)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("body_id")
    .orderBy("name")
    .limit(MAX_ON_DAY)
    .execute();
  return (await readable(tx, rows)).map(held);
}

/** Who has each thing of some sources (matters) on a day: to ask for all there is would read what nobody asked for, up to a bound. */
export async function holders(
  tx: Tx,
  day: Day,
  sources: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  if (sources.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("source", "in", sources)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("body_id")
    .orderBy("name")
    .limit(MAX_ON_DAY)
    .execute();
  return new Map((await readable(tx, rows)).map(held).map((one) => [one.thing, one]));
}

/** What is held of any day, by what a mandate for it is about ("body-goals"). */
export async function objectsHeld(tx: Tx): Promise<string[]> {
  const rows = await tables(tx).selectFrom("organisation.holding").select("object").distinct().execute();
  return rows.map(({ object }) => object);
}

const MAX_HELD = 2000;

/** What a person holds on a day, by body and name. */
export async function heldBy(tx: Tx, person: string, day: Day): Promise<Held[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("person_id", "=", person)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("body_id")
    .orderBy("name")
    .orderBy("thing")
    .limit(MAX_HELD)
    .execute();
  return (await readable(tx, rows)).map(held);
}

/** The things that a person holds on a day and may not read, since their sources are secret by law: which they are, and nothing more. */
export async function thingsUnread(tx: Tx, person: string, day: Day): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .select(["source", "thing"])
    .where("person_id", "=", person)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("thing")
    .limit(MAX_HELD)
    .execute();
  const seen = new Set((await readable(tx, rows)).map(({ thing }) => thing));
  return rows.map(({ thing }) => thing).filter((thing) => !seen.has(thing));
}

/** What has come to a person by itself, when posts ended, and has not been ticked off; by the post that ended ("": none was known). */
export async function takenOver(tx: Tx, person: string, day: Day): Promise<ReadonlyMap<string, Held[]>> {
  const rows = await tables(tx)
    .selectFrom("organisation.holding")
    .selectAll()
    .where("person_id", "=", person)
    .where("after_post", "is not", null)
    .where("seen_on", "is", null)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .orderBy("body_id")
    .orderBy("name")
    .orderBy("thing")
    .limit(MAX_HELD)
    .execute();
  const seen = await readable(tx, rows);
  return new Map(
    [...Map.groupBy(seen, ({ after_post }) => after_post ?? "")].map(([post, own]) => [post, own.map(held)]),
  );
}

/** Ticks off that a person has seen what came when a post ended. */
export async function tickTakenOver(
  tx: Tx,
  { person, post, day }: { readonly person: string; readonly post: string; readonly day: Day },
): Promise<void> {
  await writable(tx)
    .updateTable("organisation.holding")
    .set({ seen_on: day })
    .where("person_id", "=", person)
    .where("after_post", "=", post)
    .where("seen_on", "is", null)
    .where("valid_from", "<=", day)
    .execute();
}
