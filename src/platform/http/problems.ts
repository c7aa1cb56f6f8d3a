import type { FastifyError } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem, type ProblemKind, problemKind } from "../../kernel/problem.ts";
import { DatabaseAway } from "../database/away.ts";
import { DiskFull, saysFull } from "../disk.ts";
import { NearestShape } from "../rules/nearest-shape.ts";
import type { Language, Texts } from "../texts.ts";
import { NotDone } from "../threads/work-thread.ts";
import { DocumentsUnderWay, NoDocumentYet } from "./contract.ts";
import { type SchemaFault, schemaRemark } from "./schema-faults.ts";

/** The database is being started again, or can't be reached. */
export const DatabaseGone = problemKind("database-away", 503);
/** It went in the moment when something was to be stored: asking again with the same key does it once at most. */
export const NotKnownIfStored = problemKind("not-known-if-stored", 503);
export const TooLarge = problemKind("too-large", 413);
export const BadInput = problemKind("bad-input", 422);
/** What stands in the address names nothing that there is: nothing was to be saved. */
export const BadAddress = problemKind("bad-address", 422);
/** What is asked for beside the address, such as a day that there is not: it is corrected where it was written. */
export const BadQuery = problemKind("bad-query", 422);

/** RFC 9457, with what Tillit adds: the rule, who may instead, and each fault with its place. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    cite: z.string().optional(),
    ask: z.array(z.string()).optional(),
    nearest: NearestShape.optional(),
    errors: z
      .array(
        z.object({
          at: z.string(),
          detail: z.string(),
          level: z.string(),
          cite: z.string().optional(),
          code: z.string(),
        }),
      )
      .optional(),
  })
  .describe("Problem (RFC 9457)");
export type ProblemBody = z.output<typeof ProblemBody>;

/** Faults told of at once; more help nobody. */
const MAX_FAULTS = 100;

/** The problem in an error that a person could cause; undefined for what only we can have caused. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseAway)
    return new Problem(error.stored === "unknown" ? NotKnownIfStored : DatabaseGone);
  if (saysFull(error)) return new Problem(DiskFull);
  // Too slow, or too many at once: it may go better in a while
  if (error instanceof NotDone && error.because !== "fault")
    return new Problem(error.because === "own-busy" ? DocumentsUnderWay : NoDocumentYet);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.slice(0, MAX_FAULTS) as readonly SchemaFault[];
    const remarks = faults.map((fault) => schemaRemark(fault, error.validationContext ?? ""));
    return new Problem(FAULTY[error.validationContext ?? ""] ?? BadAddress, { remarks });
  }
  const { statusCode, code, message } = error as FastifyError & { code?: string };
  // The database's own refusals: a value out of range or a broken reference came from what was sent
  if (code === "TL002") return new Problem(problemKind("never-changes", 409));
  if (code === "40001" || code === "40P01" || code === "55P03") return new Problem(problemKind("busy", 503));
  if (code === "57014") return new Problem(problemKind("took-too-long", 503));
  if (code === "22P05" || code === "22021" || OUT_OF_RANGE.includes(code)) return new Problem(BadInput);
  // All connections are taken: the pool has no code of its own for it
  if (message === NO_CONNECTION) return new Problem(problemKind("busy", 503));
  if (statusCode === 413) return new Problem(TooLarge, { params: { maxMb: 1 } });
  if (statusCode === 415) return new Problem(problemKind("media-type", 415));
  if (statusCode === 429) return new Problem(problemKind("too-many-requests", 429));
  if (statusCode === 503) return new Problem(problemKind("busy", 503));
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Problem(problemKind("bad-request", 400));
  return undefined;
}

const SEVERAL = 2;
const FAULTY: Readonly<Record<string, ProblemKind>> = { body: BadInput, querystring: BadQuery };
/** numeric_value_out_of_range, invalid_datetime_format, datetime_field_overflow. */
const OUT_OF_RANGE = ["22003", "22007", "22008"];
const NO_CONNECTION = "timeout exceeded when trying to connect";

const RETRY_AFTER_SECONDS = 5;
const PASSES: readonly ProblemKind["status"][] = [429, 503];

/** When it may go better, in seconds: as the refusal says, or soon for what passes by itself; undefined for what does not. */
export const retryAfter = (problem: Problem | undefined): number | undefined =>
  problem?.facts.retryAfterS ??
  (problem && PASSES.includes(problem.kind.status) ? RETRY_AFTER_SECONDS : undefined);

/**
 * What the address in a problem's `type` answers with: the sort of problem in words, with … where each problem has facts of
 * its own. Undefined for a code that no text tells of.
 */
export function explainedProblem(code: string, texts: Texts, language: Language) {
  if (!/^[a-z0-9-]{1,60}$/.test(code)) return undefined;
  const text = (part: string) =>
    // In the plural, where one and several are said in different words
    texts(language, `problem.${code}.${part}`, { skipInterpolation: true, count: SEVERAL })?.replace(
      /\{\{\w+\}\}/g,
      "…",
    );
  const title = text("title");
  return title === undefined
    ? undefined
    : { type: `/problems/${code}`, title, detail: text("detail") ?? title };
}

export function problemBody(
  problem: Problem | undefined,
  texts: Texts,
  language: Language,
  requestId: string,
): ProblemBody {
  const code = problem?.kind.code ?? "unexpected";
  const { params = {}, cite, ask, nearest, remarks } = problem?.facts ?? {};
  const text = (part: string) => texts(language, `problem.${code}.${part}`, { ...params, requestId }) ?? code;
  return {
    type: `/problems/${code}`,
    title: text("title"),
    status: problem?.kind.status ?? 500,
    detail: text("detail"),
    instance: requestId,
    code,
    ...(cite ? { cite } : {}),
    ...(ask?.length ? { ask: [...ask] } : {}),
    ...(nearest ? { nearest } : {}),
    ...(remarks?.length
      ? {
          errors: remarks.map((r) => ({
            at: r.at ?? "",
            level: r.level,
            code: r.code,
            detail: texts(language, `remark.${r.code}`, r.params) ?? String(r.params.message ?? r.code),
            ...(r.code.startsWith("schema-") ? {} : { cite: r.cite }),
          })),
        }
      : {}),
  };
}
