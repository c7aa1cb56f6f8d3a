import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import {
  ProviderAnswer,
  ProviderAway,
  ProviderClock,
  ProviderDenied,
} from "../../platform/sign-in/contract.ts";
import { AccountShut } from "../accounts/entry/contract.ts";
import { DayText, NoPost, PersonShape } from "../contract.ts";
import { PROVIDER } from "./kind.ts";
import { PostRule, ProviderRules } from "./rules/claims.ts";
import { MAX_CLAIMS_TEXT } from "./rules/sample-claims.ts";

const chapter = "organisation";

export const ProviderId = z.string().regex(/^[a-z0-9-]{1,40}$/);
const OfProvider = z.object({ provider: ProviderId });

/** Where a browser comes back to from a provider, also after it has signed out there: registered at the provider. */
export const REDIRECT_PATH = "/logga-in";

/** The browser that comes back is not the one that went, or it took too long, or the answer has been used. */
export const RoundLost = problemKind("sign-in-round-lost", 401);
/** Somebody whom the provider knows and no rule gives anything. */
export const NotInTillit = problemKind("not-in-tillit", 403);
/** Somebody new, of whom the provider says no name. */
export const NoNameSaid = problemKind("provider-no-name", 403);
/** What the rules ask for was too much to send. */
export const ClaimsElsewhere = problemKind("provider-claims-elsewhere", 503);
/** Several people here have what the provider says of one. */
export const SeveralKnown = problemKind("provider-several-known", 409);
/** The client's secret is not where it is said to be. */
export const SecretMissing = problemKind("provider-secret-missing", 503);
export const RulesStopped = problemKind("provider-rules-stopped", 422);
export const ClaimsNotJson = problemKind("claims-not-json", 422);
export const ProviderNotSet = problemKind("provider-not-set", 422);
export const NumberTaken = problemKind("employee-number-taken", 409);

export const offeredProviders = route({
  id: "offeredProviders",
  method: "GET",
  path: "/sign-in/providers",
  chapter,
  summary: "De identitetstjänster som kommunen loggar in med",
  access: "public",
  returns: z.array(z.object({ id: ProviderId, name: z.string() })),
});

export const beginProvider = route({
  id: "beginProvider",
  method: "POST",
  path: "/sign-in/providers/{provider}/round",
  chapter,
  summary: "Börja logga in med en identitetstjänst: dit webbläsaren ska gå",
  access: "public",
  params: OfProvider,
  returns: z.object({ address: z.string() }),
  answerName: "ProviderRound",
  problems: [ProviderAway, SecretMissing],
});

export const finishProvider = route({
  id: "finishProvider",
  method: "POST",
  path: "/sign-in/providers/answer",
  chapter,
  summary: "Logga in med identitetstjänstens svar; uppdrag ges och avslutas efter reglerna",
  access: "public",
  /** What stands after the question mark in the address that the browser came back to. */
  body: z.object({ query: z.string().min(1).max(8000) }),
  returns: PersonShape,
  problems: [
    RoundLost,
    ProviderAway,
    ProviderDenied,
    ProviderAnswer,
    ProviderClock,
    SecretMissing,
    ClaimsElsewhere,
    SeveralKnown,
    NotInTillit,
    NoNameSaid,
    NoPost,
    AccountShut,
  ],
});

