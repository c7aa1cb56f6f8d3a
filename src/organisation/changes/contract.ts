import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { BodyId, DayText, MayNot } from "../contract.ts";
import { CHANGE_LOG } from "./kind.ts";
import { HISTORY_OF, SAID } from "./rules/history.ts";

/** A file of the log holds so many rows; the newest are taken. */
export const MAX_EXPORTED = 10_000;
export const HISTORY_A_PAGE = 40;

export const NoChange = problemKind("no-change", 404);

/** One change of one row (T-7): who, when, what and why. */
const Change = z.object({
  entry: z.number().int(),
  /** The machine's time, ISO 8601 in UTC. */
  at: z.string(),
  person: z.string(),
  /** By name; the id where it is no person of the organisation's. */
  name: z.string(),
  why: z.string(),
  table: z.string(),
  /** `begin`: the account of the table begins anew; `noted`: a row as it stood then (docs/decisions/023). */
  operation: z.enum(["insert", "update", "delete", "noted", "begin"]),
  /** What the row is of, as its columns name it. */
  what: z.string(),
});
export type Change = z.output<typeof Change>;

const chapter = "organisation";
export const CHANGES_A_PAGE = 50;
const Entry = z.coerce.number().int().min(1).max(1_000_000_000_000);

/** What is looked for in the log. */
const Sought = z.object({
  person: z.string().max(100).optional(),
  table: z.string().max(80).optional(),
  /** What is of a body: it itself, its posts, its matters. */
  body: BodyId.optional(),
  /** A kind of matter. */
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/, { message: "ska vara ett slag av ärende, till exempel body-goals" })
    .optional(),
  /** Days by the clock in Sweden, both counted. */
  from: DayText.optional(),
  to: DayText.optional(),
});
export type Sought = z.output<typeof Sought>;

export const listChanges = route({
  id: "listChanges",
  method: "GET",
  path: "/changes",
  chapter,
  allow: { action: `read:${CHANGE_LOG.object}`, of: "council" },
  summary: "Ändringsloggen: vem som ändrade vad, när och varför, nyast först (§3.2)",
  query: Sought.extend({
    /** Those before an entry: the next page. */
    before: Entry.optional(),
  }),
  returns: z.object({
    changes: z.array(Change).max(CHANGES_A_PAGE),
    /** What to ask `before` with for more; null at the end. */
    next: z.number().int().nullable(),
  }),
  answerName: "LoggedChanges",
});

const Told = z.object({
  column: z.string(),
  /** How it is said. */
  said: z.enum(SAID),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export type ChangeTold = z.output<typeof getChange.returns>;
export const getChange = route({
  id: "getChange",
  method: "GET",
  path: "/changes/{entry}",
  chapter,
  allow: { action: `read:${CHANGE_LOG.object}`, of: "council" },
  summary: "En ändring: vad som stod före och efter (§3.2)",
  params: z.object({ entry: Entry }),
  returns: Change.extend({
    fields: z.array(
      z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    /** Those of them that people know the thing by, as they are said. */
    told: z.array(Told),
    /** What was changed is not told: it is of sign-in, or of a scenario that is its maker's own. */
    keptBack: z.boolean(),
  }),
  answerName: "LoggedChange",
  problems: [NoChange],
});

const exported = {
  method: "GET",
  chapter,
  allow: { action: `read:${CHANGE_LOG.object}`, of: "council" },
  query: Sought,
  returns: z.any(),
  kept: false,
} as const;

export const getChangesCsv = route({
  ...exported,
  id: "getChangesCsv",
  path: "/changes/log.csv",
  summary: "Ändringsloggen som CSV, efter samma urval: de 10 000 nyaste raderna (§3.2)",
  produces: "text/csv",
});

export const getChangesWorkbook = route({
  ...exported,
  id: "getChangesWorkbook",
  path: "/changes/log.xlsx",
  summary: "Ändringsloggen som Excel, efter samma urval: de 10 000 nyaste raderna (§3.2)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  problems: [NoDocumentYet],
});

/** A change as the thing's own page tells it: in words, without what the system keeps for itself. */
const HistoryEntry = Change.omit({ person: true, what: true }).extend({
  /** So many saves in a row that told nothing else. */
  times: z.number().int(),
  fields: z.array(Told),
});
export type HistoryEntry = z.output<typeof HistoryEntry>;

const OfThing = z.object({ of: z.enum(HISTORY_OF), id: z.string().min(1).max(200) });
export type OfThing = z.output<typeof OfThing>;

export const getHistory = route({
  id: "getHistory",
  method: "GET",
  path: "/history/{of}/{id}",
  chapter,
  summary: "Vad som har hänt med en sak: vem, när, vad och varför, och vad som stod före och efter (§3.2)",
  params: OfThing,
  query: z.object({ before: Entry.optional() }),
  returns: z.object({
    entries: z.array(HistoryEntry).max(HISTORY_A_PAGE),
    next: z.number().int().nullable(),
  }),
  answerName: "History",
  problems: [MayNot],
});

const historyFile = {
  method: "GET",
  chapter,
  params: OfThing,
  returns: z.any(),
  kept: false,
} as const;

export const getHistoryCsv = route({
  ...historyFile,
  id: "getHistoryCsv",
  path: "/history/{of}/{id}/log.csv",
  summary: "Vad som har hänt med en sak, som CSV: de 10 000 nyaste raderna (§3.2)",
  produces: "text/csv",
  problems: [MayNot],
});

export const getHistoryWorkbook = route({
  ...historyFile,
  id: "getHistoryWorkbook",
  path: "/history/{of}/{id}/log.xlsx",
  summary: "Vad som har hänt med en sak, som Excel: de 10 000 nyaste raderna (§3.2)",
  produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  problems: [MayNot, NoDocumentYet],
});
