import { addDays, type Day, within } from "../../kernel/day.ts";
import { nearestManagers } from "./managers.ts";
import {
  type Body,
  carriesOut,
  continuing,
  ELECTED,
  type Person,
  type Post,
  type Role,
  servedFrom,
  upFrom,
} from "./organisation.ts";

/** Why somebody takes over what another had: the one who has the post now, or whoever is nearest where nobody has (model R-2). */
export type HeirBecause = "successor" | "deputy" | "manager" | "chair" | "secretary" | "system-manager";

export interface Heir {
  readonly person: string;
  readonly because: HeirBecause;
}

/** Who there is: nothing is looked for in people whom it does not hold. */
export interface Staff {
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
}

/** Roles that several have at a time in a body: whoever comes next among them has come in nobody's place. */
const OF_SEVERAL: readonly Role[] = ["member", "board-member", "substitute", "auditor", "employee"];

/** In the place of an elected one who leaves, in this order. */
const IN_PLACE_OF_ELECTED: readonly { readonly role: Role; readonly because: HeirBecause }[] = [
  { role: "first-deputy-chair", because: "deputy" },
  { role: "second-deputy-chair", because: "deputy" },
  { role: "chair", because: "chair" },
  { role: "secretary", because: "secretary" },
];

/** Who has a role in a body on a day, the one who began last first. */
function holders({ people }: Staff, body: string, role: Role, day: Day, except: string): string[] {
  const found = people.flatMap((person) =>
    person.id === except
      ? []
      : person.posts
          .filter(
            (post) => post.body === body && post.role === role && within(day, post.validFrom, post.validTo),
          )
          .map((post) => ({ person: person.id, from: post.validFrom })),
  );
  return found
    .sort((a, b) => (a.from === b.from ? (a.person < b.person ? -1 : 1) : a.from < b.from ? 1 : -1))
    .map(({ person }) => person);
}

/**
 * Who takes over what somebody had by a post that has ended, on the day after: the successor in the post; else, of an elected one, the
 * deputies, the chair and the secretary of the body; else the nearest manager; else the chair or the secretary of the body or the one
 * above it; else the system manager. Undefined where there is none of them: then the post can't be ended (model R-2).
 */
export function heirOf(
  staff: Staff,
  ended: Pick<Post, "body" | "role">,
  leaver: string,
  day: Day,
): Heir | undefined {
  const first = (body: string, role: Role) => holders(staff, body, role, day, leaver)[0];
  if (!OF_SEVERAL.includes(ended.role)) {
    const successor = first(ended.body, ended.role);
    if (successor !== undefined) return { person: successor, because: "successor" };
  }
  if (ELECTED.includes(ended.role))
    for (const { role, because } of IN_PLACE_OF_ELECTED) {
      const person = first(ended.body, role);
      if (person !== undefined) return { person, because };
    }
  const managers = nearestManagers(staff.people, staff.bodies, { body: ended.body, except: leaver, day });
  const manager = managers.map(({ id }) => id).sort()[0];
  if (manager !== undefined) return { person: manager, because: "manager" };
  for (const { id } of upFrom(staff.bodies, ended.body))
    for (const because of ["chair", "secretary"] as const) {
      const person = first(id, because);
      if (person !== undefined) return { person, because };
    }
  for (const { id } of staff.bodies) {
    const person = first(id, "system-manager");
    if (person !== undefined) return { person, because: "system-manager" };
  }
  return undefined;
}

/** Whether what belongs to a body can be looked after from a post: the body's own, one that works for it, or the line above. */
function carries(bodies: readonly Body[], post: Post, what: string): boolean {
  // What a body has left is looked after by those of the one that goes on with it
  const of = continuing(bodies, what);
  if (servedFrom(bodies, post.body).some(({ id }) => id === of)) return true;
  const at = bodies.find(({ id }) => id === post.body);
  return at !== undefined && carriesOut(at) && upFrom(bodies, of).some(({ id }) => id === post.body);
}

