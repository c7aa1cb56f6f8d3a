import type { ProblemFacts, ProblemKind } from "../../kernel/problem.ts";

/**
 * What reads a file, in a thread of its own: the default export of a chapter's `intake.ts`. `params` is what the route's
 * `prepare` gave. Refuses with a Problem; what it gives is copied to the caller, so it is plain data. `tell`: how
 * much of the file has been read, 0–1.
 */
export type FileReader<Params, Read> = (
  bytes: Uint8Array,
  params: Params,
  tell: (share: number) => void,
) => Promise<Read>;

/** What a reader's thread answers: what it read, or its refusal. */
export type Reading =
  | { readonly read: unknown }
  | { readonly refused: { readonly kind: ProblemKind; readonly facts: ProblemFacts } };

export interface ReadOrder {
  /** The reader's module, as a URL. */
  readonly module: string;
  readonly bytes: Uint8Array;
  readonly params: unknown;
}
