import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { BodyId, Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { ORPHAN_SORTS } from "./rules/orphans.ts";
import { THREAD_SORTS, TIE_SORTS } from "./rules/sorts.ts";

const Thing = z.string().min(3).max(300);
const Skip = z.coerce.number().int().min(0).max(100_000).default(0);

export const NoThread = problemKind("no-thread", 404);

/** How much of the thread is looked at: a body with those under it, a year, one strategic goal, one goal of Agenda 2030. */
const ThreadFilter = z.object({
  body: BodyId.optional(),
  year: Year.optional(),
  /** A strategic goal as a thing: "strategic-goals:kommunfullmaktige:2027/trygghet". */
  strategic: Thing.optional(),
  agenda: z.coerce.number().int().min(1).max(17).optional(),
});
export type ThreadFilter = z.output<typeof ThreadFilter>;

const ThreadThing = z.object({
  thing: z.string(),
  what: z.enum(THREAD_SORTS),
  name: z.string(),
  /** Whether the name is as somebody in the municipality wrote it. */
  written: z.boolean(),
  body: z.string(),
  bodyName: z.string(),
  year: z.number().int().nullable(),
  href: z.string(),
  agenda: z.array(z.number().int()),
  amountTkr: z.number().int().nullable(),
  /** How many hang in it, of those that one sees. */
  below: z.number().int(),
});
export type ThreadThing = z.output<typeof ThreadThing>;

const ThreadTie = z.object({ from: z.string(), to: z.string(), sort: z.enum(TIE_SORTS) });
export type ThreadTie = z.output<typeof ThreadTie>;

/** A part of the thread: things, and the ties among them from the lower to the one nearer to the vision. */
const ThreadPart = z.object({ things: z.array(ThreadThing), ties: z.array(ThreadTie) });
export type ThreadPart = z.output<typeof ThreadPart>;

export const ThreadView = ThreadPart.extend({
  /** The thing that was asked for; null: the whole from the vision. */
  here: z.string().nullable(),
  /** Strategic goals of the year, to choose among. */
  strategic: z.array(z.object({ thing: z.string(), name: z.string(), agenda: z.array(z.number().int()) })),
});
export type ThreadView = z.output<typeof ThreadView>;

const Orphans = z.object({
  sort: z.enum(ORPHAN_SORTS),
  count: z.number().int(),
  /** The first of them. */
  things: z.array(ThreadThing),
});
export type Orphans = z.output<typeof Orphans>;

const chapter = "decisions";

export const listTies = route({
  id: "listTies",
  method: "GET",
  path: "/ties",
  chapter,
  summary: "Vad en sak hänger på och vad som hänger på den: mål, inriktningsmål, åtaganden, dokument (§2.1)",
  access: "public",
  query: z.object({ of: Thing }),
  returns: z.array(z.object({ from: z.string(), to: z.string(), sort: z.string() })),
});

export const getThread = route({
  id: "getThread",
  method: "GET",
  path: "/thread",
  chapter,
  summary:
    "Den röda tråden från en sak upp till visionen och ner till det som görs, eller hela från visionen (§2.1)",
  access: "public",
  query: ThreadFilter.extend({ thing: Thing.optional() }),
  returns: ThreadView,
  problems: [NoThread],
});

export const getThreadBelow = route({
  id: "getThreadBelow",
  method: "GET",
  path: "/thread/below",
  chapter,
  summary: "Det som hänger i en sak i den röda tråden, 50 åt gången (§2.1)",
  access: "public",
  query: ThreadFilter.extend({ thing: Thing, skip: Skip }),
  returns: ThreadPart,
});

export const listOrphans = route({
  id: "listOrphans",
  method: "GET",
  path: "/thread/orphans",
  chapter,
  summary:
    "Det som inte hänger ihop: åtaganden utan mål, inriktningsmål som ingen arbetar för och annat (§2.1)",
  access: "public",
  query: ThreadFilter.extend({ sort: z.enum(ORPHAN_SORTS).optional(), skip: Skip }),
  returns: z.array(Orphans),
});
