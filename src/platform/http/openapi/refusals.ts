import type { ProblemKind } from "../../../kernel/problem.ts";
import { DiskFull } from "../../disk.ts";
import type { Texts } from "../../texts.ts";
import { DocumentsUnderWay, type Route } from "../contract.ts";
import {
  BadAddress,
  BadInput,
  BadQuery,
  DatabaseGone,
  explainedProblem,
  NotKnownIfStored,
  TooLarge,
} from "../problems.ts";
import type { Json } from "./shapes.ts";

/** As the server's own problems look in an answer: the number of the request that was refused. */
const A_REQUEST = "5f2b7c1e-9d0a-4c3e-8f61-2a7b90d4e813";
const PROBLEM = { $ref: "#/components/schemas/Problem" };

/** What any request may meet with, whatever it asks for. */
const ANYWHERE: readonly Sort[] = [
  { code: "bad-request", status: 400 },
  { code: "bad-header", status: 400 },
  { code: "day-not-yet", status: 400 },
  { code: "foreign-origin", status: 403 },
  { code: "no-municipality", status: 404 },
  TooLarge,
  { code: "media-type", status: 415 },
  { code: "unexpected", status: 500 },
  { code: "busy", status: 503 },
  { code: "took-too-long", status: 503 },
  DatabaseGone,
];

type Sort = { readonly code: string; readonly status: number };

/** What a route may be refused by: what its contract declares, and what follows from how it is asked. */
function sortsOf(route: Route): Sort[] {
  const write = route.method !== "GET";
  const signedIn = route.access === "signed-in";
  const lock = write && route.editable;
  const all: (Sort | false | undefined)[] = [
    ...(route.problems as readonly ProblemKind[]),
    signedIn && { code: "sign-in-first", status: 401 },
    signedIn && { code: "session-ended", status: 401 },
    signedIn && write && { code: "may-not", status: 403 },
    signedIn && write && { code: "somebody-else", status: 409 },
    signedIn && write && !route.onAnyDay && { code: "reading-another-day", status: 409 },
    lock && { code: "stale", status: 412 },
    lock && { code: "must-say-what-was-seen", status: 428 },
    route.produces && DocumentsUnderWay,
    write && NotKnownIfStored,
    write && DiskFull,
    route.upload && TooLarge,
    route.upload && { code: "file-missing", status: 415 },
    route.upload && { code: "one-file-only", status: 422 },
    route.body && BadInput,
    route.params && BadAddress,
    route.query && BadQuery,
    { code: "too-many-requests", status: 429 },
  ];
  return all.filter((sort): sort is Sort => Boolean(sort));
}

export interface Refusals {
  /** An operation's refusals by status, as references. */
  of(route: Route): Readonly<Record<string, Json>>;
  /** `components.responses` and `components.examples` that the operations asked for so far lead to. */
  readonly responses: Record<string, Json>;
  readonly examples: Record<string, Json>;
}

/** Refusals by name: the sorts that share a status in an operation are one response, named by them. */
export function refusalsIn(texts: Texts, anywhere: string): Refusals {
  const responses: Record<string, Json> = {};
  const examples: Record<string, Json> = {};
  const told = (sort: Sort) => {
    const text = explainedProblem(sort.code, texts, "sv");
    if (!text) throw new Error(`No text tells of the problem ${sort.code}`);
    return text;
  };
  const response = (sorts: readonly Sort[], description?: string): Json => {
    for (const sort of sorts) {
      const { type, title, detail } = told(sort);
      examples[sort.code] ??= {
        summary: title,
        value: { type, title, status: sort.status, detail, instance: A_REQUEST, code: sort.code },
      };
    }
    return {
      description: description ?? sorts.map((sort) => told(sort).title).join(". "),
      content: {
        "application/problem+json": {
          schema: PROBLEM,
          examples: Object.fromEntries(
            sorts.map(({ code }) => [code, { $ref: `#/components/examples/${code}` }]),
          ),
        },
      },
    };
  };
  const named = (name: string, make: () => Json): Json => {
    responses[name] ??= make();
    return { $ref: `#/components/responses/${name}` };
  };
  return {
    responses,
    examples,
    of(route) {
      const byStatus = Map.groupBy(sortsOf(route), (sort) => sort.status);
      return {
        ...Object.fromEntries(
          [...byStatus]
            .sort(([a], [b]) => a - b)
            .map(([status, sorts]) => [status, named(nameOf(sorts), () => response(sorts))]),
        ),
        default: named("AnyRefusal", () => response(ANYWHERE, anywhere)),
      };
    },
  };
}

/** [no-matter, bad-address] → NoMatterOrBadAddress. */
const nameOf = (sorts: readonly Sort[]): string => sorts.map(({ code }) => pascal(code)).join("Or");

/** no-matter → NoMatter, getVision → GetVision. */
export const pascal = (words: string): string =>
  words.replace(/(?:^|-)(\w)/g, (_all, first: string) => first.toUpperCase());
