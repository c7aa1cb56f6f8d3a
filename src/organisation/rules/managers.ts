import type { Day } from "../../kernel/day.ts";
import { aboveOf, type Body, type Person, type Post, postsOn, type Role, upFrom } from "./organisation.ts";

/** Who leads a body of a kind (§3.2): a unit its manager, an administration its director, a company its managing director. */
const LEADS: Partial<Record<Body["kind"], readonly Role[]>> = {
  unit: ["unit-manager", "department-manager"],
  department: ["department-manager", "unit-manager"],
  administration: ["administration-director", "municipal-director"],
  company: ["managing-director"],
  "part-owned-company": ["managing-director"],
};
/** Above the directors: the municipal director; above a company's managing director: the chair of its board. */
const ABOVE_DIRECTORS: readonly Role[] = ["municipal-director"];

/**
 * The nearest managers of a person, or of whoever had a thing in a body: those who lead the body itself, or else the one above,
 * level by level (model R-2, U-8). For a committee that is the director of the administration that works for it. `except`: nobody is
 * one's own manager.
 */
export function nearestManagers(
  people: readonly Person[],
  bodies: readonly Body[],
  { body, except, day }: { readonly body: string; readonly except?: string | undefined; readonly day: Day },
): Person[] {
  const holding = (at: string, roles: readonly Role[]) =>
    people.filter(
      (person) =>
        person.id !== except &&
        postsOn(person, day).some((post) => post.body === at && roles.includes(post.role)),
    );
  const led = (one: Body) => holding(one.id, LEADS[one.kind] ?? []);
  for (const one of upFrom(bodies, body)) {
    const own = led(one);
    if (own.length > 0) return own;
    if (one.kind === "company") {
      const chairs = holding(one.id, ["chair"]);
      if (chairs.length > 0) return chairs;
    }
    // A committee carries nothing out itself: those who work for it do
    const working = bodies.filter((body) => body.kind === "administration" && aboveOf(body) === one.id);
    const directors = working.flatMap(led);
    if (directors.length > 0) return directors;
  }
  return people.filter(
    (person) =>
      person.id !== except && postsOn(person, day).some((post) => ABOVE_DIRECTORS.includes(post.role)),
  );
}

/** The first of these roles in a body leads it where no director or manager does: its chair. */
const CHAIRS: readonly Role[] = ["chair"];

/** Who leads each body on a day: its manager or director, of an organ its chair; bodies that nobody leads are left out. */
export function leadersOf(
  people: readonly Person[],
  bodies: readonly Body[],
  day: Day,
): { body: string; person: Person; post: Post }[] {
  const held = Map.groupBy(
    people.flatMap((person) => postsOn(person, day).map((post) => ({ person, post }))),
    ({ post }) => post.body,
  );
  return bodies.flatMap((body) => {
    const own = held.get(body.id) ?? [];
    const roles = [...(LEADS[body.kind] ?? []), ...CHAIRS];
    const found = roles.flatMap((role) => own.filter(({ post }) => post.role === role))[0];
    return found ? [{ body: body.id, ...found }] : [];
  });
}

/** The managers of a person who has posts: of each of them; empty where the person has none. */
export function managersOf(
  people: readonly Person[],
  bodies: readonly Body[],
  person: string,
  day: Day,
): Person[] {
  const one = people.find(({ id }) => id === person);
  const found = (one ? postsOn(one, day) : []).flatMap((post) =>
    nearestManagers(people, bodies, { body: post.body, except: person, day }),
  );
  return [...new Map(found.map((manager) => [manager.id, manager])).values()];
}
