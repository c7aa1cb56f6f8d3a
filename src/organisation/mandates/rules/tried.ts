import { type Day, within } from "../../../kernel/day.ts";
import { covers, givenIn, type HeldPost, holds, type Mandate, reaches } from "../../rules/mandate.ts";
import { type Body, canBeHeld } from "../../rules/organisation.ts";

/**
 * How a mandate stands to what is tried: it gives it; it would, but nobody holds the post; it is held for other bodies; it has not
 * begun by the day, or it has ended.
 */
export const TRIED = ["gives", "vacant", "other-body", "not-yet", "ended"] as const;
export type Tried = (typeof TRIED)[number];

export interface TriedMandate {
  readonly mandate: Mandate;
  readonly is: Tried;
  /** Who has it: where it gives, those who may; where it is held for other bodies, those who nearly may. */
  readonly posts: readonly HeldPost[];
}

/**
 * "Who may do this, in this body, on that day?" (model R-3, P-4): every mandate that is about it, those that give it first. `held`:
 * the posts that people hold on the day.
 */
export function tried(
  bodies: readonly Body[],
  mandates: readonly Mandate[],
  held: readonly HeldPost[],
  { action, body, day }: { readonly action: string; readonly body: string; readonly day: Day },
): TriedMandate[] {
  const about = bodies.find(({ id }) => id === body);
  if (!about || !within(day, about.validFrom, about.validTo)) return [];
  const found = mandates
    .filter((mandate) => covers(mandate.action, action))
    .flatMap((mandate): TriedMandate[] => {
      if (!couldReach(bodies, mandate, body, day) && !within(day, mandate.validFrom, mandate.validTo))
        return [];
      if (day < mandate.validFrom) return [{ mandate, is: "not-yet", posts: [] }];
      if (!within(day, mandate.validFrom, mandate.validTo)) return [{ mandate, is: "ended", posts: [] }];
      const posts = held.filter(
        (post) => within(day, post.validFrom, post.validTo) && holds(bodies, post, mandate, day),
      );
      const those = posts.filter((post) => reaches(bodies, post.body, mandate.scope, body));
      if (those.length > 0) return [{ mandate, is: "gives", posts: those }];
      if (couldReach(bodies, mandate, body, day)) return [{ mandate, is: "vacant", posts: [] }];
      return posts.length > 0 ? [{ mandate, is: "other-body", posts }] : [];
    });
  return found.toSorted((a, b) => TRIED.indexOf(a.is) - TRIED.indexOf(b.is));
}

/** Whether a post that could be held would reach the body by a mandate. */
const couldReach = (bodies: readonly Body[], mandate: Mandate, body: string, day: Day): boolean =>
  bodies.some(
    (at) =>
      givenIn(mandate, at) &&
      within(day, at.validFrom, at.validTo) &&
      mandate.roles.some((role) => canBeHeld(role, at)) &&
      reaches(bodies, at.id, mandate.scope, body),
  );
