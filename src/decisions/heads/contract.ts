import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { DayText } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";

const chapter = "decisions";

/** Where a head is checked: a page of the municipality's own. */
export const HEADS_PAGE = "/beslut/kedjan";

export const MailNotSetUp = problemKind("mail-not-set-up", 409);
export const NoAddress = problemKind("no-address", 409);
export const NoLetters = problemKind("no-letters", 404);

/** Links in one answer: a municipality's decisions of some years, in some megabytes. */
export const MAX_LINKS = 2000;

const Head = z.object({
  /** The number of the last decision; 0 before the first. */
  number: z.number().int(),
  sha256: z.string(),
});

export const getHeads = route({
  id: "getHeads",
  method: "GET",
  path: "/decisions/heads",
  chapter,
  summary: "Beslutskedjans huvud nu, och vid slutet av var och en av de senaste dagarna (§3.2)",
  access: "public",
  returns: z.object({
    now: Head,
    /** Days that have ended, the newest first; none before the first decision. */
    days: z.array(Head.extend({ day: DayText })),
  }),
});

export const getChainFile = route({
  id: "getChainFile",
  method: "GET",
  path: "/decisions/chain.json",
  chapter,
  summary:
    "Beslutskedjan som fil: varje beslut med sin hash, utan innehåll, att räkna om utanför Tillit (§3.2)",
  access: "public",
  query: z.object({
    /** The links after this decision. */
    after: z.coerce.number().int().min(0).max(10_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(MAX_LINKS).default(MAX_LINKS),
  }),
  returns: z.object({
    municipality: z.string(),
    /** The whole chain's head now. */
    head: Head,
    /** In the order of their numbers, each with all that its hash is taken over (RFC 8785, SHA-256) and the hash itself. */
    links: z.array(
      z.looseObject({ number: z.number().int(), previousSha256: z.string(), sha256: z.string() }),
    ),
  }),
});

export const getHeadsFeed = route({
  id: "getHeadsFeed",
  method: "GET",
  path: "/decisions/heads.atom",
  chapter,
  summary: "Dagens huvud som flöde att prenumerera på, ett inlägg om dagen (§3.2)",
  access: "public",
  returns: z.unknown(),
  produces: "application/atom+xml",
});

const Letters = z.object({
  /** Whether this installation sends mail. */
  offered: z.boolean(),
  /** The account's, to which letters go; null for who has none. */
  address: z.string().nullable(),
  wanted: z.boolean(),
  /** What the receiver's server said of a letter that it would not take. */
  fault: z.string().nullable(),
});

export const getHeadLetters = route({
  id: "getHeadLetters",
  method: "GET",
  path: "/decisions/heads/letters",
  chapter,
  summary: "Om man får dagens huvud med e-post (§3.2)",
  returns: Letters,
});

export const askForHeadLetters = route({
  id: "askForHeadLetters",
  method: "POST",
  path: "/decisions/heads/letters",
  chapter,
  summary: "Be om dagens huvud med e-post, eller avsluta breven (§3.2)",
  body: z.object({ wanted: z.boolean() }),
  returns: Letters,
  allow: "anyone",
  onAnyDay: true,
  problems: [MailNotSetUp, NoAddress],
});

export const endHeadLetters = route({
  id: "endHeadLetters",
  method: "POST",
  path: "/decisions/heads/letters/end",
  chapter,
  summary: "Avsluta breven med länken i ett av dem (§3.2)",
  access: "public",
  body: z.object({ token: z.string().regex(/^[0-9a-f]{64}$/) }),
  returns: z.object({ ended: z.literal(true) }),
  problems: [NoLetters],
});
