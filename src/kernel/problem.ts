import type { Citation } from "./citation.ts";
import type { Nearest } from "./nearest.ts";
import type { Remark } from "./remark.ts";

/** A sort of refusal. `code` names its text (`problem.<code>.title` and `.detail`) and its RFC 9457 type. */
export interface ProblemKind {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503 | 507;
}

export interface ProblemFacts {
  readonly params?: Readonly<Record<string, string | number>>;
  /** The rule behind the refusal. */
  readonly cite?: Citation | undefined;
  /** Who may do it instead, in the field's own words. */
  readonly ask?: readonly string[];
  /** The nearest of those, by name; told to whoever has signed in. */
  readonly nearest?: Nearest | undefined;
  /** Seconds until it may be asked again. */
  readonly retryAfterS?: number;
  /** What the rules found, each with its place in the input. */
  readonly remarks?: readonly Remark[];
}

/** A refusal that a person can understand and act on; the HTTP layer turns it into RFC 9457. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly facts: ProblemFacts;
  constructor(kind: ProblemKind, facts: ProblemFacts = {}) {
    super(`${kind.code} ${JSON.stringify(facts.params ?? {})}`);
    this.name = "Problem";
    this.kind = kind;
    this.facts = facts;
  }
}

export const problemKind = (code: string, status: ProblemKind["status"]): ProblemKind => ({ code, status });

/** Stops with a problem. */
export function refuse(kind: ProblemKind, facts: ProblemFacts = {}): never {
  throw new Problem(kind, facts);
}
