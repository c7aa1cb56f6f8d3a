import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { MayNot } from "../contract.ts";
import { ROLES, type Role } from "../rules/organisation.ts";

const chapter = "organisation";
/** Whoever keeps the accounts keeps those of the whole municipality. */
const allow = { action: "manage:account", of: "executive" } as const;

export const NoSuchPerson = problemKind("nobody-to-invite", 404);
export const HasNoPost = problemKind("has-no-post", 409);
export const AddressTaken = problemKind("address-taken", 409);
export const HasAccount = problemKind("has-account", 409);
export const NoAccount = problemKind("no-account", 404);
export const NotOneself = problemKind("not-oneself", 409);
export const NoSuchLetter = problemKind("no-such-letter", 404);

/** Accounts in one answer; who has more looks for them by name. */
export const MAX_ACCOUNTS = 200;
const OfPerson = z.object({ person: z.string().min(1).max(100) });
const RoleShape = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);
const Moment = z.iso.datetime();

const AccountView = z.object({
  person: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  /** `invited`: the link waits; `link-ended`: it was not used in time; `open`; `shut`. */
  state: z.enum(["invited", "link-ended", "open", "shut"]),
  invitedAt: Moment.nullable(),
  /** Until when a link that is out can be used. */
  linkUntil: Moment.nullable(),
  passwordSetAt: Moment.nullable(),
  /** `demanded`: the post must have one, and there is none yet. */
  secondFactor: z.enum(["has", "demanded", "none"]),
  sessions: z.number().int(),
});
export type AccountView = z.output<typeof AccountView>;

const LetterView = z.object({
  letter: z.number().int(),
  kind: z.string(),
  person: z.string(),
  name: z.string(),
  state: z.enum(["waiting", "failed", "refused"]),
  tries: z.number().int(),
  fault: z.string(),
  postedAt: Moment,
});

export const listLocalAccounts = route({
  id: "listLocalAccounts",
  method: "GET",
  path: "/accounts",
  chapter,
  allow,
  kept: false,
  summary: "Vem som har konto, hur det öppnas, och brev som inte har gått fram",
  query: z.object({ text: z.string().max(100).default("") }),
  returns: z.object({
    accounts: z.array(AccountView),
    /** How many there are that the text is in; more than are shown where they are many. */
    count: z.number().int(),
    /** Whether letters are sent from here; otherwise links are handed over. */
    byMail: z.boolean(),
    /** Roles whose accounts must have a second factor. */
    secondFactorRoles: z.array(RoleShape),
    letters: z.array(LetterView),
    /** Those who have asked for a new password where no letters are sent. */
    asking: z.array(z.object({ person: z.string(), name: z.string(), askedAt: Moment })),
  }),
  problems: [MayNot],
});

export type AccountList = z.output<typeof listLocalAccounts.returns>;

/** A link to hand over, where no letter carries it: the address within this installation, and until when it can be used. */
const Link = z.object({
  /** Null where it has been sent in a letter. */
  link: z.string().nullable(),
  email: z.string(),
});
export type LinkView = z.output<typeof Link>;

export const inviteToAccount = route({
  id: "inviteToAccount",
  method: "POST",
  path: "/accounts/invitations",
  chapter,
  allow,
  secret: true,
  summary: "Bjud in en person till ett konto, med en länk som gäller en gång",
  body: z.object({ person: z.string().min(1).max(100), email: z.email().max(254) }),
  returns: Link,
  answerName: "AccountLink",
  problems: [MayNot, NoSuchPerson, HasNoPost, AddressTaken, HasAccount],
});

export const sendAccountLink = route({
  id: "sendAccountLink",
  method: "POST",
  path: "/accounts/{person}/link",
  chapter,
  allow,
  secret: true,
  summary: "En ny länk: till inbjudan, eller till ett nytt lösenord",
  params: OfPerson,
  returns: Link,
  answerName: "AccountLink",
  problems: [MayNot, NoAccount],
});

export const shutAccount = route({
  id: "shutAccount",
  method: "POST",
  path: "/accounts/{person}/shutting",
  chapter,
  allow,
  summary: "Stäng en persons konto, eller öppna det igen",
  params: OfPerson,
  body: z.object({ shut: z.boolean() }),
  returns: z.object({ shut: z.boolean() }),
  problems: [MayNot, NoAccount, NotOneself],
});

export const endSessionsOf = route({
  id: "endSessionsOf",
  method: "POST",
  path: "/accounts/{person}/sessions/end",
  chapter,
  allow,
  summary: "Avsluta alla en persons inloggningar",
  params: OfPerson,
  returns: z.object({ ended: z.number().int() }),
  problems: [MayNot, NoSuchPerson],
});

export const removeFactorsOf = route({
  id: "removeFactorsOf",
  method: "POST",
  path: "/accounts/{person}/second-factor/removal",
  chapter,
  allow,
  summary: "Ta bort andra steget för den som har tappat både appen, nycklarna och reservkoderna",
  params: OfPerson,
  returns: z.object({ removed: z.literal(true) }),
  problems: [MayNot, NoAccount, NotOneself],
});

export const setFactorRoles = route({
  id: "setSecondFactorRoles",
  method: "PUT",
  path: "/accounts/second-factor-roles",
  chapter,
  allow,
  summary: "Vilka roller som måste ha ett andra steg vid inloggning",
  body: z.object({ roles: z.array(RoleShape).max(Object.keys(ROLES).length) }),
  returns: z.object({ roles: z.array(RoleShape) }),
  problems: [MayNot],
});

export const sendLetterAgain = route({
  id: "sendLetterAgain",
  method: "POST",
  path: "/accounts/letters/{letter}/sending",
  chapter,
  allow,
  summary: "Försök igen med ett brev som inte har gått fram",
  params: z.object({ letter: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
  returns: z.object({ posted: z.literal(true) }),
  problems: [MayNot, NoSuchLetter],
});