/** An issuer as OpenID Connect has it: an address without question or anchor, to which its own description is added. */
const Issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((text) => !/[?#]|\/\.well-known\//.test(text), "utan frågetecken, # och /.well-known/");

const Scopes = z
  .string()
  .trim()
  .max(500)
  .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/, "ord med ett blanksteg emellan")
  .refine((text) => text.split(" ").includes("openid"), "openid ska vara med");

const Settings = z.object({
  name: z.string().trim().min(1).max(60),
  issuer: Issuer,
  clientId: z.string().trim().min(1).max(300),
  scopes: Scopes,
  /** More is asked for than the token says. */
  asksUserinfo: z.boolean(),
  /** Its addresses are checked by the municipality, also where it does not say so each time. */
  checksEmail: z.boolean(),
});

/** Where the client's secret is: it goes in, and never out. */
const SecretInput = z.discriminatedUnion("from", [
  z.object({ from: z.literal("none") }),
  z.object({ from: z.literal("environment"), variable: z.string().max(100) }),
  /** Without a value: the one that there is stays. */
  z.object({ from: z.literal("sealed"), value: z.string().min(1).max(1000).optional() }),
]);

export const ProviderInput = Settings.extend({ secret: SecretInput });
export type ProviderInput = z.output<typeof ProviderInput>;

const ProviderShape = Settings.extend({
  id: ProviderId,
  secretFrom: z.enum(["none", "environment", "sealed"]),
  secretVariable: z.string().nullable(),
  offered: z.boolean(),
  /** How many have come by it. */
  people: z.number().int(),
  rulesInForce: z.boolean(),
});
export type ProviderShape = z.output<typeof ProviderShape>;

const allow = { action: `manage:${PROVIDER.object}`, of: "executive" } as const;

export const listProviders = route({
  id: "listProviders",
  method: "GET",
  path: "/providers",
  chapter,
  allow,
  summary: "Kommunens identitetstjänster, så som de är inställda",
  returns: z.object({
    providers: z.array(ProviderShape),
    /** What the names of secrets in the server's environment begin with here. */
    variablePrefix: z.string(),
    /** What is to be registered at the provider, after the address of Tillit. */
    redirectPath: z.string(),
  }),
  answerName: "IdentityProviders",
});

export type ProvidersTold = z.output<typeof listProviders.returns>;

export const getProvider = route({
  id: "getProvider",
  method: "GET",
  path: "/providers/{provider}",
  chapter,
  allow,
  summary: "En identitetstjänst, så som den är inställd",
  params: OfProvider,
  returns: ProviderShape,
  answerName: "IdentityProvider",
  editable: true,
});

export const putProvider = route({
  id: "putProvider",
  method: "PUT",
  path: "/providers/{provider}",
  chapter,
  allow,
  summary: "Ställ in en identitetstjänst",
  params: OfProvider,
  body: ProviderInput,
  returns: ProviderShape,
  answerName: "IdentityProvider",
  editable: true,
  problems: [ProviderNotSet],
});

export const tryProviderRoute = route({
  id: "tryProvider",
  method: "POST",
  path: "/providers/{provider}/trial",
  chapter,
  allow,
  summary: "Pröva en identitetstjänst: hämta vad den säger om sig själv",
  params: OfProvider,
  returns: z.object({
    authorizationEndpoint: z.string(),
    endSession: z.boolean(),
    userinfo: z.boolean(),
    scopes: z.array(z.string()),
    claims: z.array(z.string()),
    /** Whether it says that it can PKCE by SHA-256; null where it says nothing. */
    pkce: z.boolean().nullable(),
  }),
  answerName: "ProviderTrial",
  problems: [ProviderAway, SecretMissing],
});

export const offerProvider = route({
  id: "offerProvider",
  method: "POST",
  path: "/providers/{provider}/offer",
  chapter,
  allow,
  summary: "Visa en identitetstjänst på inloggningssidan, eller ta bort den därifrån",
  params: OfProvider,
  body: z.object({ offered: z.boolean() }),
  returns: ProviderShape,
  answerName: "IdentityProvider",
});

const RulesShape = z.object({
  draft: ProviderRules,
  /** What is in force, with since when and by whom; null: nothing. */
  inForce: z
    .object({ rules: ProviderRules, on: DayText, by: z.string(), revision: z.number().int() })
    .nullable(),
  /** The draft says something else than what is in force. */
  changed: z.boolean(),
});

export const getProviderRules = route({
  id: "getProviderRules",
  method: "GET",
  path: "/providers/{provider}/rules",
  chapter,
  allow,
  summary: "Reglerna för vilka uppdrag en identitetstjänst ger: utkast och det som gäller",
  params: OfProvider,
  returns: RulesShape,
  answerName: "ProviderRulesView",
  editable: true,
});

export const putProviderRules = route({
  id: "putProviderRules",
  method: "PUT",
  path: "/providers/{provider}/rules",
  chapter,
  allow,
  summary: "Skriv reglerna; de gäller först när de sätts i kraft",
  params: OfProvider,
  body: ProviderRules,
  returns: RulesShape,
  answerName: "ProviderRulesView",
  editable: true,
});

const Outcome = z.object({
  /** Whether somebody whose claims these are would get in. */
  letIn: z.boolean(),
  /** Who it would be: somebody who is here, or somebody new by a name. */
  person: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  posts: z.array(PostRule.pick({ id: true, body: true, role: true, title: true })),
  /** Each of the draft's rules: whether it holds. */
  rules: z.array(z.object({ id: z.string(), holds: z.boolean() })),
  /** Why nobody is known, or why somebody would not get in. */
  because: z.enum(["known", "new", "not-believed", "several", "no-name", "no-post", "elsewhere"]),
});
export type Outcome = z.output<typeof Outcome>;

export const tryProviderRules = route({
  id: "tryProviderRules",
  method: "POST",
  path: "/providers/{provider}/rules/trial",
  chapter,
  allow,
  summary: "Pröva utkastets regler på det som en identitetstjänst säger om någon; inget ändras",
  params: OfProvider,
  body: z.object({ claims: z.string().max(MAX_CLAIMS_TEXT) }),
  returns: Outcome,
  answerName: "ProviderRulesTrial",
  problems: [ClaimsNotJson],
});

export const enforceProviderRules = route({
  id: "enforceProviderRules",
  method: "POST",
  path: "/providers/{provider}/rules/in-force",
  chapter,
  allow,
  summary: "Sätt utkastets regler i kraft",
  params: OfProvider,
  body: z.object({ revision: z.number().int() }),
  returns: RulesShape,
  answerName: "ProviderRulesView",
  problems: [RulesStopped],
});

export const PROVIDER_PEOPLE_SHOWN = 200;

export const listProviderPeople = route({
  id: "listProviderPeople",
  method: "GET",
  path: "/providers/{provider}/people",
  chapter,
  allow,
  summary: "De som har loggat in med en identitetstjänst, de senaste först",
  params: OfProvider,
  returns: z
    .array(z.object({ person: z.string(), name: z.string(), since: DayText }))
    .max(PROVIDER_PEOPLE_SHOWN),
  answerName: "ProviderPeople",
});

export const unlinkProviderPerson = route({
  id: "unlinkProviderPerson",
  method: "DELETE",
  path: "/providers/{provider}/people/{person}",
  chapter,
  allow,
  summary: "Koppla loss en person från en identitetstjänst; nästa inloggning känns igen på nytt",
  params: OfProvider.extend({ person: z.string().min(1).max(100) }),
  returns: z.object({ person: z.string(), unlinked: z.literal(true) }),
  answerName: "ProviderPersonUnlinked",
});

export const listEmployeeNumbers = route({
  id: "listEmployeeNumbers",
  method: "GET",
  path: "/employee-numbers",
  chapter,
  allow,
  summary: "Anställningsnummer som personer känns igen på vid första inloggningen",
  returns: z.array(z.object({ person: z.string(), name: z.string(), number: z.string() })),
  answerName: "EmployeeNumbers",
});

export const putEmployeeNumber = route({
  id: "putEmployeeNumber",
  method: "PUT",
  path: "/people/{person}/employee-number",
  chapter,
  allow,
  summary: "Ange en persons anställningsnummer, eller ta bort det",
  params: z.object({ person: z.string().min(1).max(100) }),
  body: z.object({
    number: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9._-]{1,40}$/)
      .nullable(),
  }),
  returns: z.object({ person: z.string(), number: z.string().nullable() }),
  answerName: "EmployeeNumber",
  problems: [NumberTaken],
});