/**
 * The first day on which a person no longer has the post by which a thing is looked after, with that post; undefined where none ends.
 * Of what none of the person's posts is near, any will do. Who has no post on the day that it begins has left that day.
 */
export function leavesOn(
  bodies: readonly Body[],
  posts: readonly Post[],
  of: string,
  from: Day,
): { readonly day: Day; readonly post: Post | undefined } | undefined {
  const near = posts.filter((post) => carries(bodies, post, of));
  const by = near.some((post) => within(from, post.validFrom, post.validTo)) ? near : posts;
  let day = from;
  let last: Post | undefined;
  for (;;) {
    const present = by.filter((post) => within(day, post.validFrom, post.validTo));
    if (present.some(({ validTo }) => validTo === null)) return undefined;
    const longest = present.toSorted((a, b) => ((a.validTo ?? "") < (b.validTo ?? "") ? 1 : -1))[0];
    if (!longest?.validTo) return { day, post: last ?? lastBefore(posts, from) };
    last = longest;
    day = addDays(longest.validTo, 1);
  }
}

/** The post that ended last before a day. */
const lastBefore = (posts: readonly Post[], day: Day): Post | undefined =>
  posts
    .filter(({ validTo }) => validTo !== null && validTo < day)
    .toSorted((a, b) => ((a.validTo ?? "") < (b.validTo ?? "") ? 1 : -1))[0];

/** Who has a thing from a day to a day. `after`: the post that ended, for which it came to this person. */
export interface Turn {
  readonly person: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly after?: string | undefined;
  readonly because?: HeirBecause | undefined;
}

/** Where no post is known that ended: somebody was named who never had one. */
const NO_POST = "";
/** More would be a circle. */
const MOST_TURNS = 40;

/**
 * Who has a thing, one after the other, from the day that somebody got it: nobody has it without a post. Where the post was taken over
 * for a while (`after`), it goes to whoever gets that post. A person who is nobody (`person` "") says that there is none to take over.
 */
export function turnsOf(
  staff: Staff,
  given: Turn & { readonly body: string },
  postOf: (id: string) => Post | undefined,
): Turn[] {
  const personOf = new Map(staff.people.map((person) => [person.id, person]));
  const turns: Turn[] = [];
  const { body, to, ...first } = given;
  let now: Omit<Turn, "to"> = first;
  while (turns.length < MOST_TURNS) {
    const posts = personOf.get(now.person)?.posts ?? [];
    const leaves = leavesOn(staff.bodies, posts, body, now.from);
    const taken = now.after === undefined ? undefined : takenUp(staff, postOf(now.after), now);
    const next = taken && (!leaves || taken.from <= leaves.day) ? taken : undefined;
    const day = next?.from ?? leaves?.day;
    if (day === undefined || (to !== null && day > to)) break;
    const ended = leaves?.post;
    const heir = next
      ? { person: next.person, because: "successor" as const }
      : heirOf(staff, ended ?? { body, role: "employee" }, now.person, day);
    if (day > now.from) turns.push({ ...now, to: addDays(day, -1) });
    now = {
      person: heir?.person ?? "",
      from: day,
      after: next ? now.after : (ended?.id ?? NO_POST),
      because: heir?.because,
    };
    if (!heir) break;
  }
  turns.push({ ...now, to });
  return turns;
}

/** Who gets, after a day, the post that a thing was left with when it had nobody. */
function takenUp(
  { people }: Staff,
  ended: Post | undefined,
  now: Pick<Turn, "person" | "from">,
): { readonly person: string; readonly from: Day } | undefined {
  if (!ended || OF_SEVERAL.includes(ended.role)) return undefined;
  const same = people.flatMap((person) =>
    person.posts
      .filter((post) => post.body === ended.body && post.role === ended.role)
      .map((post) => ({ person: person.id, from: post.validFrom, to: post.validTo })),
  );
  // The one who has it by the post itself is no stand-in
  if (same.some((one) => one.person === now.person && within(now.from, one.from, one.to))) return undefined;
  return same
    .filter((one) => one.from > now.from && one.person !== now.person)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.person < b.person ? -1 : 1))[0];
}
