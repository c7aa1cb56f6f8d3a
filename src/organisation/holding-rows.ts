import type { Day } from "../kernel/day.ts";
import type { Tx } from "../platform/database/door.ts";

/** Who has a thing from a day to a day. */
export type HoldingRow = {
  municipality_id: string;
  source: string;
  thing: string;
  what: string;
  person_id: string;
  body_id: string;
  name: string;
  valid_from: Day;
  valid_to: Day | null;
  /** Whom the content names, where a transfer has put another there. */
  named_id: string | null;
  given_by: string | null;
  given_on: Day | null;
  reason: string | null;
  href: string | null;
  /** The post that ended, for which it came to the person by itself; "" where none was known. */
  after_post: string | null;
  /** When the person ticked off having taken it over. */
  seen_on: Day | null;
};
export type HoldingTables = {
  "organisation.holding": HoldingRow & { object: string; year: number | null };
};

/** What the database computes from the source is not written. */
export const writable = (tx: Tx) => tx.withTables<{ "organisation.holding": HoldingRow }>();
