import { canonicalJson } from "../../kernel/canonical.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import {
  Answer,
  type Asked,
  type Context,
  type Handler,
  handle,
  handleAfter,
  mustHaveSeen,
  NotFound,
} from "../../platform/http/handle.ts";
import type { OutsideFetch } from "../../platform/outside.ts";
import {
  employeeNumbers,
  forgetSubject,
  identitiesOf,
  peopleKnownBy,
  peopleOfProvider,
  subjectsByProvider,
} from "../../platform/sign-in/identities.ts";
import { type AskedProvider, tryProvider } from "../../platform/sign-in/openid.ts";
import {
  type IdentityProvider,
  identityProviders,
  type SecretFound,
  sealSecret,
  secretOf,
  secretVariablePrefix,
  storeProvider,
} from "../../platform/sign-in/providers.ts";
import type { Seal } from "../../platform/sign-in/seal.ts";
import { setPersonal } from "../people/store.ts";
import { allBodies, people, personNames, whoAsks } from "../store.ts";
import { arrivalOf } from "./arriving.ts";
import {
  ClaimsNotJson,
  enforceProviderRules,
  getProvider,
  getProviderRules,
  listEmployeeNumbers,
  listProviderPeople,
  listProviders,
  NumberTaken,
  offerProvider,
  PROVIDER_PEOPLE_SHOWN,
  type ProviderInput,
  ProviderNotSet,
  putEmployeeNumber,
  putProvider,
  putProviderRules,
  REDIRECT_PATH,
  RulesStopped,
  SecretMissing,
  tryProviderRoute,
  tryProviderRules,
  unlinkProviderPerson,
} from "./contract.ts";
import { holds, rulesRemarks } from "./rules/claims.ts";
import { claimsIn } from "./rules/sample-claims.ts";
import { enforceDraft, type KeptRules, keptRules, rulesOf, storeDraft } from "./store.ts";

