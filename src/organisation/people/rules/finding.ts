import type { Day } from "../../../kernel/day.ts";
import { type Body, nameOfBody, type Person, type Post, postsOn, upFrom } from "../../rules/organisation.ts";

/** The words of what somebody writes to find a person. */
const wordsOf = (written: string): string[] => written.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);

/** Somebody with posts, and what there is to find that person by. */
export interface Findable {
  readonly person: Person;
  readonly posts: readonly Post[];
  readonly text: string;
}

/** People with the posts that are meant, by name, and the text that they are looked for in. */
export function findable(
  people: readonly Person[],
  bodies: readonly Body[],
  postsOf: (person: Person) => readonly Post[],
): Findable[] {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const all = people.flatMap((person) => {
    const posts = postsOf(person);
    if (posts.length === 0) return [];
    const words = [
      person.name,
      ...posts.flatMap(({ title, body, party }) => [title, names.get(body), party]),
    ];
    return [{ person, posts, text: words.filter(Boolean).join(" ").toLocaleLowerCase("sv") }];
  });
  return byName(all);
}

const swedish = new Intl.Collator("sv");
/** In the order of their names. */
export const byName = (all: readonly Findable[]): Findable[] =>
  all.toSorted((a, b) => swedish.compare(a.person.name, b.person.name));

/** Those in whom every word is found somewhere. */
export function found<F extends Findable>(all: readonly F[], written: string): readonly F[] {
  const words = wordsOf(written);
  return words.length === 0 ? all : all.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** Those whose post is in a body or below it, first; then all others, each in their order. */
export function ownFirst<F extends Findable>(all: readonly F[], bodies: readonly Body[], body: string): F[] {
  const below = new Map<string, boolean>();
  const isBelow = (id: string) => {
    const known = below.get(id);
    if (known !== undefined) return known;
    const is = upFrom(bodies, id).some((above) => above.id === body);
    below.set(id, is);
    return is;
  };
  const near = (one: F) => one.posts.some((post) => isBelow(post.body));
  return [...all.filter(near), ...all.filter((one) => !near(one))];
}

export const titleOn = (person: Person, bodies: readonly Body[], day: Day) => {
  const [post] = postsOn(person, day);
  return { title: post?.title ?? "", bodyName: post ? nameOfBody(bodies, post.body) : "" };
};
