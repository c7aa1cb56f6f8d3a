import type { Citation } from "../../kernel/citation.ts";
import { type Day, within } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import type { Nearest } from "../../kernel/nearest.ts";
import { covers, type HeldPost, holds, type Mandate, reaches } from "./mandate.ts";
import { type Body, bodiesById, continuing, type Person, postsOn } from "./organisation.ts";
import { whoMay } from "./who-may.ts";

export const MAY_NOT_BECAUSE = ["sign-in", "no-mandate", "not-yours", "other-body", "ended"] as const;

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
      /** Who may, the nearest first. */
      readonly ask: readonly string[];
      /** The nearest of them by name, for whoever has signed in. */
      readonly nearest?: Nearest;
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
 * that a refusal sends nobody to a post that there is not; without it every post that could be held is named. `nameOf`: what
 * people are called, where the nearest of those who may is to be named.
 */
export function mayBy(
  bodies: readonly Body[],
  mandates: readonly Mandate[],
  language: Language = "sv",
  held?: readonly HeldPost[],
  nameOf?: (person: string) => string,
): May {
  return (person, action, object, date) => {
    const about = mandates.filter((m) => covers(m.action, action) && within(date, m.validFrom, m.validTo));
    // What a body leaves behind is that of the body which goes on with it
    const body = continuing(bodies, object.body);
    const ended = hasEnded(bodies, body, date);
    const posts = person ? postsOn(person, date) : [];
    const instead = () => {
      if (ended) return { ask: [] };
      const from = posts.map((post) => post.body);
      const known = { bodies, mandates: about, held, language, nameOf: person && nameOf };
      return whoMay(known, { action, body, from, date });
    };
    const cite = about[0]?.cite ?? "§3.2";
    if (!person) return { allowed: false, because: "sign-in", cite, ...instead() };
    if (about.length === 0) return { allowed: false, because: "no-mandate", cite, ask: [] };
    if (ended) return { allowed: false, because: "ended", cite, ask: [] };
    let holdsElsewhere = false;
    for (const post of posts) {
      for (const mandate of about) {
        if (!holds(bodies, post, mandate, date)) continue;
        if (reaches(bodies, post.body, mandate.scope, body))
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
    return { allowed: false, because: holdsElsewhere ? "other-body" : "not-yours", cite, ...instead() };
  };
}

/** Nothing is decided, written or answered in a body that is no more, however far a mandate reaches (model R-1). */
function hasEnded(bodies: readonly Body[], id: string, date: Day): boolean {
  const to = bodiesById(bodies).get(id)?.validTo;
  return to != null && to < date;
}
