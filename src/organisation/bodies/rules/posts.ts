import { addDays, type Day } from "../../../kernel/day.ts";
import { takenBy } from "../../people/rules/posts.ts";
import { type Body, canBeHeld, type Person, type Post } from "../../rules/organisation.ts";
import type { Ended } from "./reorganise.ts";

/** A post in a body that ends, with whose it is. */
export interface HeldPostInBody extends Post {
  readonly person: string;
}

/** Why a post can't follow to the body that takes over. */
export const LEFT_BECAUSE = ["not-held-there", "taken", "has-it"] as const;
type LeftBecause = (typeof LEFT_BECAUSE)[number];

/** What becomes of a post in a body that ends (model ). */
export interface PostTurn {
  readonly post: HeldPostInBody;
  /** As it goes on, in the body that goes on with what its own was; undefined: it ends the day before. */
  readonly next: Omit<HeldPostInBody, "id"> | undefined;
  /**
   * Why one that was to follow ends all the same: nobody can hold it in the other body; somebody has it there; the one whose it is
   * has it there already.
   */
  readonly because: LeftBecause | undefined;
  /** Who has it there. */
  readonly taker: string | undefined;
}

/**
 * What becomes of the posts in bodies that end, each after the one before it: they follow where they can be held, and where one alone
 * can have them and somebody has, they end. `posts`: those held on the day or later. `people`: those who hold any in the bodies that
 * go on.
 */
export function postTurns(
  posts: readonly HeldPostInBody[],
  {
    ended,
    after,
    people,
    day,
  }: {
    readonly ended: readonly Ended[];
    readonly after: readonly Body[];
    readonly people: readonly Person[];
    readonly day: Day;
  },
): PostTurn[] {
  const follows = new Map(ended.map(({ body, to, posts: what }) => [body, what === "follow" ? to : null]));
  const bodies = new Map(after.map((body) => [body.id, body]));
  const there = new Map(people.map(({ id, name, posts: own }) => [id, { id, name, posts: [...own] }]));
  const turns = posts.map((post): PostTurn => {
    const to = follows.get(post.body);
    const into = to ? bodies.get(to) : undefined;
    if (!into) return { post, next: undefined, because: undefined, taker: undefined };
    const { id: _id, ...rest } = post;
    const next = { ...rest, body: into.id, validFrom: post.validFrom < day ? day : post.validFrom };
    if (!canBeHeld(post.role, into))
      return { post, next: undefined, because: "not-held-there", taker: undefined };
    const other = takenBy(next, [...there.values()]);
    if (other)
      return {
        post,
        next: undefined,
        because: other.person.id === post.person ? "has-it" : "taken",
        taker: other.person.name,
      };
    const own = there.get(post.person) ?? { id: post.person, name: post.person, posts: [] };
    own.posts.push({ ...next, id: post.id });
    there.set(post.person, own);
    return { post, next, because: undefined, taker: undefined };
  });
  // Who acts for somebody acts for nobody when that post ends
  const over = new Set(turns.filter(({ next }) => next === undefined).map(({ post }) => post.id));
  return turns.map((turn) =>
    turn.post.actingFor !== undefined && over.has(turn.post.actingFor) ? { ...turn, next: undefined } : turn,
  );
}

/** People with their posts as they are when some bodies have ended: what goes on is kept under the id that it had. */
export function peopleAfter(people: readonly Person[], turns: readonly PostTurn[], day: Day): Person[] {
  const byPost = new Map(turns.map((turn) => [turn.post.id, turn]));
  return people.map((person) => {
    if (!person.posts.some(({ id }) => byPost.has(id))) return person;
    const posts = person.posts.flatMap((post): Post[] => {
      const turn = byPost.get(post.id);
      if (!turn) return [post];
      const until = post.validFrom < day ? [{ ...post, validTo: addDays(day, -1) }] : [];
      return turn.next ? [...until, { ...turn.next, id: `${post.id} ${day}` }] : until;
    });
    return { ...person, posts };
  });
}
