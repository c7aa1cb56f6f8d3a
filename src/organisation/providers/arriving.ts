import { addDays, type Day } from "../../kernel/day.ts";
import type { ProblemKind } from "../../kernel/problem.ts";
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
import { type Person, postsOn } from "../rules/organisation.ts";
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

/** What becomes of somebody who comes by a provider: who it is, with which posts; or why nobody gets in. */
export type Arrival =
  | {
      readonly because: "known";
      readonly person: Person;
      readonly isNew: boolean;
      readonly posts: readonly PostRule[];
    }
  | { readonly because: "new"; readonly name: string; readonly posts: readonly PostRule[] }
  /** `person`: somebody who is here, and from whom the provider takes the last post. */
  | { readonly because: "no-post"; readonly person: Person | undefined; readonly posts: readonly PostRule[] }
  | {
      readonly because: "not-believed" | "several" | "no-name" | "elsewhere";
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
    const stays = postsOn(person, day).some((post) => !own.some(({ id }) => id === post.id));
    return posts.length > 0 || stays
      ? { because: "known", person, isNew: before === undefined, posts }
      : { because: "no-post", person, posts };
  }
  if (posts.length === 0) return { because: "no-post", person: undefined, posts };
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

const REFUSALS = {
  elsewhere: ClaimsElsewhere,
  several: SeveralKnown,
  "no-name": NoNameSaid,
  "not-believed": NotInTillit,
  "no-post": NotInTillit,
} as const;

/**
 * Takes in somebody who comes by a provider: the first time as who it is known to be, or as somebody new; and each time with the posts
 * that the rules in force give then. What they no longer give ended yesterday, also for whoever has no other and does not get in. Gives
 * the person's id, or how to refuse.
 */
export async function arrive(
  tx: Tx,
  municipality: string,
  given: Arriving & { readonly provider: IdentityProvider; readonly subject: Subject },
): Promise<{ readonly person: string } | { readonly refused: ProblemKind }> {
  const { provider, subject, day } = given;
  await lockSubject(tx, municipality, subject);
  const arrival = await arrivalOf(tx, given);
  if (arrival.because !== "known" && arrival.because !== "new") {
    if (arrival.because === "no-post" && arrival.person)
      await changePosts(tx, municipality, { provider: provider.id, person: arrival.person, posts: [], day });
    return { refused: REFUSALS[arrival.because] };
  }
  const person =
    arrival.because === "new"
      ? { id: await newPerson(tx, municipality, { name: arrival.name }), name: arrival.name, posts: [] }
      : arrival.person;
  if (arrival.because === "new" || arrival.isNew)
    await rememberSubject(tx, municipality, {
      ...subject,
      provider: provider.id,
      person: person.id,
      on: day,
    });
  await changePosts(tx, municipality, { provider: provider.id, person, posts: arrival.posts, day });
  return { person: person.id };
}

/** Gives the posts that a provider says now, and ends those that it gave and says no longer. */
async function changePosts(
  tx: Tx,
  municipality: string,
  {
    provider,
    person,
    posts,
    day,
  }: {
    readonly provider: string;
    readonly person: Person;
    readonly posts: readonly PostRule[];
    readonly day: Day;
  },
): Promise<void> {
  const present = postsOn(person, day);
  const given = new Set((await postsFrom(tx, provider, person)).map(({ id }) => id));
  const own = present.filter(({ id }) => given.has(id));
  const others = present.filter(({ id }) => !given.has(id));
  const { begin, end } = postChanges(posts, own, others);
  // Before what ends: whoever comes after in a post has it the same day
  for (const rule of begin)
    await giveByRule(tx, municipality, { provider, person: person.id, rule, from: day });
  for (const post of end) await endByRule(tx, post.id, addDays(day, -1));
}
