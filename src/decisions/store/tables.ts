import { type Generated, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { VersionState } from "../../kernel/version.ts";
import type { Tx } from "../../platform/database/door.ts";

/** The tables of matters, versions and decisions, for chapters above that read them with their own. */
export type DecisionTables = {
  "decisions.matter": {
    municipality_id: string;
    matter_id: string;
    kind: string;
    body_id: string;
    year: number;
    key: string;
  };
  "decisions.version": {
    municipality_id: string;
    matter_id: string;
    number: number;
    state: VersionState;
    revision: number;
    content: unknown;
    content_sha256: string | null;
    edited_by: string;
    edited_at: Date;
    written_on: Day | null;
  };
  "decisions.meeting_change": {
    municipality_id: string;
    matter_id: string;
    number: number;
    is_open: boolean;
    change_from: number;
  };
  "decisions.proposal": {
    municipality_id: string;
    proposal_id: Generated<string>;
    matter_id: string;
    number: number;
    revision: number;
    organ_id: string;
    proposed_by: string;
    proposed_on: Day;
    decided_on: Day | null;
    paragraph: string | null;
    reference: string | null;
    votes: unknown;
    reservations: unknown;
  };
  "decisions.proposal_text": {
    municipality_id: string;
    proposal_id: string;
    matter_id: string;
    why: string | null;
    perspectives: unknown;
  };
  "decisions.version_fact": {
    municipality_id: string;
    matter_id: string;
    number: number;
    occasion: string | null;
    valid_to: Day | null;
  };
  "decisions.decision": {
    municipality_id: string;
    number: number;
    matter_id: string;
    version_number: number;
    version_sha256: string;
    organ_id: string;
    decided_on: Day;
    paragraph: string;
    reference: string;
    votes: unknown;
    reservations: unknown;
    reasons: unknown;
    mandate: unknown;
    preparation: unknown;
    /** What was decided in words, with the salt of its hash; null in decisions from before it was demanded. */
    sentence: string | null;
    sentence_salt: string | null;
    registered_by: string;
    registered_at: string;
    registered_on: Day | null;
    /** The last seal when it was registered, and the hashes of what it rests on; null in decisions from before. */
    seal_number: number | null;
    seal_sha256: string | null;
    ground: unknown;
    previous_sha256: string;
    sha256: string;
  };
  "decisions.chain_head": { municipality_id: string; count: number; sha256: string };
};
export const tables = (tx: Tx) => tx.withTables<DecisionTables>();

export interface Matter {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  /** Tells a body's matters of a kind and year apart, where there can be many; otherwise empty. */
  readonly key: string;
}

/** One version of a matter with its content as stored; a chapter's schema gives the content its type. */
export interface Version {
  readonly matter: Matter;
  readonly number: number;
  readonly state: VersionState;
  readonly revision: number;
  readonly content: unknown;
  readonly sha256: string | null;
  readonly editedBy: string;
  /** The machine's time, ISO 8601 in UTC, to the microsecond: the chain holds it too. Never shown as a day. */
  readonly editedAt: string;
  /** The municipality's day on which it was last written. */
  readonly writtenOn: Day;
  /** The same as its hash holds it; null for what was decided before the day was kept. */
  readonly hashedOn: Day | null;
  readonly decision: { readonly number: number; readonly decidedOn: Day } | null;
  /** The day on which its decision was registered; null where there is none, or it is from before that was kept. */
  readonly registeredOn: Day | null;
  /** The day on which it was first laid before an organ as it reads now; null for what nobody has laid forward. */
  readonly proposedOn: Day | null;
  /** Of a proposal that was changed at the meeting: the version that is the change. */
  readonly changedBy: number | null;
}

const EDITED_AT = sql<string>`to_char(v.edited_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
  "edited_at",
);

const WRITTEN_ON = sql<Day>`decisions.day_of(v.written_on, v.edited_at, d.decided_on)`.as("shown_on");

/** What an organ itself proposes is there from the day on which its decision was registered. */
const PROPOSED_ON = sql<Day | null>`(select min(p.proposed_on) from decisions.proposal p
  where p.municipality_id = v.municipality_id and p.matter_id = v.matter_id and p.number = v.number and p.revision = v.revision)`.as(
  "proposed_on",
);

/** Versions with their matter and, where they are decided, their decision. */
export const versions = (tx: Tx) =>
  tables(tx)
    .selectFrom("decisions.version as v")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "v.municipality_id").onRef("m.matter_id", "=", "v.matter_id"),
    )
    .leftJoin("decisions.decision as d", (join) =>
      join
        .onRef("d.municipality_id", "=", "v.municipality_id")
        .onRef("d.matter_id", "=", "v.matter_id")
        .onRef("d.version_number", "=", "v.number"),
    )
    .leftJoin("decisions.meeting_change as c", (join) =>
      join
        .onRef("c.municipality_id", "=", "v.municipality_id")
        .onRef("c.matter_id", "=", "v.matter_id")
        .onRef("c.number", "=", "v.number")
        .on("c.is_open", "=", true),
    )
    .select([
      "v.matter_id",
      "m.kind",
      "m.body_id",
      "m.year",
      "m.key",
      "v.number",
      "v.state",
      "v.revision",
      "v.content",
    ])
    .select(["v.content_sha256", "v.edited_by", "v.written_on", "c.is_open as is_changed"])
    .select(["d.number as decision", "d.decided_on", "d.registered_on"])
    .select([EDITED_AT, WRITTEN_ON, PROPOSED_ON]);

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];

export function versionOf(row: VersionRow): Version {
  return {
    matter: { id: row.matter_id, kind: row.kind, body: row.body_id, year: row.year, key: row.key },
    number: row.number,
    state: row.state,
    revision: row.revision,
    content: row.content,
    sha256: row.content_sha256,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    writtenOn: row.shown_on,
    hashedOn: row.written_on,
    decision:
      row.decision !== null && row.decided_on ? { number: row.decision, decidedOn: row.decided_on } : null,
    registeredOn: row.registered_on,
    proposedOn: row.proposed_on,
    changedBy: row.is_changed ? row.number + 1 : null,
  };
}

/** A version without its content: enough to know what is in force, what is seen on a day, and what has been seen. */
export type VersionHead = Omit<Version, "content">;

/** The heads of versions: their contents, which can be large, stay in the database. */
export const versionHeads = (tx: Tx) =>
  versions(tx).clearSelect().select(HEAD).select([EDITED_AT, WRITTEN_ON, PROPOSED_ON]);

/**
 * As `versionHeads`, with the content of what is open. What is decided never changes: its content is read once, and then by its hash
 * (`contents.ts`).
 */
export const openVersions = (tx: Tx) =>
  versionHeads(tx).select(sql<unknown>`case when v.content_sha256 is null then v.content end`.as("content"));

const HEAD = [
  "v.matter_id",
  "m.kind",
  "m.body_id",
  "m.year",
  "m.key",
  "v.number",
  "v.state",
  "v.revision",
  "v.content_sha256",
  "v.edited_by",
  "v.written_on",
  "c.is_open as is_changed",
  "d.number as decision",
  "d.decided_on",
  "d.registered_on",
] as const;

export function headOf(row: Omit<VersionRow, "content">): VersionHead {
  const { content: _none, ...head } = versionOf({ ...row, content: undefined });
  return head;
}
