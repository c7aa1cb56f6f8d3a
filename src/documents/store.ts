import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Kinds } from "../decisions/matter-kinds.ts";
import { registeredByDay } from "../decisions/store/known.ts";
import type { DecisionTables } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { earlierDay } from "../organisation/bodies/reading-day.ts";
import type { Tx } from "../platform/database/door.ts";
import { mustHaveSeen } from "../platform/http/handle.ts";
import type { ExternalLaw, GoverningDocument } from "./contract.ts";
import type { DecidedMatter } from "./rules/register.ts";

type DocumentTables = {
  "documents.governing_document": {
    municipality_id: string;
    document_id: string;
    revision: number;
    level: GoverningDocument["level"];
    type: GoverningDocument["type"];
    title: string;
    body_id: string;
    owner_id: string;
    decision_number: number | null;
    valid_from: Day;
    valid_to: Day | null;
    review_by: Day | null;
    address: string | null;
    edited_by: string;
    edited_at: Date;
    written_on: Day;
  };
  "documents.external_law": {
    municipality_id: string;
    law_id: string;
    revision: number;
    title: string;
    reference: string;
    kind: ExternalLaw["kind"];
    bodies: string[];
    documents: string[];
    exercise_of_authority: boolean;
    appeal: string | null;
    address: string | null;
    edited_by: string;
    edited_at: Date;
    written_on: Day;
  };
};

const tables = (tx: Tx) => tx.withTables<DocumentTables>();

/** Only wordings that had been registered by the day that is read, where that is an earlier one. */
function writtenByDay(): RawBuilder<SqlBool> {
  const day = earlierDay();
  return day === undefined ? sql<SqlBool>`true` : sql<SqlBool>`written_on <= ${day}`;
}

/** More documents than this has no municipality; a list beyond it would be cut. */
const MAX_DOCUMENTS = 5000;

export interface StoredDocument {
  readonly id: string;
  readonly revision: number;
  readonly document: GoverningDocument;
  readonly editedBy: string;
  /** The municipality's day on which this wording was registered. */
  readonly writtenOn: Day;
}

const documentOf = (row: Selectable<DocumentTables["documents.governing_document"]>): StoredDocument => ({
  id: row.document_id,
  revision: row.revision,
  document: {
    level: row.level,
    type: row.type,
    title: row.title,
    body: row.body_id,
    owner: row.owner_id,
    decision: row.decision_number,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reviewBy: row.review_by,
    address: row.address,
  },
  editedBy: row.edited_by,
  writtenOn: row.written_on,
});

/** All registered documents in their newest wording. */
export async function registeredDocuments(tx: Tx): Promise<StoredDocument[]> {
  const rows = await tables(tx)
    .selectFrom("documents.governing_document")
    .selectAll()
    .distinctOn("document_id")
    .where(writtenByDay())
    .orderBy("document_id")
    .orderBy("revision", "desc")
    .limit(MAX_DOCUMENTS)
    .execute();
  return rows.map(documentOf);
}

/** A registered document in all its wordings, newest first; empty when there is none. */
export async function documentRevisions(tx: Tx, id: string): Promise<StoredDocument[]> {
  const rows = await tables(tx)
    .selectFrom("documents.governing_document")
    .selectAll()
    .where("document_id", "=", id)
    .where(writtenByDay())
    .orderBy("revision", "desc")
    .execute();
  return rows.map(documentOf);
}

export const revisionTag = (revision: number): string => `r${revision}`;

/**
 * The number of the revision to store after the one that was seen. One writer an entry at a time; the others wait and then find
 * that what they saw is old.
 */
