import type { Day } from "../../../kernel/day.ts";
import { type Person, postsOn } from "../../../organisation/rules/organisation.ts";

/**
 * Who is away on a day, with those who act meanwhile: away is who has posts, and for each of them somebody else who acts.
 * Who is away from one post of two is at work.
 */
export function awayOn(people: readonly Person[], day: Day): ReadonlyMap<string, readonly string[]> {
  const acting = new Map<string, string[]>();
  for (const person of people)
    for (const { actingFor } of postsOn(person, day))
      if (actingFor !== undefined) acting.set(actingFor, [...(acting.get(actingFor) ?? []), person.id]);
  const away = new Map<string, readonly string[]>();
  for (const person of people) {
    const posts = postsOn(person, day);
    const stand = posts.map(({ id }) => (acting.get(id) ?? []).filter((other) => other !== person.id));
    if (posts.length > 0 && stand.every((others) => others.length > 0))
      away.set(person.id, [...new Set(stand.flat())]);
  }
  return away;
}
