import { z } from "zod";
import { type Day, within } from "../../../kernel/day.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { BodyId } from "../../rules/body-id.ts";
import { type Body, canBeHeld, ELECTED, ROLES, type Role } from "../../rules/organisation.ts";

/**
 * How a claim is held against a rule's values.
 * - `equals`: it is that one value
 * - `contains`: it is a list (or words with spaces or commas between) in which the value stands
 * - `one-of`: it is, or holds, one of several values
 */
export const OPERATORS = ["equals", "contains", "one-of"] as const;
export type Operator = (typeof OPERATORS)[number];

const MAX_RULES = 200;
const MAX_VALUES = 50;
const ClaimName = z.string().trim().min(1).max(200);

/** Whoever has the claim gets the post (model R-2, T-2). */
export const PostRule = z.object({
  /** Never comes again: a rule is the same though it is changed. */
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  claim: ClaimName,
  operator: z.enum(OPERATORS),
  values: z.array(z.string().trim().min(1).max(300)).min(1).max(MAX_VALUES),
  body: BodyId,
  role: z.enum(Object.keys(ROLES) as [Role, ...Role[]]),
  title: z.string().trim().min(1).max(100),
});
export type PostRule = z.output<typeof PostRule>;

export const KNOWN_BY = ["email", "employee-number"] as const;

/** Whoever comes for the first time is somebody who is here already, where the claim says an address or a number of that person's. */
export const MatchRule = z.object({ by: z.enum(KNOWN_BY), claim: ClaimName });
export type MatchRule = z.output<typeof MatchRule>;

export const ProviderRules = z.object({
  match: z.array(MatchRule).max(4),
  posts: z.array(PostRule).max(MAX_RULES),
});
export type ProviderRules = z.output<typeof ProviderRules>;
export const NO_RULES: ProviderRules = { match: [], posts: [] };

export type Claims = Readonly<Record<string, unknown>>;

/** What a claim says, as texts; a name with dots leads into what it holds ("realm_access.roles"), unless there is one of just that name. */
export function claimValues(claims: Claims, name: string): string[] {
  const direct = ownValue(claims, name);
  const found = direct === undefined ? name.split(".").reduce<unknown>(inside, claims) : direct;
  return (Array.isArray(found) ? found : [found]).flatMap((one) =>
    typeof one === "string" || typeof one === "number" || typeof one === "boolean" ? [String(one)] : [],
  );
}

const inside = (of: unknown, name: string): unknown =>
  typeof of === "object" && of !== null && !Array.isArray(of) ? ownValue(of as Claims, name) : undefined;

/** Whether what somebody's claims say is what a rule asks for. */
export function holds(
  claims: Claims,
  { claim, operator, values }: Pick<PostRule, "claim" | "operator" | "values">,
): boolean {
  const said = claimValues(claims, claim);
  switch (operator) {
    case "equals":
      return said.length === 1 && values.length === 1 && said[0] === values[0];
    case "contains":
      return said.flatMap(words).some((one) => values.length === 1 && one === values[0]);
    case "one-of":
      return said.some((one) => values.includes(one));
  }
}

/** The text itself too: a group's name may have spaces in it. */
const words = (text: string): string[] => [text, ...text.split(/[\s,]+/)];

/**
 * Claims that a provider keeps somewhere else, since they were too many to send (OpenID Connect, aggregated and distributed claims): what
 * is not there says nothing of whether it is so.
 */
export function claimsElsewhere(claims: Claims, { match, posts }: ProviderRules): string[] {
  const elsewhere = ownValue(claims, "_claim_names");
  if (typeof elsewhere !== "object" || elsewhere === null) return [];
  const asked = [...match, ...posts].map(({ claim }) => claim);
  return Object.keys(elsewhere).filter(
    (name) => asked.includes(name) && ownValue(claims, name) === undefined,
  );
}

/** What somebody can be known by among those who are here, in the order of the rules. `checked`: an address that may be believed. */
export function knownBy(
  claims: Claims,
  { match }: ProviderRules,
  checksEmail: boolean,
): { readonly by: MatchRule["by"]; readonly value: string; readonly believed: boolean }[] {
  return match.flatMap(({ by, claim }) => {
    const [value, ...more] = claimValues(claims, claim);
    if (value === undefined || value.trim() === "" || more.length > 0) return [];
    return [{ by, value: value.trim(), believed: by !== "email" || isChecked(claims, checksEmail) }];
  });
}