async function nextRevision(
  tx: Tx,
  entry: string,
  latest: () => Promise<number | undefined>,
  seen: string | undefined,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${entry}, 0))`.execute(tx);
  const present = await latest();
  mustHaveSeen(seen, present === undefined ? "none" : revisionTag(present));
  return (present ?? 0) + 1;
}

/** Stores a new wording of a document, the first or the next after the one that was seen. */
export async function storeDocument(
  tx: Tx,
  municipality: string,
  id: string,
  document: GoverningDocument,
  by: { editedBy: string; on: Day; seen: string | undefined },
): Promise<void> {
  const latest = async () => (await documentRevisions(tx, id))[0]?.revision;
  const revision = await nextRevision(tx, `${municipality} document ${id}`, latest, by.seen);
  await tables(tx)
    .insertInto("documents.governing_document")
    .values({
      municipality_id: municipality,
      document_id: id,
      revision,
      level: document.level,
      type: document.type,
      title: document.title,
      body_id: document.body,
      owner_id: document.owner,
      decision_number: document.decision,
      valid_from: document.validFrom,
      valid_to: document.validTo,
      review_by: document.reviewBy,
      address: document.address,
      edited_by: by.editedBy,
      edited_at: sql<Date>`clock_timestamp()`,
      written_on: by.on,
    })
    .execute();
}

export interface StoredLaw {
  readonly id: string;
  readonly revision: number;
  readonly law: ExternalLaw;
  /** The municipality's day on which this wording was registered. */
  readonly writtenOn: Day;
}

/** External laws in their newest wording, by title; one alone when an id is given. */
export async function externalLaws(tx: Tx, only?: string): Promise<StoredLaw[]> {
  let query = tables(tx)
    .selectFrom("documents.external_law")
    .selectAll()
    .distinctOn("law_id")
    .where(writtenByDay());
  if (only !== undefined) query = query.where("law_id", "=", only);
  const rows = await query.orderBy("law_id").orderBy("revision", "desc").limit(MAX_DOCUMENTS).execute();
  return rows
    .map((row) => ({
      id: row.law_id,
      revision: row.revision,
      law: {
        title: row.title,
        reference: row.reference,
        kind: row.kind,
        bodies: row.bodies,
        documents: row.documents,
        exerciseOfAuthority: row.exercise_of_authority,
        appeal: row.appeal,
        address: row.address,
      },
      writtenOn: row.written_on,
    }))
    .sort((a, b) => a.law.title.localeCompare(b.law.title, "sv"));
}

export async function storeLaw(
  tx: Tx,
  municipality: string,
  id: string,
  law: ExternalLaw,
  by: { editedBy: string; on: Day; seen: string | undefined },
): Promise<void> {
  const latest = async () => (await externalLaws(tx, id))[0]?.revision;
  const revision = await nextRevision(tx, `${municipality} law ${id}`, latest, by.seen);
  const { exerciseOfAuthority: exercise_of_authority, ...rest } = law;
  await tables(tx)
    .insertInto("documents.external_law")
    .values({
      ...rest,
      exercise_of_authority,
      municipality_id: municipality,
      law_id: id,
      revision,
      edited_by: by.editedBy,
      edited_at: sql<Date>`clock_timestamp()`,
      written_on: by.on,
    })
    .execute();
}

/** Each matter's version in force on a day, as a document by itself; its content stays where it is. */
export async function decidedMatters(
  tx: Tx,
  kinds: Kinds,
  asOf: Day,
): Promise<(DecidedMatter & { readonly id: string; readonly decision: number })[]> {
  const rows = await tx
    .withTables<DecisionTables>()
    .selectFrom("decisions.decision as d")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "d.municipality_id").onRef("m.matter_id", "=", "d.matter_id"),
    )
    .leftJoin("decisions.version_fact as f", (join) =>
      join
        .onRef("f.municipality_id", "=", "d.municipality_id")
        .onRef("f.matter_id", "=", "d.matter_id")
        .onRef("f.number", "=", "d.version_number"),
    )
    .distinctOn("d.matter_id")
    .select(["d.matter_id", "m.kind", "m.body_id", "m.year", "d.number", "d.decided_on"])
    .select("f.valid_to")
    .where("d.decided_on", "<=", asOf)
    .where(registeredByDay())
    .orderBy("d.matter_id")
    .orderBy("d.version_number", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.matter_id,
    kind: row.kind,
    lasts: kinds.declared(row.kind).lasts,
    body: row.body_id,
    year: row.year,
    decision: row.number,
    decidedOn: row.decided_on,
    contentValidTo: row.valid_to,
  }));
}
