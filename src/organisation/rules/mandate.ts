import type { Citation } from "../../kernel/citation.ts";
import { type Day, within } from "../../kernel/day.ts";
import {
  type Body,
  type BodyKind,
  bodiesById,
  canBeHeld,
  type Post,
  type Role,
  servedFrom,
  upFrom,
} from "./organisation.ts";

/**
 * How far a mandate reaches from the post that holds it:
 * - `own`: the post's own body
 * - `served`: the post's own body, and up to the one that it works for: a unit's administration and committee
 * - `below`: the post's own body and all under it
 * - `council`: the council's matters, which are the whole group's own, and no other body's
 * - `group`: every body
 */
export const SCOPES = ["own", "served", "below", "council", "group"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who may do what, by which source: a row of data, so that each municipality has its own (model R-3). */
export interface Mandate {
  readonly id: string;
  /** `verb:object`, such as "decide:budget"; "edit:*" covers every object of the verb. */
  readonly action: string;
  readonly organKinds: readonly BodyKind[];
  readonly roles: readonly Role[];
  /** Where it is given to one body alone, or to one post. */
  readonly body?: string | null | undefined;
  readonly post?: string | null | undefined;
  readonly scope: Scope;
  /** The document that gives the mandate: law, reglemente, delegationsordning, ägardirektiv. */
  readonly source: string;
  /** That document in the register: "document:delegationsordning", "law:kommunallagen". */
  readonly sourceDocument?: string | null | undefined;
  readonly cite: Citation;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  /** The row that this one took over from. */
  readonly replaces?: string | null | undefined;
}

/** A post that somebody holds: where, as what, and when; and which and whose, where that is known. */
export type HeldPost = Pick<Post, "body" | "role" | "validFrom" | "validTo"> &
  Partial<Pick<Post, "id" | "title">> & { readonly person?: string; readonly name?: string };

/** Whether a granted action covers the one that is asked for. */
export function covers(granted: string, asked: string): boolean {
  return granted === asked || (granted.endsWith(":*") && asked.startsWith(granted.slice(0, -1)));
}

/** Whether a mandate is given to posts in a body, whatever their roles. */
export const givenIn = (mandate: Mandate, body: Body): boolean =>
  mandate.organKinds.includes(body.kind) && (mandate.body == null || mandate.body === body.id);

/** Whether a post holds a mandate on a day. */
export function holds(
  bodies: readonly Body[],
  post: Pick<HeldPost, "id" | "body" | "role">,
  mandate: Mandate,
  date: Day,
): boolean {
  const body = bodiesById(bodies).get(post.body);
  return (
    body !== undefined &&
    within(date, body.validFrom, body.validTo) &&
    givenIn(mandate, body) &&
    (mandate.post == null || mandate.post === post.id) &&
    mandate.roles.includes(post.role) &&
    canBeHeld(post.role, body)
  );
}

/** Whether a reach from a body comes as far as another. */
export function reaches(bodies: readonly Body[], from: string, scope: Scope, body: string): boolean {
  const known = bodiesById(bodies);
  if (scope === "group") return known.has(body);
  if (scope === "council") return known.get(body)?.kind === "council";
  if (scope === "own") return from === body;
  return scope === "served"
    ? servedFrom(bodies, from).some((b) => b.id === body)
    : upFrom(bodies, body).some((b) => b.id === from);
}
