import { ownValue } from "../../../kernel/own-value.ts";
import type { Row } from "./logged.ts";

/** What has a history of its own: whatever the page is of. */
export const HISTORY_OF = ["matter", "body", "person", "mandate", "document", "law"] as const;
export type HistoryOf = (typeof HISTORY_OF)[number];

/** Where the log tells of each, by table, and the column of its rows that names it (T-7). What a table's machinery writes is left out. */
export const HISTORY_TABLES: Readonly<Record<HistoryOf, Readonly<Record<string, string>>>> = {
  matter: {
    "decisions.version": "matter_id",
    "decisions.proposal": "matter_id",
    "decisions.decision": "matter_id",
    "decisions.secrecy": "matter_id",
    "decisions.co_writer": "matter_id",
    "decisions.counter_proposal": "matter_id",
    "decisions.question": "matter_id",
    "decisions.assignment": "matter_id",
    "decisions.assignment_step": "matter_id",
    "organisation.holding": "source",
  },
  body: {
    "organisation.body": "body_id",
    "organisation.body_placing": "body_id",
    "organisation.post": "body_id",
    "organisation.ledger_code": "body_id",
  },
  person: {
    "organisation.person": "person_id",
    "organisation.post": "person_id",
    "organisation.holding": "person_id",
    "platform.personal": "person_id",
    "platform.account": "person_id",
  },
  mandate: { "organisation.mandate": "mandate_id" },
  document: { "documents.governing_document": "document_id" },
  law: { "documents.external_law": "law_id" },
};

/** How a column's value is said. */
export const SAID = [
  "text",
  "day",
  "person",
  "body",
  "role",
  "kind",
  "scope",
  "state",
  "action",
  "outcome",
] as const;
export type Said = (typeof SAID)[number];

/** The columns that people know a thing by, and how each is said; what is not here is the system's own and is told in the whole log alone. */
export const TOLD: Readonly<Record<string, Said>> = {
  name: "text",
  name_en: "text",
  title: "text",
  kind: "kind",
  parent_id: "body",
  body_id: "body",
  organ_id: "body",
  assignment: "text",
  code: "text",
  code_to: "text",
  dimension: "text",
  person_id: "person",
  role: "role",
  roles: "role",
  organ_kinds: "kind",
  scope: "scope",
  action: "action",
  source: "text",
  source_document: "text",
  post_id: "text",
  owner_id: "person",
  level: "text",
  type: "text",
  reference: "text",
  address: "text",
  appeal: "text",
  state: "state",
  proposed_by: "person",
  decided_on: "day",
  paragraph: "text",
  ground: "text",
  note: "text",
  reason: "text",
  text: "text",
  answer: "text",
  asked_by: "person",
  answered_by: "person",
  party: "text",
  erased_on: "day",
  review_by: "day",
  valid_from: "day",
  valid_to: "day",
  ended_on: "day",
};

export interface ToldField {
  readonly column: string;
  readonly said: Said;
  /** Lists with commas between; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a change made of what people know a thing by. `kind` of what is no body is a word of its own. */
export function toldFields(table: string, before: Row | null, after: Row | null): ToldField[] {
  return Object.entries(TOLD).flatMap(([column, said]) => {
    if (NOT_TOLD.get(table)?.includes(column)) return [];
    const was = text(ownValue(before, column));
    const is = text(ownValue(after, column));
    if (was === is) return [];
    const how = said === "kind" && table !== "organisation.body" && column === "kind" ? "text" : said;
    return [{ column, said: how, before: was, after: is }];
  });
}

/** What the column holds there is another thing than what it is called. */
const NOT_TOLD: ReadonlyMap<string, readonly string[]> = new Map([
  ["organisation.holding", ["source"]],
  ["decisions.decision", ["title", "ground"]],
]);

const MAX_SAID = 500;
const text = (value: unknown): string | null => {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String).join(", ");
  return typeof value === "object" ? null : String(value).slice(0, MAX_SAID);
};

interface Entry {
  readonly at: string;
  readonly person: string;
  readonly table: string;
  readonly operation: string;
  readonly what: string;
  readonly fields: readonly ToldField[];
}

/**
 * A draft is saved each time that its writer pauses: saves of one person, one day and one thing that tell nothing else are one line,
 * with how many they were. `entries`: the latest first.
 */
export function gathered<E extends Entry>(entries: readonly E[]): (E & { readonly times: number })[] {
  const lines: (E & { times: number })[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last && isSame(last, entry)) last.times += 1;
    else lines.push({ ...entry, times: 1 });
  }
  return lines;
}

const DAY_SIGNS = 10;
const isSame = (one: Entry, other: Entry): boolean =>
  one.operation === "update" &&
  other.operation === "update" &&
  one.fields.length === 0 &&
  other.fields.length === 0 &&
  one.person === other.person &&
  one.table === other.table &&
  one.what === other.what &&
  one.at.slice(0, DAY_SIGNS) === other.at.slice(0, DAY_SIGNS);
