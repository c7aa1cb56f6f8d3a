import { addDays, type Day, within } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import {
  identitiesOf,
  lockSubject,
  peopleKnownBy,
  personOfSubject,
  rememberSubject,
  type Subject,
} from "../../platform/sign-in/identities.ts";
import type { IdentityProvider } from "../../platform/sign-in/providers.ts";
import { newPerson } from "../people/store.ts";
import type { Person } from "../rules/organisation.ts";
import { allBodies, people } from "../store.ts";
import { ClaimsElsewhere, NoNameSaid, NotInTillit, SeveralKnown } from "./contract.ts";
import {
  type Claims,
  claimsElsewhere,
  knownBy,
  nameIn,
  type PostRule,
  type ProviderRules,
  postChanges,
  postsGiven,
} from "./rules/claims.ts";
import { endByRule, giveByRule, postsFrom } from "./store.ts";

/** What becomes of somebody who comes by a provider: who it is, with which posts; or why it is nobody. */
export type Arrival =
  | {
      readonly because: "known";
      readonly person: Person;
      readonly isNew: boolean;
      readonly posts: readonly PostRule[];
    }
  | { readonly because: "new"; readonly name: string; readonly posts: readonly PostRule[] }
  | {
      readonly because: "not-believed" | "several" | "no-name" | "no-post" | "elsewhere";
      readonly posts: readonly PostRule[];
    };

interface Arriving {
  readonly provider: Pick<IdentityProvider, "id" | "checksEmail">;
  /** Who it is by the provider; undefined where that is not said, as in a sample. */
  readonly subject: Subject | undefined;
  readonly claims: Claims;
  readonly rules: ProviderRules;
  readonly day: Day;
}

/** Finds out who somebody is and what the rules give, and changes nothing: the same for a sample as for a sign-in (T-2). */
export async function arrivalOf(
  tx: Tx,
  { provider, subject, claims, rules, day }: Arriving,
): Promise<Arrival> {
  const posts = postsGiven(claims, rules, await allBodies(tx), day);
  if (claimsElsewhere(claims, rules).length > 0) return { because: "elsewhere", posts };
  const before = subject && (await personOfSubject(tx, subject));
  const found = before === undefined ? await matched(tx, { provider, claims, rules }) : { person: before };
  if (found && "because" in found) return { ...found, posts };
  const [person] = found ? await people(tx, found.person) : [];
  if (person) {
    const own = await postsFrom(tx, provider.id, person);
    const stays = person.posts.some(
      (post) => within(day, post.validFrom, post.validTo) && !own.some(({ id }) => id === post.id),
    );
    return posts.length > 0 || stays
      ? { because: "known", person, isNew: before === undefined, posts }
      : { because: "no-post", posts };
  }
  if (posts.length === 0) return { because: "no-post", posts };
  const name = nameIn(claims);
  return name === undefined ? { because: "no-name", posts } : { because: "new", name, posts };
}

/** Who of those here somebody is by what the rules know people by; an account that is another's already is nobody's. */
async function matched(
  tx: Tx,
  { provider, claims, rules }: Pick<Arriving, "provider" | "claims" | "rules">,
): Promise<{ readonly person: string } | { readonly because: "not-believed" | "several" } | undefined> {
  for (const { by, value, believed } of knownBy(claims, rules, provider.checksEmail)) {
    const [person, ...more] = await peopleKnownBy(tx, by, value);
    if (person === undefined) continue;
    if (!believed) return { because: "not-believed" };
    const other = (await identitiesOf(tx, person)).includes(provider.id);
    return more.length > 0 || other ? { because: "several" } : { person };
  }
  return undefined;
}

/**
 * Lets somebody in who comes by a provider: the first time as who it is known to be, or as somebody new; and each time with the posts that
 * the rules in force give then. What they no longer give ended yesterday. Gives the person's id, or refuses with why.
 */
export async function arrive(
  tx: Tx,
  municipality: string,
  given: Arriving & { readonly provider: IdentityProvider; readonly subject: Subject },
): Promise<string> {
  const { provider, subject, day } = given;
  await lockSubject(tx, municipality, subject);
  const arrival = await arrivalOf(tx, given);
  const params = { name: provider.name };
  switch (arrival.because) {
    case "elsewhere":
      return refuse(ClaimsElsewhere, { params });
    case "several":
      return refuse(SeveralKnown, { params });
    case "no-name":
      return refuse(NoNameSaid, { params });
    case "not-believed":
    case "no-post":
      return refuse(NotInTillit, { params });
    case "known":
    case "new":
      break;
  }
  const person =
    arrival.because === "new" ? await newPerson(tx, municipality, { name: arrival.name }) : arrival.person.id;
  if (arrival.because === "new" || arrival.isNew)
    await rememberSubject(tx, municipality, { ...subject, provider: provider.id, person, on: day });
  const current = arrival.because === "known" ? arrival.person : { id: person, name: "", posts: [] };
  const own = (await postsFrom(tx, provider.id, current)).filter((post) =>
    within(day, post.validFrom, post.validTo),
  );
  const others = current.posts.filter(
    (post) => within(day, post.validFrom, post.validTo) && !own.some(({ id }) => id === post.id),
  );
  const { begin, end } = postChanges(arrival.posts, own, others);
  // Before what ends: whoever comes after in a post has it the same day
  for (const rule of begin)
    await giveByRule(tx, municipality, { provider: provider.id, person, rule, from: day });
  for (const post of end) await endByRule(tx, post.id, addDays(day, -1));
  return person;
}
