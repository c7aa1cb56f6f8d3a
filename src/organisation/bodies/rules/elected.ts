import { type BodyKind, carriesOut, ELECTED, type Person, type Post } from "../../rules/organisation.ts";

/** Whether a post is one that somebody has been elected to: who holds it is public by name. */
export const isElected = (kind: BodyKind | undefined, { role }: Pick<Post, "role">): boolean =>
  kind !== undefined && ELECTED.includes(role) && !carriesOut({ kind });

/** What the public reads of who holds a post: the elected by name, others by what they are. */
export const namedInPublic = (kind: BodyKind | undefined, person: Person, post: Post): string =>
  isElected(kind, post) ? person.name : post.title;
