import type { Day } from "../../../kernel/day.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { ThreadSort } from "../rules/sorts.ts";

type ThreadTables = {
  "decisions.tie": {
    municipality_id: string;
    source: string;
    from_thing: string;
    to_thing: string;
    sort: string;
    valid_from: Day;
    valid_to: Day | null;
  };
  "decisions.thread_thing": {
    municipality_id: string;
    source: string;
    thing: string;
    what: ThreadSort;
    body_id: string;
    year: number | null;
    name: string;
    href: string;
    agenda: number[];
    amount_tkr: number | null;
    inside: boolean;
    valid_from: Day;
    valid_to: Day | null;
  };
};
export type TieRow = ThreadTables["decisions.tie"];
export type ThingRow = ThreadTables["decisions.thread_thing"];

export const tables = (tx: Tx) => tx.withTables<ThreadTables>();
