import { expect, test } from "vitest";
import type { Body, BodyKind, Person, Role } from "../../rules/organisation.ts";
import { type HeldPostInBody, peopleAfter, postTurns } from "./posts.ts";

const DAY = "2027-07-01";
const body = (id: string, kind: BodyKind): Body => ({
  id,
  kind,
  name: id,
  parent: null,
  validFrom: "2019-01-01",
  validTo: null,
});
const post = (
  person: string,
  at: string,
  role: Role,
  more: Partial<HeldPostInBody> = {},
): HeldPostInBody => ({
  id: `${person}-${role}`,
  person,
  body: at,
  role,
  title: role,
  validFrom: "2020-01-01",
  validTo: null,
  ...more,
});
const AFTER = [body("bn", "committee"), body("enhet", "unit")];
const turns = (posts: readonly HeldPostInBody[], people: readonly Person[] = [], to: string | null = "bn") =>
  postTurns(posts, { ended: [{ body: "kn", to, posts: "follow" }], after: AFTER, people, day: DAY });

test("R-1: posts follow where they can be held; what one alone can have, and somebody has, ends", () => {
  const bn = { id: "a", name: "A", posts: [{ ...post("a", "bn", "chair") }] };
  const found = turns(
    [post("k", "kn", "chair"), post("l", "kn", "member"), post("a", "kn", "chair", { id: "a-2" })],
    [bn],
  );
  expect(found.map(({ next, because, taker }) => [next?.body, because, taker])).toEqual([
    [undefined, "taken", "A"],
    ["bn", undefined, undefined],
    [undefined, "has-it", "A"],
  ]);
  expect(found[1]?.next).toMatchObject({ role: "member", validFrom: DAY });
  // Of two that end into one the first named has the post
  expect(turns([post("k", "kn", "chair"), post("m", "kn", "chair")]).map(({ because }) => because)).toEqual([
    undefined,
    "taken",
  ]);
});

test("R-1: nobody follows as what can't be held there, nor where nobody goes on; who acts for a post that ends acts no more", () => {
  expect(turns([post("d", "kn", "administration-director")], [], "enhet")[0]?.because).toBe("not-held-there");
  const acting = post("e", "kn", "administration-director", {
    id: "acting",
    actingFor: "d-administration-director",
  });
  const both = turns([acting, post("d", "kn", "administration-director")], [], "enhet");
  expect(both.every(({ next }) => next === undefined)).toBe(true);
  expect(turns([post("k", "kn", "chair")], [], null)[0]?.next).toBeUndefined();
});

test("R-2: afterwards each has what follows from the day, and what ends until the day before", () => {
  const person = {
    id: "l",
    name: "L",
    posts: [post("l", "kn", "member"), post("l", "kn", "secretary", { validFrom: "2027-08-01" })],
  };
  const [after] = peopleAfter([person], turns(person.posts), DAY);
  expect(after?.posts.map(({ body: at, validFrom, validTo }) => [at, validFrom, validTo])).toEqual([
    ["kn", "2020-01-01", "2027-06-30"],
    ["bn", DAY, null],
    ["bn", "2027-08-01", null],
  ]);
});
