import type { Day } from "../../kernel/day.ts";
import { type Held, holdingsOf, holdingsWithoutPost, takenOver } from "../../organisation/holdings.ts";
import { managersOf, nearestManagers } from "../../organisation/rules/managers.ts";
import type { MayAnswer } from "../../organisation/rules/may.ts";
import { nameOfBody, type Person, postsOn } from "../../organisation/rules/organisation.ts";
import { allBodies, allowed, people, type Who, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { allSeries, type Series } from "../store/carried-on.ts";
import { type Course, courseOf, isAnewEachYear, livesOn, NO_COURSE } from "./rules/course.ts";
import { entriesOn } from "./store.ts";
import { words } from "./words.ts";

/** How every thing, or some alone, stand on a day, by id and what it is; of one that nothing is written of, nothing is known. */
export async function coursesOn(
  tx: Tx,
  day: Day,
  things?: readonly string[],
): Promise<(thing: string, what: string) => Course> {
  const series = await allSeries(tx);
  const asked = things?.flatMap((thing) => [thing, ...series.things(series.of(thing))]);
  const all = await entriesOn(tx, day, asked);
  const bySeries = Map.groupBy(all, ({ thing }) => series.of(thing));
  const byThing = Map.groupBy(all, ({ thing }) => thing);
  return (thing, what) => {
    const entries = isAnewEachYear(what) ? byThing.get(thing) : bySeries.get(series.of(thing));
    return entries ? courseOf(entries, day) : NO_COURSE;
  };
}

/** How some things stand on a day that are done anew each year; nothing is read of any other. */
export async function coursesOfYear(
  tx: Tx,
  day: Day,
  things: readonly string[],
): Promise<(thing: string) => Course> {
  const byThing = Map.groupBy(await entriesOn(tx, day, things), ({ thing }) => thing);
  return (thing) => {
    const entries = byThing.get(thing);
    return entries ? courseOf(entries, day) : NO_COURSE;
  };
}

/** The things that share a course with one: the same in other years, but for what is done anew each year. */
export const sharingCourse = (series: Series, thing: string, what: string): readonly string[] =>
  isAnewEachYear(what) ? [thing] : series.things(series.of(thing));

const CITE = "§3.2";

/** What is known of those who ask of and look after things; read once, used for every thing. */
export interface Tending {
  readonly who: Who;
  readonly people: readonly Person[];
  readonly today: Day;
  readonly ctx: Context;
}
export const tending = async (tx: Tx, ctx: Context): Promise<Tending> => ({
  who: await whoAsks(tx, ctx),
  people: await people(tx),
  today: ctx.today,
  ctx,
});

/** Whom to ask about a thing whose owner has left: the nearest managers where it belongs. */
export const toAsk = ({ who, people, today }: Tending, body: string): Person[] =>
  nearestManagers(people, who.bodies, { body, day: today });

/**
 * Who may hand a thing over and write how it goes: its owner, the owner's nearest manager (the body's, where the owner has left), and
 * who has the mandate to prepare the matter that it belongs to. A "no" names them all.
 */
export function mayTend(of: Tending, one: Pick<Held, "person" | "body" | "object">): MayAnswer {
  const { who, people, today } = of;
  const owner = people.find(({ id }) => id === one.person);
  const there = owner !== undefined && postsOn(owner, today).length > 0;
  const managers = there ? managersOf(people, who.bodies, one.person, today) : toAsk(of, one.body);
  const asks = who.person;
  const [post] = asks ? postsOn(asks, today) : [];
  if (asks && post) {
    const because =
      asks.id === one.person ? "owner" : managers.some(({ id }) => id === asks.id) ? "manager" : undefined;
    if (because)
      return {
        allowed: true,
        mandate: because,
        source: words(of.ctx)[because],
        cite: CITE,
        post: post.id,
      };
  }
  const answer = who.may(`edit:${one.object}`, one.body);
  if (answer.allowed) return answer;
  const names = [...(there ? [owner.name] : []), ...managers.map(({ name }) => name)];
  return { ...answer, cite: CITE, ask: [...new Set([...names, ...answer.ask])].slice(0, MAX_ASK) };
}
const MAX_ASK = 8;

/** Refuses with the reason and who may, where the one who asks may not look after a thing. */
export function mustTend(of: Tending, one: Pick<Held, "person" | "body" | "object" | "name">): void {
  allowed(mayTend(of, one), { action: `edit:${one.object}`, body: one.body, bodies: of.who.bodies });
}

/** Who has had a thing, itself or as it was called other years, and its series. */
export async function thingIn(
  tx: Tx,
  thing: string,
): Promise<{ readonly held: readonly Held[]; readonly series: Series }> {
  const series = await allSeries(tx);
  return { held: await holdingsOf(tx, series.things(series.of(thing))), series };
}

/** Who has a thing on a day: in its own matter, or, where that has none, where it was decided last. */
export function holderOn(held: readonly Held[], thing: string, day: Day): Held | undefined {
  const then = held.filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo >= day));
  return then.findLast((one) => one.thing === thing) ?? then.at(-1);
}

export interface Ownerless extends Held {
  readonly ask: readonly Person[];
}

/** What is held by somebody who has no post on the day, with whom to ask (model R-2: nothing is ownerless). */
export async function ownerless(tx: Tx, ctx: Context): Promise<Ownerless[]> {
  const without = await holdingsWithoutPost(tx, ctx.today);
  if (without.length === 0) return [];
  const of = await tending(tx, ctx);
  const course = await coursesOn(tx, ctx.today);
  return without
    .filter((one) => livesOn(one, course(one.thing, one.what).state, ctx.today))
    .map((one) => ({ ...one, ask: toAsk(of, one.body) }));
}

/** What has come to somebody when a post ended, with the post and whose it was; what is over is nobody's to see to. */
export interface TakenOver {
  readonly post: string;
  readonly title: string;
  readonly bodyName: string;
  readonly name: string;
  readonly until: Day | null;
  readonly things: readonly Held[];
}

/** What the one who asks has taken over and not ticked off, what came last first. */
export async function takenOverBy(tx: Tx, ctx: Context): Promise<TakenOver[]> {
  if (ctx.personId === undefined) return [];
  const byPost = await takenOver(tx, ctx.personId, ctx.today);
  if (byPost.size === 0) return [];
  const course = await coursesOn(tx, ctx.today);
  const bodies = await allBodies(tx);
  const all = (await people(tx)).flatMap((person) => person.posts.map((post) => ({ person, post })));
  return [...byPost]
    .map(([id, held]) => {
      const ended = all.find(({ post }) => post.id === id);
      return {
        post: id,
        title: ended?.post.title ?? "",
        bodyName: ended ? nameOfBody(bodies, ended.post.body) : "",
        name: ended?.person.name ?? "",
        until: ended?.post.validTo ?? null,
        things: held.filter((one) => livesOn(one, course(one.thing, one.what).state, ctx.today)),
      };
    })
    .filter(({ things }) => things.length > 0)
    .sort((a, b) => (b.until ?? "").localeCompare(a.until ?? ""));
}