/** What it takes to ask a provider: how one fetches from outside, and where secrets are. */
export interface Outside {
  readonly fetch: OutsideFetch;
  readonly seal: Seal;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A provider as it is kept, or a refusal: there is none. */
export async function providerNamed(tx: Tx, id: string): Promise<IdentityProvider> {
  const [found] = await identityProviders(tx, id);
  return found ?? refuse(NotFound, { params: { what: id } });
}

/** A provider with its secret, to be asked. Refuses where the secret is not where it is said to be. */
export function askedAs(outside: Outside, municipality: string, one: IdentityProvider): AskedProvider {
  const found: SecretFound = secretOf(outside, municipality, one);
  if ("missing" in found) refuse(SecretMissing, { params: { name: one.name } });
  return { ...one, secret: found.secret };
}

const etagOfProvider = ({ revision }: IdentityProvider): string => `p${revision}`;
const etagOfRules = ({ revision }: KeptRules): string => (revision === 0 ? "none" : `r${revision}`);

async function shownProviders(tx: Tx, only?: string) {
  const [all, rules, come] = [
    await identityProviders(tx, only),
    await keptRules(tx),
    await subjectsByProvider(tx),
  ];
  return all.map(({ secretSealed: _secret, revision: _revision, ...one }) => ({
    ...one,
    people: come.get(one.id) ?? 0,
    rulesInForce: rules.get(one.id)?.inForce !== undefined,
  }));
}

async function providerAnswer(tx: Tx, id: string) {
  const [shown] = await shownProviders(tx, id);
  if (!shown) refuse(NotFound, { params: { what: id } });
  return new Answer(shown, { etag: etagOfProvider(await providerNamed(tx, id)) });
}

const changed = ({ draft, inForce }: KeptRules): boolean =>
  canonicalJson(draft) !== canonicalJson(inForce?.rules ?? { match: [], posts: [] });

async function rulesAnswer(tx: Tx, provider: string) {
  const kept = await rulesOf(tx, provider);
  const nameOf = await personNames(tx);
  const { draft, inForce } = kept;
  return new Answer(
    {
      draft,
      inForce: inForce ? { ...inForce, by: nameOf(inForce.by) } : null,
      changed: changed(kept),
    },
    kept.revision === 0 ? {} : { etag: etagOfRules(kept) },
  );
}

/** Where a secret is from now on; refuses what would leave the provider without the one that it is said to have. */
function secretIn(
  { seal }: Outside,
  municipality: string,
  { id, before, given }: { id: string; before: IdentityProvider | undefined; given: ProviderInput["secret"] },
): Pick<IdentityProvider, "secretFrom" | "secretVariable" | "secretSealed"> {
  const none = { secretVariable: null, secretSealed: null };
  if (given.from === "none") return { secretFrom: "none", ...none };
  if (given.from === "environment") {
    const prefix = secretVariablePrefix(municipality);
    if (!new RegExp(`^${prefix}[A-Z0-9_]{1,40}$`).test(given.variable))
      refuse(ProviderNotSet, { params: { prefix } });
    return { ...none, secretFrom: "environment", secretVariable: given.variable };
  }
  const kept = before?.secretFrom === "sealed" ? before.secretSealed : null;
  const sealed = given.value === undefined ? kept : sealSecret(seal, municipality, id, given.value);
  if (sealed === null) refuse(ProviderNotSet, { params: { prefix: secretVariablePrefix(municipality) } });
  return { ...none, secretFrom: "sealed", secretSealed: sealed };
}

/** Changes how one gets in, or who may what: it stands in the security log with who did it. */
const noteChange = ({ ctx, note }: Pick<Asked<unknown, unknown, unknown>, "ctx" | "note">, reason: string) =>
  note({ kind: "rights-changed", personId: ctx.personId, reason });

const must = async (tx: Tx, ctx: Context) => {
  const who = await whoAsks(tx, ctx);
  who.mustBy(listProviders);
  return who;
};

/** How the municipality's identity providers are set up (T-2). */
export const providerHandlers = (outside: Outside): Handler[] => [
  handle(listProviders, async ({ ctx, tx }) => {
    await must(tx, ctx);
    return {
      providers: await shownProviders(tx),
      variablePrefix: secretVariablePrefix(ctx.municipality),
      redirectPath: REDIRECT_PATH,
    };
  }),
  handle(getProvider, async ({ params, ctx, tx }) => {
    await must(tx, ctx);
    return providerAnswer(tx, params.provider);
  }),
  handle(
    putProvider,
    async ({ params: { provider: id }, body: { secret, ...settings }, ctx, tx, seen, note }) => {
      await must(tx, ctx);
      const [before] = await identityProviders(tx, id);
      mustHaveSeen(seen, before ? etagOfProvider(before) : "none");
      await storeProvider(tx, ctx.municipality, {
        ...settings,
        ...secretIn(outside, ctx.municipality, { id, before, given: secret }),
        id,
        offered: before?.offered ?? false,
        revision: (before?.revision ?? 0) + 1,
      });
      noteChange({ ctx, note }, `provider:${id}`);
      return providerAnswer(tx, id);
    },
  ),
  handleAfter(
    tryProviderRoute,
    async ({ params, ctx, door }) => {
      const one = await door.read(ctx.municipality, async (tx) => {
        await must(tx, ctx);
        return providerNamed(tx, params.provider);
      });
      return tryProvider(askedAs(outside, ctx.municipality, one), outside.fetch);
    },
    async (_asked, told) => ({
      ...told,
      scopes: [...told.scopes],
      claims: [...told.claims],
      pkce: told.pkce ?? null,
    }),
  ),
  handle(offerProvider, async ({ params, body: { offered }, ctx, tx, note }) => {
    await must(tx, ctx);
    const one = await providerNamed(tx, params.provider);
    await storeProvider(tx, ctx.municipality, { ...one, offered, revision: one.revision + 1 });
    noteChange({ ctx, note }, `provider:${one.id}`);
    return providerAnswer(tx, one.id);
  }),
  handle(getProviderRules, async ({ params, ctx, tx }) => {
    await must(tx, ctx);
    await providerNamed(tx, params.provider);
    return rulesAnswer(tx, params.provider);
  }),
  handle(putProviderRules, async ({ params, body, ctx, tx, seen }) => {
    await must(tx, ctx);
    const { id } = await providerNamed(tx, params.provider);
    const kept = await rulesOf(tx, id);
    mustHaveSeen(seen, etagOfRules(kept));
    await storeDraft(tx, ctx.municipality, id, body, kept.revision + 1);
    return rulesAnswer(tx, id);
  }),
  handle(tryProviderRules, async ({ params, body, ctx, tx }) => {
    await must(tx, ctx);
    const provider = await providerNamed(tx, params.provider);
    const claims = claimsIn(body.claims);
    if (!claims) return refuse(ClaimsNotJson);
    const { draft } = await rulesOf(tx, provider.id);
    const { iss, sub } = claims;
    const subject =
      typeof iss === "string" && typeof sub === "string" ? { issuer: iss, subject: sub } : undefined;
    const arrival = await arrivalOf(tx, { provider, subject, claims, rules: draft, day: ctx.present });
    const person =
      arrival.because === "known"
        ? { id: arrival.person.id, name: arrival.person.name }
        : arrival.because === "new"
          ? { id: null, name: arrival.name }
          : null;
    return {
      letIn: person !== null,
      person,
      because: arrival.because,
      posts: arrival.posts.map(({ id, body, role, title }) => ({ id, body, role, title })),
      rules: draft.posts.map((rule) => ({ id: rule.id, holds: holds(claims, rule) })),
    };
  }),
  handle(enforceProviderRules, async ({ params, body, ctx, tx, note }) => {
    const who = await must(tx, ctx);
    const { id, name } = await providerNamed(tx, params.provider);
    const kept = await rulesOf(tx, id);
    mustHaveSeen(`r${body.revision}`, etagOfRules(kept));
    const remarks = rulesRemarks(kept.draft, await allBodies(tx), ctx.present);
    if (remarks.length > 0) refuse(RulesStopped, { remarks, params: { name } });
    await enforceDraft(tx, id, { on: ctx.present, by: who.person?.id as string });
    noteChange({ ctx, note }, `provider-rules:${id}`);
    return rulesAnswer(tx, id);
  }),
  handle(listProviderPeople, async ({ params, ctx, tx }) => {
    await must(tx, ctx);
    const { id } = await providerNamed(tx, params.provider);
    const nameOf = await personNames(tx);
    const come = await peopleOfProvider(tx, id, PROVIDER_PEOPLE_SHOWN);
    return come.map((one) => ({ ...one, name: nameOf(one.person) }));
  }),
  handle(unlinkProviderPerson, async ({ params, ctx, tx, note }) => {
    await must(tx, ctx);
    const { id } = await providerNamed(tx, params.provider);
    if (!(await identitiesOf(tx, params.person)).includes(id))
      refuse(NotFound, { params: { what: params.person } });
    await forgetSubject(tx, id, params.person);
    noteChange({ ctx, note }, `provider-person:${params.person}`);
    return { person: params.person, unlinked: true as const };
  }),
  handle(listEmployeeNumbers, async ({ ctx, tx }) => {
    await must(tx, ctx);
    const nameOf = await personNames(tx);
    return (await employeeNumbers(tx)).map((one) => ({ ...one, name: nameOf(one.person) }));
  }),
  handle(putEmployeeNumber, async ({ params: { person }, body: { number }, ctx, tx }) => {
    await must(tx, ctx);
    if (!(await people(tx, person))[0]) refuse(NotFound, { params: { what: person } });
    const others = number === null ? [] : await peopleKnownBy(tx, "employee-number", number);
    if (others.some((other) => other !== person)) refuse(NumberTaken, { params: { number: number ?? "" } });
    await setPersonal(tx, ctx.municipality, {
      person,
      sort: "employee-number",
      value: number ?? undefined,
    });
    return { person, number };
  }),
];
