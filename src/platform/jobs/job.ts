import type { z } from "zod";
import type { Door } from "../database/door.ts";

/** One municipality's turn of a job. */
export interface Work<Data = unknown> {
  readonly door: Door;
  readonly municipality: string;
  /** The server stops, or the turn has taken too long: what is left is done in a later turn. */
  readonly signal: AbortSignal;
  /** What the job was posted with. */
  readonly data: Data;
  /** It is not tried again after this; absent where nobody counts. */
  readonly last?: boolean;
}

/**
 * Work that nobody waits for and that survives a restart. It may be done more than once: a turn that was cut off is done
 * anew from its beginning, so each step leaves things as they are to be.
 */
export interface Job<Data = unknown> {
  /** The queue's name: small letters and hyphens. */
  readonly name: string;
  /** When each municipality has a turn, in Swedish time (cron). Without it: only when somebody posts it. */
  readonly cron?: string;
  /** What it is posted with. */
  readonly data?: z.ZodType<Data>;
  /** How many times it is tried, where the outside world may need longer than usual to come back. */
  readonly tries?: number;
  /** Throws where it was cut short or could not be done: then it is tried again. */
  run(work: Work<Data>): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: jobs of all data stand in one list; each checks its own by its schema
export type AnyJob = Job<any>;
