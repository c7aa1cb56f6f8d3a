import { z } from "zod";
import { problemKind } from "../../kernel/problem.ts";
import { route } from "../../platform/http/contract.ts";
import { DayText } from "../contract.ts";
import { CHANGE_LOG } from "./kind.ts";

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

export const listChanges = route({
  id: "listChanges",
  method: "GET",
  path: "/changes",
  chapter,
  allow: { action: `read:${CHANGE_LOG.object}`, of: "council" },
  summary: "Ändringsloggen: vem som ändrade vad, när och varför, nyast först (§3.2)",
  query: z.object({
    person: z.string().max(100).optional(),
    table: z.string().max(80).optional(),
    /** Days by the clock in Sweden, both counted. */
    from: DayText.optional(),
    to: DayText.optional(),
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
    /** What was changed is not told: it is of sign-in, or of a scenario that is its maker's own. */
    keptBack: z.boolean(),
  }),
  answerName: "LoggedChange",
  problems: [NoChange],
});
