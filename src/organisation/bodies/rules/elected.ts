import type { BodyKind, Person, Post, Role } from "../../rules/organisation.ts";

/** Organs whose members are elected: who sits there is public by name. */
const ELECTED_IN: readonly BodyKind[] = [
  "council",
  "preparation",
  "executive",
  "committee",
  "joint-committee",
  "electoral",
  "audit",
];
/** Posts in them that somebody is employed for. */
const EMPLOYED: readonly Role[] = ["secretary"];

export const isElected = (kind: BodyKind | undefined, { role }: Pick<Post, "role">): boolean =>
  kind !== undefined && ELECTED_IN.includes(kind) && !EMPLOYED.includes(role);

/** What the public reads of who holds a post: the elected by name, others by what they are. */
export const namedInPublic = (kind: BodyKind | undefined, person: Person, post: Post): string =>
  isElected(kind, post) ? person.name : post.title;