/** Anybody can say that an address is theirs: it is believed where the provider says that it has been checked, or always checks. */
const isChecked = (claims: Claims, checksEmail: boolean): boolean => {
  const said = ownValue(claims, "email_verified");
  return said === true || said === "true" || (said === undefined && checksEmail);
};

const MAX_NAME = 200;

/** What somebody is called, by the claims that OpenID Connect has for it; undefined where none says it. */
export function nameIn(claims: Claims): string | undefined {
  const text = (name: string) => claimValues(claims, name)[0]?.trim() ?? "";
  const whole = text("name") || `${text("given_name")} ${text("family_name")}`.trim();
  return whole === "" ? undefined : whole.slice(0, MAX_NAME);
}

/** A post that claims give. */
export type GivenPost = Pick<PostRule, "body" | "role" | "title">;
const samePost = (one: GivenPost, other: GivenPost): boolean =>
  one.body === other.body && one.role === other.role;

/** The posts that somebody's claims give on a day: each once, in bodies that there are. */
export function postsGiven(
  claims: Claims,
  { posts }: ProviderRules,
  bodies: readonly Body[],
  day: Day,
): PostRule[] {
  const given: PostRule[] = [];
  for (const rule of posts)
    if (
      holds(claims, rule) &&
      postFault(rule, bodies, day) === undefined &&
      !given.some((one) => samePost(one, rule))
    )
      given.push(rule);
  return given;
}

/** What changes in the posts that a provider has given somebody: those that it says no longer end, and new ones begin. */
export function postChanges<Held extends GivenPost>(
  given: readonly PostRule[],
  /** Of the person's posts those that the provider gave. */
  held: readonly Held[],
  /** And all other. */
  others: readonly GivenPost[],
): { readonly begin: readonly PostRule[]; readonly end: readonly Held[] } {
  return {
    begin: given.filter((rule) => ![...held, ...others].some((post) => samePost(post, rule))),
    end: held.filter((post) => !given.some((rule) => samePost(rule, post))),
  };
}

type PostFault = "rule-no-body" | "rule-elected" | "rule-role-elsewhere";

/** Why a rule can't give its post: nobody is elected by a directory of employees (KL 4:1). */
export function postFault(
  { body: id, role }: Pick<PostRule, "body" | "role">,
  bodies: readonly Body[],
  day: Day,
): PostFault | undefined {
  const body = bodies.find((one) => one.id === id);
  if (!body || !within(day, body.validFrom, body.validTo)) return "rule-no-body";
  if (ELECTED.includes(role)) return "rule-elected";
  return canBeHeld(role, body) ? undefined : "rule-role-elsewhere";
}

/** What stops rules from being put in force (T-2). */
export function rulesRemarks({ match, posts }: ProviderRules, bodies: readonly Body[], day: Day): Remark[] {
  const found: Remark[] = [];
  const stops = (code: string, at: string, params: Remark["params"] = {}) =>
    found.push(remark("stops", code, "§3.2", params, at));
  if (match.length === 0 && posts.length === 0) stops("rules-none", "posts");
  for (const [i, rule] of posts.entries()) {
    const fault = postFault(rule, bodies, day);
    const body = bodies.find(({ id }) => id === rule.body)?.name ?? rule.body;
    if (fault === "rule-no-body") stops("rule-no-body", `posts.${i}.body`);
    if (fault === "rule-elected")
      found.push(remark("stops", "rule-elected", "KL 4:1", { role: ROLES[rule.role] }, `posts.${i}.role`));
    if (fault === "rule-role-elsewhere")
      stops("rule-role-elsewhere", `posts.${i}.role`, { role: ROLES[rule.role], body });
    if (rule.operator !== "one-of" && rule.values.length > 1) stops("rule-one-value", `posts.${i}.values`);
    if (posts.findIndex(({ id }) => id === rule.id) !== i) stops("rule-twice", `posts.${i}.claim`);
  }
  return found;
}
