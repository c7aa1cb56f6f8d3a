import type { z } from "zod";
import type { Language } from "../../kernel/format.ts";
import type { Nearest } from "../../kernel/nearest.ts";
import { ownValue } from "../../kernel/own-value.ts";
import type { Route } from "../http/contract.ts";
import { PROGRESS_HEADER } from "../intake/contract.ts";
import { tellOfCopy } from "./offline/copy-read.ts";

/** A refusal from the server, as RFC 9457 says it, with what Tillit adds: the rule, who may instead, each fault's place. */
export interface ProblemFacts {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly cite?: string;
  readonly ask?: readonly string[];
  readonly nearest?: Nearest;
  readonly errors?: readonly Fault[];
}

export interface Fault {
  readonly at: string;
  readonly detail: string;
  readonly level: string;
  readonly code: string;
  readonly cite?: string;
}

export class ApiProblem extends Error {
  readonly facts: ProblemFacts;
  constructor(facts: ProblemFacts) {
    super(facts.detail);
    this.name = "ApiProblem";
    this.facts = facts;
  }
}

/** The server could not be reached at all: nothing is known of what became of the request. */
export const UNREACHABLE = "unreachable";
/** Something in between answered in the server's place, or the server in other words than ours. */
export const NOT_OURS = "not-ours";

const PASSING = [0, 502, 503, 504];

/** Whether it may well succeed if one asks again in a while: out of reach, or busy, or starting anew. */
export const passes = (problem: unknown): boolean =>
  problem instanceof ApiProblem && PASSING.includes(problem.facts.status);

type Part<Name extends string, Value> = unknown extends Value
  ? { readonly [N in Name]?: never }
  : object extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** What a route is asked with: its parameters, query and body by its own Zod types. */
export type Ask<R extends Route> = Part<"params", z.output<NonNullable<R["params"]>>> &
  Part<"query", Partial<z.output<NonNullable<R["query"]>>>> &
  Part<"body", z.input<NonNullable<R["body"]>>> & {
    /** The version that the person saw (its ETag); "none" when there was none. */
    readonly ifMatch?: string | undefined;
    /** Why it is done, for the change log. */
    readonly why?: string | undefined;
    readonly file?: File | undefined;
    /** What the sender asks by how far the file has come (`useSendFile`). */
    readonly progressKey?: string | undefined;
    /** Marks a write, so that asking again after a lost answer never does it twice. */
    readonly key?: string | undefined;
    readonly signal?: AbortSignal | undefined;
    /** Whose writing it is, where it may be sent after the page was left: never stored as that of who signs in next. */
    readonly as?: string | undefined;
  };

export interface Answered<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

/**
 * What every request says beside its own: the reader's language, the day in a sample municipality, and whom the page was
 * opened for: somebody else may have signed in in another window since.
 */
const said: {
  language: Language;
  /** What the browser says by itself where a link leads straight to a file. */
  browserSays: Language;
  today: string | undefined;
  person: string | undefined;
} = {
  language: "sv",
  browserSays: "sv",
  today: undefined,
  person: undefined,
};
export function sayWithEveryRequest(what: Partial<typeof said>): void {
  Object.assign(said, what);
}

const SUBSCRIBED = ["text/calendar", "application/atom+xml"];

/** The address of a route, for links to files as well. */
export function addressOf(
  route: Route,
  ask: { readonly params?: unknown; readonly query?: unknown },
): string {
  const params = (ask.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(ownValue(params, name))),
  );
  const query = Object.entries((ask.query ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  // A link carries no header: a file is as of the day that its page is read on. What somebody subscribes to goes on
  if (said.today && route.produces && !SUBSCRIBED.includes(route.produces)) query.push(`dag=${said.today}`);
  if (route.produces && said.language !== said.browserSays) query.push(`lang=${said.language}`);
  return `/api${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** Asks the server. Throws ApiProblem for every refusal; its text is written to be read by people. */
export async function api<R extends Route>(route: R, ask: Ask<R>): Promise<z.output<R["returns"]>> {
  return (await apiAnswer(route, ask)).value;
}

/** As `api`, with the version that the answer is (ETag), to be sent back as `ifMatch`. */
export async function apiAnswer<R extends Route>(
  route: R,
  ask: Ask<R>,
): Promise<Answered<z.output<R["returns"]>>> {
  return answerIn(await responseTo(route, ask));
}

/** As `apiAnswer`; undefined when what is there is still the version that one has (its ETag). */
export async function apiIfNewer<R extends Route>(
  route: R,
  ask: Ask<R>,
  etag: string,
): Promise<Answered<z.output<R["returns"]>> | undefined> {
  // The page asks by itself: a session that nobody uses is not kept open by it
  const response = await responseTo(route, ask, { "if-none-match": etag, "tillit-by-itself": "yes" });
  return response.status === UNCHANGED ? undefined : answerIn(response);
}

const UNCHANGED = 304;

async function responseTo<R extends Route>(
  route: R,
  ask: Ask<R>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(addressOf(route, ask), requestOf(route, ask, headers)).catch((cause: unknown) => {
    if (ask.signal?.aborted) throw cause;
    throw new ApiProblem({
      title: UNREACHABLE,
      status: 0,
      detail: UNREACHABLE,
      code: UNREACHABLE,
      instance: "",
    });
  });
}

async function answerIn<T>(response: Response): Promise<Answered<T>> {
  tellOfCopy(response.headers);
  if (!response.ok) throw await problemIn(response);
  return {
    value: (await response.json()) as T,
    etag: response.headers.get("etag") ?? undefined,
  };
}

function requestOf<R extends Route>(route: R, ask: Ask<R>, more: Record<string, string>): RequestInit {
  const headers: Record<string, string> = { "accept-language": said.language, ...more };
  if (said.today) headers["tillit-today"] = said.today;
  const person = ask.as ?? said.person;
  if (person) headers["tillit-person"] = encodeURIComponent(person);
  if (ask.ifMatch === "none") headers["if-none-match"] = "*";
  else if (ask.ifMatch !== undefined) headers["if-match"] = ask.ifMatch;
  if (ask.why) headers["tillit-why"] = encodeURIComponent(ask.why);
  if (ask.key) headers["idempotency-key"] = ask.key;
  if (ask.progressKey) headers[PROGRESS_HEADER] = ask.progressKey;
  let body: BodyInit | null = null;
  if (ask.file) {
    const form = new FormData();
    form.set("file", ask.file);
    body = form;
  } else if (ask.body !== undefined) {
    headers["content-type"] = "application/json";
    body = JSON.stringify(ask.body);
  }
  return { method: route.method, headers, body, signal: ask.signal ?? null, credentials: "same-origin" };
}

/** Browsers give randomUUID only over HTTPS and on localhost; a key need only be new. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );

async function problemIn(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  try {
    const facts = JSON.parse(text) as ProblemFacts;
    if (typeof facts.title === "string" && typeof facts.code === "string") return new ApiProblem(facts);
  } catch {
    // Not ours: a proxy's own page
  }
  return new ApiProblem({
    title: NOT_OURS,
    status: response.status,
    detail: NOT_OURS,
    code: NOT_OURS,
    instance: "",
  });
}
