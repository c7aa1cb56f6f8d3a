import type { Citation } from "../../kernel/citation.ts";
import { type Day, within } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import {
  type Body,
  type BodyKind,
  canBeHeld,
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
 * - `group`: every body
 */
export const SCOPES = ["own", "served", "below", "group"] as const;
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
      /** sign-in: nobody has signed in; no-mandate: nobody has it; not-yours: others have it; other-body: yours reaches other bodies */
      readonly because: "sign-in" | "no-mandate" | "not-yours" | "other-body";
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
 * Takes the organisation and its mandates as data and gives the function that answers.
 */
export function mayBy(bodies: readonly Body[], mandates: readonly Mandate[], language: Language = "sv"): May {
  return (person, action, object, date) => {
    const about = mandates.filter((m) => covers(m.action, action) && within(date, m.validFrom, m.validTo));
    const ask = () => whoMay(bodies, about, object.body, date, language);
    const cite = about[0]?.cite ?? "§3.2";
    if (!person) return { allowed: false, because: "sign-in", cite, ask: ask() };
    if (about.length === 0) return { allowed: false, because: "no-mandate", cite, ask: [] };
    let holdsElsewhere = false;
    for (const post of postsOn(person, date)) {
      for (const mandate of about) {
        if (!holds(bodies, post, mandate, date)) continue;
        if (reaches(bodies, post, mandate.scope, object.body))
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
  if (scope === "group") return true;
  if (scope === "own") return post.body === body;
  return scope === "served"
    ? servedFrom(bodies, post.body).some((b) => b.id === body)
    : upFrom(bodies, body).some((b) => b.id === post.body);
}

/** Who may instead, in the field's words: "Kommunfullmäktige (ordförande, sekreterare)", and the roles in the reader's language. */
function whoMay(
  bodies: readonly Body[],
  mandates: readonly Mandate[],
  body: string,
  date: Day,
  language: Language,
): string[] {
  const words = language === "en" ? ROLES_IN_ENGLISH : ROLES;
  const answers = new Set<string>();
  for (const mandate of mandates) {
    for (const candidate of bodies) {
      if (
        !mandate.organKinds.includes(candidate.kind) ||
        !within(date, candidate.validFrom, candidate.validTo)
      )
        continue;
      const post = { body: candidate.id } as Post;
      const roles = mandate.roles.filter((role) => canBeHeld(role, candidate)).map((role) => words[role]);
      if (roles.length > 0 && reaches(bodies, post, mandate.scope, body))
        answers.add(`${candidate.name} (${roles.join(", ")})`);
    }
  }
  return [...answers].slice(0, MAX_WHO);
}

/** A longer list of who may helps nobody. */
const MAX_WHO = 8;
