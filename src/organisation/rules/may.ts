import type { Citation } from "../../kernel/citation.ts";
import { type Day, within } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import {
  type Body,
  type BodyKind,
  canBeHeld,
  continuing,
  type Person,
  type Post,
  postsOn,
  ROLES,
  ROLES_IN_ENGLISH,
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
  readonly scope: Scope;
  /** The document that gives the mandate: law, reglemente, delegationsordning, ägardirektiv. */
  readonly source: string;
  readonly cite: Citation;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

export const MAY_NOT_BECAUSE = ["sign-in", "no-mandate", "not-yours", "other-body", "ended"] as const;

/** A post that somebody holds: where, as what, and when. */
export type HeldPost = Pick<Post, "body" | "role" | "validFrom" | "validTo">;

export type MayAnswer =
  | {
      readonly allowed: true;
      readonly mandate: string;
      readonly source: string;
      readonly cite: Citation;
      readonly post: string;
    }
  | {
      readonly allowed: false;
      /**
       * sign-in: nobody has signed in; no-mandate: nobody has it; not-yours: others have it; other-body: yours reaches other
       * bodies; ended: the body that it is about is no more
       */
      readonly because: (typeof MAY_NOT_BECAUSE)[number];
      readonly cite: Citation;
      readonly ask: readonly string[];
    };

export type May = (
  person: Person | undefined,
  action: string,
  object: { readonly body: string },
  date: Day,
) => MayAnswer;

/**
 * "May this person do this, and why?" – one answer for server, menu and button (model P-4, R-3).
 * Takes the organisation and its mandates as data and gives the function that answers. `held`: the posts that people hold, so
 * that a refusal sends nobody to a post that there is not; without it every post that could be held is named.
 */
export function mayBy(
  bodies: readonly Body[],
  mandates: readonly Mandate[],
  language: Language = "sv",
  held?: readonly HeldPost[],
): May {
  return (person, action, object, date) => {
    const about = mandates.filter((m) => covers(m.action, action) && within(date, m.validFrom, m.validTo));
    // What a body leaves behind is that of the body which goes on with it
    const body = continuing(bodies, object.body);
    const ended = hasEnded(bodies, body, date);
    const ask = () => (ended ? [] : whoMay({ bodies, mandates: about, held, language }, body, date));
    const cite = about[0]?.cite ?? "§3.2";
    if (!person) return { allowed: false, because: "sign-in", cite, ask: ask() };
    if (about.length === 0) return { allowed: false, because: "no-mandate", cite, ask: [] };
    if (ended) return { allowed: false, because: "ended", cite, ask: [] };
    let holdsElsewhere = false;
    for (const post of postsOn(person, date)) {
      for (const mandate of about) {
        if (!holds(bodies, post, mandate, date)) continue;
        if (reaches(bodies, post, mandate.scope, body))
          return {
            allowed: true,
            mandate: mandate.id,
            source: mandate.source,
            cite: mandate.cite,
            post: post.id,
          };
        holdsElsewhere = true;
      }
    }
    return { allowed: false, because: holdsElsewhere ? "other-body" : "not-yours", cite, ask: ask() };
  };
}

/** Nothing is decided, written or answered in a body that is no more, however far a mandate reaches (model R-1). */
function hasEnded(bodies: readonly Body[], id: string, date: Day): boolean {
  const to = bodies.find((body) => body.id === id)?.validTo;
  return to != null && to < date;
}

function covers(granted: string, asked: string): boolean {
  return granted === asked || (granted.endsWith(":*") && asked.startsWith(granted.slice(0, -1)));
}

function holds(bodies: readonly Body[], post: Post, mandate: Mandate, date: Day): boolean {
  const body = bodies.find((b) => b.id === post.body);
  return (
    body !== undefined &&
    within(date, body.validFrom, body.validTo) &&
    mandate.organKinds.includes(body.kind) &&
    mandate.roles.includes(post.role) &&
    canBeHeld(post.role, body)
  );
}

function reaches(bodies: readonly Body[], post: Post, scope: Scope, body: string): boolean {
  if (scope === "group") return bodies.some((b) => b.id === body);
  if (scope === "council") return bodies.some((b) => b.id === body && b.kind === "council");
  if (scope === "own") return post.body === body;
  return scope === "served"
    ? servedFrom(bodies, post.body).some((b) => b.id === body)
    : upFrom(bodies, body).some((b) => b.id === post.body);
}

interface Known {
  readonly bodies: readonly Body[];
  readonly mandates: readonly Mandate[];
  readonly held: readonly HeldPost[] | undefined;
  readonly language: Language;
}

/**
 * Who may instead, in the field's words: "Kommunfullmäktige (ordförande, sekreterare)", and the roles in the reader's language.
 * Posts that nobody holds on the day are not named; where nobody holds any of them, the bodies alone are.
 */
function whoMay({ bodies, mandates, held, language }: Known, body: string, date: Day): string[] {
  const words = language === "en" ? ROLES_IN_ENGLISH : ROLES;
  const isHeld = (at: Body, role: Role) =>
    held === undefined ||
    held.some(
      (post) => post.body === at.id && post.role === role && within(date, post.validFrom, post.validTo),
    );
  const answers = new Set<string>();
  const vacant = new Set<string>();
  for (const mandate of mandates) {
    for (const candidate of bodies) {
      if (
        !mandate.organKinds.includes(candidate.kind) ||
        !within(date, candidate.validFrom, candidate.validTo)
      )
        continue;
      const post = { body: candidate.id } as Post;
      const roles = mandate.roles.filter((role) => canBeHeld(role, candidate));
      if (roles.length === 0 || !reaches(bodies, post, mandate.scope, body)) continue;
      const filled = roles.filter((role) => isHeld(candidate, role)).map((role) => words[role]);
      if (filled.length > 0) answers.add(`${candidate.name} (${filled.join(", ")})`);
      else vacant.add(candidate.name);
    }
  }
  return [...(answers.size > 0 ? answers : vacant)].slice(0, MAX_WHO);
}

/** A longer list of who may helps nobody. */
const MAX_WHO = 8;
