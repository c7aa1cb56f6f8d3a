import type { z } from "zod";
import { addDays, type Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { type Followed, following } from "../follow-posts.ts";
import { managersOf } from "../rules/managers.ts";
import { type Body, nameOfBody, type Person, type Post, postsOn } from "../rules/organisation.ts";
import { knownPeople, nameSight, people, type Who, whoAsks } from "../store.ts";
import { addPerson, NoSuchPerson, NoSuchPost, type PersonView, type previewEnding } from "./contract.ts";
import type { Ending, PostOf } from "./store.ts";
import { contactOf, postsById } from "./store.ts";

/** Everybody, with who asks and what that one may: what people and posts are shown and changed by. */
export interface Ground {
  readonly who: Who;
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
  readonly today: Day;
  readonly language: "sv" | "en";
}

export async function ground(tx: Tx, ctx: Context): Promise<Ground> {
  const who = await whoAsks(tx, ctx);
  return { who, people: await people(tx), bodies: who.bodies, today: ctx.today, language: ctx.language };
}

/** The same, for who keeps people in order; refuses others. */
export async function keeping(tx: Tx, ctx: Context): Promise<Ground> {
  const found = await ground(tx, ctx);
  found.who.mustBy(addPerson);
  return found;
}

export function personIn({ people }: Pick<Ground, "people">, id: string): Person {
  const found = people.find((person) => person.id === id);
  if (!found || found.erasedOn !== undefined) refuse(NoSuchPerson, { params: { person: id } });
  return found;
}

export async function postIn(tx: Tx, id: string): Promise<PostOf> {
  const found = (await postsById(tx, [id])).get(id);
  if (!found) refuse(NoSuchPost, { params: { post: id } });
  return found;
}

/** A person with all posts, as the one who asks may see it. */
export async function personView(tx: Tx, ctx: Context, id: string): Promise<PersonView> {
  const of = await ground(tx, ctx);
  const person = of.people.find((one) => one.id === id);
  if (!person) refuse(NoSuchPerson, { params: { person: id } });
  const sees = await nameSight(tx, ctx);
  const managers = managersOf(of.people, of.bodies, id, ctx.today);
  const { who } = of;
  const may = who.mayBy(addPerson);
  const near = may.allowed || who.person?.id === id || managers.some((one) => one.id === who.person?.id);
  // What is held first, in the order of weight that all lists have; then what is to come and what has been, the newest first
  const held = postsOn(person, ctx.today);
  const place = (post: Post) => (held.includes(post) ? held.indexOf(post) : held.length);
  const actings = of.people.flatMap((one) =>
    one.posts.flatMap((post) => (post.actingFor === undefined ? [] : [{ person: one, post }])),
  );
  return {
    id,
    name: person.name,
    nameHidden: person.protectedIdentity === true && !sees(person),
    protectedIdentity: person.protectedIdentity === true,
    erasedOn: person.erasedOn ?? null,
    contact: near ? ((await contactOf(tx, id)) ?? null) : null,
    posts: person.posts
      .toSorted(
        (a, b) => place(a) - place(b) || (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0),
      )
      .map((post) => ({
        ...shownPost(post, of.bodies),
        actingFor: actedFor(post, of.people),
        actings: actings
          .filter((acting) => acting.post.actingFor === post.id)
          .map((acting) => ({
            post: acting.post.id,
            person: acting.person.id,
            name: acting.person.name,
            from: acting.post.validFrom,
            to: acting.post.validTo,
          })),
      })),
    managers: managers.map((one) => ({ id: one.id, name: one.name })),
    may,
    mayKnow: may.allowed || who.person?.id === id,
  };
}

const shownPost = (post: Post, bodies: readonly Body[]) => ({
  id: post.id,
  body: post.body,
  bodyName: nameOfBody(bodies, post.body),
  role: post.role,
  title: post.title,
  validFrom: post.validFrom,
  validTo: post.validTo,
  party: post.party ?? null,
  place: post.place ?? null,
  givenBy: post.givenBy ?? null,
});

function actedFor(post: Post, all: readonly Person[]): PersonView["posts"][number]["actingFor"] {
  if (post.actingFor === undefined) return null;
  for (const person of all) {
    const away = person.posts.find(({ id }) => id === post.actingFor);
    if (away) return { post: away.id, title: away.title, name: person.name };
  }
  return null;
}

/** Whose ends are looked at before anything is changed. */
const NAMES_SHOWN = 5;

/** What goes to whom if posts end so; nothing is written. */
export async function whatFollows(
  tx: Tx,
  of: Ground,
  endings: readonly (Ending & { readonly person: string })[],
): Promise<z.output<typeof previewEnding.returns>> {
  const ends = new Map(endings.map(({ post, on }) => [post, on]));
  const all = (await knownPeople(tx)).map((person) => ({
    ...person,
    posts: person.posts.flatMap((post) => {
      const on = ends.get(post.id);
      if (on === undefined) return [post];
      return on !== null && on < post.validFrom ? [] : [{ ...post, validTo: on }];
    }),
  }));
  const since = endings.flatMap(({ on }) => (on === null ? [] : [addDays(on, 1)])).toSorted()[0] ?? of.today;
  const followed = await following(
    tx,
    { people: endings.map(({ person }) => person) },
    {
      staff: { people: all, bodies: of.bodies },
      today: of.today,
      since: [since, of.today].toSorted()[0] as Day,
      by: of.who.person?.id ?? "",
    },
  );
  const leaving = new Set(endings.map(({ person }) => person));
  const to = Map.groupBy(
    followed.flatMap((one) => heirs(one, leaving)),
    ({ person, from }) => `${from} ${person}`,
  );
  const nameOf = (id: string) => of.people.find((person) => person.id === id)?.name ?? id;
  return {
    things: followed.filter((one) => heirs(one, leaving).length > 0).length,
    to: [...to.values()].map((things) => {
      const [first] = things as [Heir, ...Heir[]];
      return {
        person: first.person,
        name: nameOf(first.person),
        from: first.from,
        count: things.length,
        names: things.slice(0, NAMES_SHOWN).map(({ name }) => name),
      };
    }),
  };
}

interface Heir {
  readonly person: string;
  readonly from: Day;
  readonly name: string;
}

/** Who gets a thing directly after somebody who leaves, that did not have it already. */
const heirs = ({ before, after }: Followed, leaving: ReadonlySet<string>): Heir[] =>
  after.flatMap((row, i) => {
    const was = before.some((one) => one.person_id === row.person_id && one.valid_from === row.valid_from);
    return !was && leaving.has(after[i - 1]?.person_id ?? "")
      ? [{ person: row.person_id, from: row.valid_from, name: row.name }]
      : [];
  });

/** The posts of a person that have not ended on a day, as they end when that person leaves. */
export const endingsOf = (person: Person, on: Day): (Ending & { readonly person: string })[] =>
  person.posts
    .filter(({ validTo }) => validTo === null || validTo > on)
    .map((post) => ({ post: post.id, on, person: person.id }));

/** Whether a person is in office on a day. */
export const isThere = (person: Person, day: Day): boolean => postsOn(person, day).length > 0;
