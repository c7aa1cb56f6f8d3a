import { z } from "zod";
import { DayText } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";

const chapter = "decisions";

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
