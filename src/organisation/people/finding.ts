import type { z } from "zod";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { nearestManagers } from "../rules/managers.ts";
import { type Body, nameOfBody, type Person, type Post, postsOn } from "../rules/organisation.ts";
import { allBodies, knownPeople, people } from "../store.ts";
import {
  addPerson,
  type findPeople,
  type listRegister,
  MOST_FOUND,
  type namePeople,
  PEOPLE_A_PAGE,
} from "./contract.ts";
import { ground, isThere } from "./facts.ts";
import { byName, type Findable, findable, found, ownFirst, titleOn } from "./rules/finding.ts";

/**
 * Those with posts that are meant, by name. It is made once of all whose names are told to everybody; who has a protected identity is
 * put in by what the one who asks may call that person. `meant`: what tells one choice of posts from others.
 */
async function findableOf(
  tx: Tx,
  bodies: readonly Body[],
  meant: string,
  postsOf: (person: Person) => readonly Post[],
): Promise<readonly Findable[]> {
  const open = openFindable(await knownPeople(tx), bodies, meant, postsOf);
  const kept = (await people(tx)).filter(({ protectedIdentity }) => protectedIdentity);
  return kept.length === 0 ? open : byName([...open, ...findable(kept, bodies, postsOf)]);
}

interface Gathered {
  readonly bodies: readonly Body[];
  readonly byMeaning: Map<string, readonly Findable[]>;
}
/** Gathered once of people that are remembered, and gone with them: as much as they take themselves is not remembered beside them. */
const gathered = new WeakMap<readonly Person[], Gathered>();
const MOST_MEANINGS = 8;

function openFindable(
  all: readonly Person[],
  bodies: readonly Body[],
  meant: string,
  postsOf: (person: Person) => readonly Post[],
): readonly Findable[] {
  const before = gathered.get(all);
  const own =
    before?.bodies === bodies ? before : { bodies, byMeaning: new Map<string, readonly Findable[]>() };
  gathered.set(all, own);
  const known = own.byMeaning.get(meant);
  if (known) return known;
  if (own.byMeaning.size >= MOST_MEANINGS) own.byMeaning.clear();
  const made = findable(
    all.filter(({ protectedIdentity }) => !protectedIdentity),
    bodies,
    postsOf,
  );
  own.byMeaning.set(meant, made);
  return made;
}

/** Who can be responsible on a day, by what is written: those whose body it is come first. */
export async function foundFor(
  tx: Tx,
  ctx: Context,
  { q = "", body, on = ctx.today, above }: z.output<NonNullable<typeof findPeople.query>>,
): Promise<z.output<typeof findPeople.returns>> {
  const bodies = await allBodies(tx);
  const over = above === undefined ? undefined : await overLeader(tx, bodies, above, on);
  const all = found(await findableOf(tx, bodies, `on ${on}`, (person) => postsOn(person, on)), q);
  const meant = over ? all.filter(({ person }) => over.has(person.id)) : all;
  const inOrder = body === undefined ? meant : ownFirst(meant, bodies, body);
  return {
    people: inOrder.slice(0, MOST_FOUND).map(({ person }) => ({
      id: person.id,
      name: person.name,
      ...titleOn(person, bodies, on),
    })),
    more: inOrder.length > MOST_FOUND,
  };
}

/** More people than these of one search nobody looks through. */
const MOST_SEARCHED = 100;

/** Those in office on a day who have all the words in name, post or body. Whoever has a protected identity is found by nobody here. */
export async function peopleFound(
  tx: Tx,
  bodies: readonly Body[],
  day: Day,
  words: readonly string[],
): Promise<{ id: string; name: string; title: string; body: string; bodyName: string }[]> {
  const open = openFindable(await knownPeople(tx), bodies, `on ${day}`, (person) => postsOn(person, day));
  return found(open, words.join(" "))
    .slice(0, MOST_SEARCHED)
    .map(({ person, posts }) => ({
      id: person.id,
      name: person.name,
      body: posts[0]?.body ?? "",
      ...titleOn(person, bodies, day),
    }));
}

/** Who stands over the one who leads a body, or leads those who work for it. */
async function overLeader(
  tx: Tx,
  bodies: readonly Body[],
  body: string,
  day: Day,
): Promise<ReadonlySet<string>> {
  const all = await knownPeople(tx);
  const [leader] = nearestManagers(all, bodies, { body, day });
  return new Set(nearestManagers(all, bodies, { body, day, except: leader?.id }).map(({ id }) => id));
}

/** What people are called, by their ids; those who are not known are left out. */
export async function named(
  tx: Tx,
  ctx: Context,
  ids: readonly string[],
): Promise<z.output<typeof namePeople.returns>> {
  const wanted = new Set(ids);
  return (await people(tx))
    .filter(({ id }) => wanted.has(id))
    .map((person) => ({ id: person.id, name: person.name, inOffice: isThere(person, ctx.today) }));
}

/** Posts by whether they are held on a day, are to come, or have been. */
const postsShown =
  (who: z.output<NonNullable<typeof listRegister.query>>["who"], day: Day) =>
  (person: Person): readonly Post[] => {
    if (person.erasedOn !== undefined) return [];
    const now = postsOn(person, day);
    if (who === "now") return now;
    const coming = person.posts.filter(({ validFrom }) => validFrom > day);
    if (who === "coming") return coming;
    return now.length + coming.length > 0
      ? []
      : person.posts.filter(({ validTo }) => validTo !== null && validTo < day);
  };

/** A page of the people that are asked for. Those who have left, or are to come, are shown to who keeps people in order. */
export async function registerPage(
  tx: Tx,
  ctx: Context,
  query: z.output<NonNullable<typeof listRegister.query>>,
): Promise<z.output<typeof listRegister.returns>> {
  const of = await ground(tx, ctx);
  const may = of.who.mayBy(addPerson);
  const who = may.allowed ? query.who : "now";
  const shown = postsShown(who, ctx.today);
  const all = found(await findableOf(tx, of.bodies, `${who} ${ctx.today}`, shown), query.q ?? "").filter(
    ({ posts }) =>
      posts.some(
        (post) =>
          (query.body === undefined || post.body === query.body) &&
          (query.role === undefined || post.role === query.role),
      ),
  );
  const first = (query.page - 1) * PEOPLE_A_PAGE;
  return {
    people: all.slice(first, first + PEOPLE_A_PAGE).map(({ person, posts }) => ({
      id: person.id,
      name: person.name,
      posts: posts.map((post) => ({
        title: post.title,
        body: post.body,
        bodyName: nameOfBody(of.bodies, post.body),
        role: post.role,
        party: post.party ?? null,
        acting: post.actingFor !== undefined,
      })),
      day: dayOf(who, posts),
      protectedIdentity: person.protectedIdentity === true,
    })),
    total: all.length,
    pages: Math.max(1, Math.ceil(all.length / PEOPLE_A_PAGE)),
    may,
  };
}

/** The last day of those who have left, the first of those who are to come. */
function dayOf(who: "now" | "coming" | "former", posts: readonly Post[]): Day | null {
  if (who === "coming") return posts.map(({ validFrom }) => validFrom).toSorted()[0] ?? null;
  return who === "former"
    ? (posts
        .flatMap(({ validTo }) => validTo ?? [])
        .toSorted()
        .at(-1) ?? null)
    : null;
}
