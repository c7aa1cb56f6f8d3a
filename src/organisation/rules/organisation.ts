import { type Day, within } from "../../kernel/day.ts";
import { byWeight, lastPost } from "./weight.ts";

/** §3: the kinds of body in the group (model R-1). */
export const BODY_KINDS = [
  "council",
  "preparation",
  "executive",
  "committee",
  "joint-committee",
  "electoral",
  "audit",
  "administration",
  "management-group",
  "department",
  "unit",
  "company",
  "part-owned-company",
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Those that the council allocates to: the executive and committees (model §2.2). */
export const COMMITTEES: readonly BodyKind[] = ["executive", "committee", "joint-committee", "electoral"];

/** Those with an area and goals of their own: committees, and company boards (model §2.1–2.5). */
export const COMMITTEES_AND_BOARDS: readonly BodyKind[] = [...COMMITTEES, "company"];

/** §3.2: what a person is in a body (model R-2). The Swedish word is what the field says. */
export const ROLES = {
  chair: "ordförande",
  "first-deputy-chair": "förste vice ordförande",
  "second-deputy-chair": "andre vice ordförande",
  member: "ledamot",
  "board-member": "styrelseledamot",
  substitute: "ersättare",
  secretary: "sekreterare",
  "municipal-director": "kommunchef",
  "administration-director": "förvaltningschef",
  "managing-director": "verkställande direktör",
  "finance-director": "ekonomichef",
  controller: "controller",
  "system-manager": "systemförvaltare",
  "department-manager": "avdelningschef",
  "unit-manager": "enhetschef",
  employee: "medarbetare",
  auditor: "revisor",
} as const;
export type Role = keyof typeof ROLES;
/** The same for those who read English. */
export const ROLES_IN_ENGLISH: Readonly<Record<Role, string>> = {
  chair: "chair",
  "first-deputy-chair": "first deputy chair",
  "second-deputy-chair": "second deputy chair",
  member: "member",
  "board-member": "board member",
  substitute: "substitute",
  secretary: "secretary",
  "municipal-director": "chief executive",
  "administration-director": "director of administration",
  "managing-director": "managing director",
  "finance-director": "chief financial officer",
  controller: "controller",
  "system-manager": "system manager",
  "department-manager": "department manager",
  "unit-manager": "unit manager",
  employee: "employee",
  auditor: "auditor",
};

export interface Body {
  readonly id: string;
  readonly kind: BodyKind;
  readonly name: string;
  /** What it is called for those who read English, where the municipality has said it; shown beside the name. */
  readonly nameEn?: string | null | undefined;
  /** An administration's parent is the body that it serves; a unit's is its administration; a company's is its owner. */
  readonly parent: string | null;
  /** What the municipality owns of a company, in per cent with at most two decimals; absent where nobody has said. */
  readonly sharePercent?: number | null | undefined;
  /** With whom a joint committee or a company is shared. */
  readonly partners?: readonly string[] | undefined;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Of a body that has ended on the day that is read: the one that goes on with what it was (`succession`). */
  readonly continuedBy?: string | null | undefined;
}

export interface Post {
  readonly id: string;
  readonly body: string;
  readonly role: Role;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** Of an elected person. */
  readonly party?: string | undefined;
  /** Which one of those with the same role in the body: the first substitute, the second … */
  readonly place?: number | undefined;
  /** The decision that gave the post: "KF 2026-10-19 § 142". */
  readonly givenBy?: string | undefined;
  /** Acting: the post whose holder is away. */
  readonly actingFor?: string | undefined;
}

export interface Person {
  readonly id: string;
  /** Of one whose personal data have been erased: what that person last was (`erasedName`). */
  readonly name: string;
  readonly posts: readonly Post[];
  /** Whose personal data have been erased, on what day. */
  readonly erasedOn?: Day | undefined;
  /** With protected identity: never named but to those who have need of it. */
  readonly protectedIdentity?: true | undefined;
}

type Titled = Parameters<typeof lastPost>[0][number] & Pick<Post, "title">;

/** What stands where the name of somebody with protected identity would: what that person is. */
export const protectedName = (posts: readonly Titled[]): string => lastPost(posts)?.title ?? "Skyddad person";

/** What stands where the name of a person stood whose personal data have been erased: "Borttagen person, Skolchef". */
export function erasedName(posts: readonly Titled[]): string {
  const last = lastPost(posts);
  return last ? `Borttagen person, ${last.title}` : "Borttagen person";
}

/** What a body is called; its id where there is none. */
export const nameOfBody = (bodies: readonly Pick<Body, "id" | "name">[], id: string): string =>
  indexed(bodies).get(id)?.name ?? id;

/** What stands above a body: of one that has ended and is continued, the one that goes on with what it was. */
export const aboveOf = (body: Body): string | null => body.continuedBy ?? body.parent;

/** The body that goes on with what one was, through every reorganisation until the day that is read; itself where it goes on. */
export function continuing(bodies: readonly Body[], id: string): string {
  const passed = new Set<string>();
  let at = id;
  for (;;) {
    const next = bodiesById(bodies).get(at)?.continuedBy;
    if (!next || passed.has(next)) return at;
    passed.add(next);
    at = next;
  }
}

const indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

/** By their ids; of the same list it is made once, since one question asks it many times. */
function indexed<B extends Pick<Body, "id">>(bodies: readonly B[]): ReadonlyMap<string, B> {
  const before = indexes.get(bodies) as ReadonlyMap<string, B> | undefined;
  if (before) return before;
  // As one searches a list: the first of an id
  const made = new Map(bodies.toReversed().map((body) => [body.id, body]));
  indexes.set(bodies, made);
  return made;
}
export const bodiesById = (bodies: readonly Body[]): ReadonlyMap<string, Body> => indexed(bodies);

/** Bodies from the given one up to the top: itself, what it serves or belongs to, and so on. Stops at a circle. */
export function upFrom(bodies: readonly Body[], id: string): Body[] {
  const path: Body[] = [];
  let next: string | null = id;
  while (next !== null) {
    const found: Body | undefined = bodiesById(bodies).get(next);
    if (!found || path.includes(found)) break;
    path.push(found);
    next = aboveOf(found);
  }
  return path;
}

/** How many steps there are between two bodies, up to what they have in common and down again; Infinity where that is nothing. */
export function stepsBetween(bodies: readonly Body[], one: string, other: string): number {
  const up = upFrom(bodies, one);
  const down = upFrom(bodies, other);
  const at = up.findIndex((body) => down.includes(body));
  return at < 0 ? Number.POSITIVE_INFINITY : at + down.indexOf(up[at] as Body);
}

/** Whether two bodies stand on one line: they are one, or the one is above the other. */
export const onOneLine = (bodies: readonly Body[], one: string, other: string): boolean =>
  upFrom(bodies, one).some(({ id }) => id === other) || upFrom(bodies, other).some(({ id }) => id === one);

/** The kinds that carry out what a body above them has been given to do. */
const CARRY_OUT: readonly BodyKind[] = ["administration", "management-group", "department", "unit"];
/** Whether a body carries out what others have decided. */
export const carriesOut = ({ kind }: Pick<Body, "kind">): boolean => CARRY_OUT.includes(kind);

/** Those who are elected: by the council to committees, by the people to the council (model R-2). */
export const ELECTED: readonly Role[] = [
  "chair",
  "first-deputy-chair",
  "second-deputy-chair",
  "member",
  "board-member",
  "substitute",
  "auditor",
];

/** What is held in one kind of body and no other. */
const HELD_IN: Partial<Record<Role, readonly BodyKind[]>> = {
  "board-member": ["company", "part-owned-company"],
  "managing-director": ["company", "part-owned-company"],
  "municipal-director": ["administration"],
  "administration-director": ["administration"],
  "finance-director": ["administration"],
  "system-manager": ["administration"],
  "unit-manager": ["unit", "department"],
  auditor: ["audit"],
};

/** Whether a role can be held in a body: a managing director leads a company and nothing else; nobody is elected to an administration. */
export function canBeHeld(role: Role, { kind }: Pick<Body, "kind">): boolean {
  const only = HELD_IN[role];
  if (only) return only.includes(kind);
  // The management group has a chair and members, who are no elected ones
  const employed = carriesOut({ kind }) && kind !== "management-group";
  if (role === "department-manager") return employed;
  return !(ELECTED.includes(role) && employed);
}

/**
 * A body and those that it serves: a unit its administration and the committee that this works for, no further. What the
 * committee itself answers to is not served by the unit.
 */
export function servedFrom(bodies: readonly Body[], id: string): Body[] {
  const path = upFrom(bodies, id);
  const end = path.findIndex((body) => !carriesOut(body) && !body.continuedBy);
  return end < 0 ? path : path.slice(0, end + 1);
}

/** The posts that somebody holds on a day, the one that says what the person is first. */
export function postsOn(person: Person, day: Day): Post[] {
  const held = person.posts.filter((post) => within(day, post.validFrom, post.validTo));
  return held.length > 1 ? byWeight(held) : held;
}
