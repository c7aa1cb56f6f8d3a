import { type Day, within } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import type { Nearest } from "../../kernel/nearest.ts";
import { givenIn, type HeldPost, holds, type Mandate, reaches } from "./mandate.ts";
import { type Body, canBeHeld, ROLES, ROLES_IN_ENGLISH, type Role, stepsBetween } from "./organisation.ts";

interface Known {
  readonly bodies: readonly Body[];
  /** Those that are about what is asked, in force on the day. */
  readonly mandates: readonly Mandate[];
  readonly held: readonly HeldPost[] | undefined;
  readonly language: Language;
  /** What a person is called; without it nobody is named. */
  readonly nameOf: ((person: string) => string) | undefined;
}

interface Asked {
  readonly action: string;
  readonly body: string;
  /** The bodies where the one who asks has posts: the nearest is counted from there, and otherwise from what is asked about. */
  readonly from: readonly string[];
  readonly date: Day;
}

/**
 * Who may instead, the nearest first (model P-4): in the field's words, "Kommunfullmäktige (ordförande, sekreterare)", and the roles
 * in the reader's language. Posts that nobody holds on the day are not named; where nobody holds any of them, the bodies alone are.
 * With the one person who is nearest, where people are known.
 */
export function whoMay(known: Known, asked: Asked): { readonly ask: string[]; readonly nearest?: Nearest } {
  const words = known.language === "en" ? ROLES_IN_ENGLISH : ROLES;
  const places = placesWhere(known, asked).toSorted(nearestFirst(known.bodies, asked));
  const filled = places.filter(({ roles }) => roles.length > 0);
  const ask =
    filled.length > 0
      ? filled.map(({ body, roles }) => `${body.name} (${roles.map((role) => words[role]).join(", ")})`)
      : places.map(({ body }) => body.name);
  const nearest = nearestOf(known, asked, filled);
  return { ask: [...new Set(ask)].slice(0, MAX_WHO), ...(nearest ? { nearest } : {}) };
}

/** A longer list of who may helps nobody. */
const MAX_WHO = 8;

interface Place {
  readonly body: Body;
  /** The roles there that somebody holds; in the order of the mandates. */
  readonly roles: readonly Role[];
  readonly mandates: readonly Mandate[];
}

/** The bodies with posts to which what is asked is given. */
function placesWhere({ bodies, mandates, held }: Known, { body: about, date }: Asked): Place[] {
  const heldIn = held && postsByBody(held);
  return bodies.flatMap((body): Place[] => {
    if (!within(date, body.validFrom, body.validTo)) return [];
    const given = mandates.filter(
      (mandate) =>
        givenIn(mandate, body) &&
        mandate.roles.some((role) => canBeHeld(role, body)) &&
        reaches(bodies, body.id, mandate.scope, about),
    );
    if (given.length === 0) return [];
    const here = heldIn?.get(body.id)?.filter((post) => within(date, post.validFrom, post.validTo));
    const roles = given.flatMap((mandate) =>
      mandate.roles.filter(
        (role) =>
          canBeHeld(role, body) &&
          (here === undefined
            ? held === undefined
            : here.some((post) => post.role === role && holds(bodies, post, mandate, date))),
      ),
    );
    return [{ body, roles: [...new Set(roles)], mandates: given }];
  });
}

const byBody = new WeakMap<readonly HeldPost[], ReadonlyMap<string, HeldPost[]>>();

/** Held posts by their bodies; of the same list it is made once. */
function postsByBody(held: readonly HeldPost[]): ReadonlyMap<string, HeldPost[]> {
  const before = byBody.get(held);
  if (before) return before;
  const made = Map.groupBy(held, ({ body }) => body);
  byBody.set(held, made);
  return made;
}

/** By the way up and down the tree: from one's own posts first, then from what it is about; the organisation's own order last. */
function nearestFirst(bodies: readonly Body[], { from, body }: Asked) {
  const steps = new Map<string, readonly [number, number]>();
  const stepsTo = (id: string) => {
    const before = steps.get(id);
    if (before) return before;
    const about = stepsBetween(bodies, id, body);
    const own = Math.min(...(from.length > 0 ? from : [body]).map((one) => stepsBetween(bodies, id, one)));
    steps.set(id, [own, about]);
    return [own, about] as const;
  };
  return (a: Place, b: Place): number => {
    const [ownA, aboutA] = stepsTo(a.body.id);
    const [ownB, aboutB] = stepsTo(b.body.id);
    return compare(ownA, ownB) || compare(aboutA, aboutB);
  };
}
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** The first who holds a post there, in the order in which the mandate names its roles. */
function nearestOf(
  { bodies, held, nameOf }: Known,
  asked: Asked,
  places: readonly Place[],
): Nearest | undefined {
  const [first] = places;
  if (!first || !held || !nameOf) return undefined;
  const there = (postsByBody(held).get(first.body.id) ?? []).filter((post) =>
    within(asked.date, post.validFrom, post.validTo),
  );
  for (const role of first.roles) {
    const post = there.find(
      (one) =>
        one.role === role &&
        one.person !== undefined &&
        first.mandates.some((mandate) => holds(bodies, one, mandate, asked.date)),
    );
    if (post?.person !== undefined)
      return {
        person: post.person,
        name: nameOf(post.person),
        title: post.title ?? "",
        action: asked.action,
        body: asked.body,
      };
  }
  return undefined;
}
