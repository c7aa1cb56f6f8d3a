import type { Citation } from "./citation.ts";

/**
 * How much a remark weighs:
 * - `info`: worth knowing, changes nothing
 * - `deviation`: allowed, but shown as a deviation from the model
 * - `needs-reason`: may be decided only with a recorded reason
 * - `stops`: can't be decided or stored as it is
 */
export type RemarkLevel = "info" | "deviation" | "needs-reason" | "stops";

/** What a rule found. Its text is the message `remark.<code>` of the rule's chapter, filled in with `params`. */
export interface Remark {
  readonly level: RemarkLevel;
  readonly code: string;
  readonly cite: Citation;
  readonly params: Readonly<Record<string, string | number>>;
  /** The place in the input that the remark is about, as a path ("goals.2.wording"); absent when it is about the whole. */
  readonly at?: string;
}

export function remark(
  level: RemarkLevel,
  code: string,
  cite: Citation,
  params: Remark["params"] = {},
  at?: string,
): Remark {
  return at === undefined ? { level, code, cite, params } : { level, code, cite, params, at };
}
