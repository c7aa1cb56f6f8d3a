import { type Selectable, sql } from "kysely";
import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import type { VersionState } from "../kernel/version.ts";
import type { Tx } from "../platform/database/door.ts";
import { sha256 } from "../platform/hash.ts";
import { mustHaveSeen, Stale } from "../platform/http/handle.ts";
import type { DecisionShape } from "./contract.ts";
import { type ChainReport, GENESIS, linkText, verifyChain, versionText } from "./rules/chain.ts";
import { matterId } from "./rules/matter-kind.ts";
import { asOnDay } from "./rules/seen.ts";

/** The tables of matters, versions and decisions, for chapters above that read them with their own. */
export type DecisionTables = {
  "decisions.matter": {
    municipality_id: string;
    matter_id: string;
    kind: string;
    body_id: string;
    year: number;
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
    registered_by: string;
    registered_at: string;
    previous_sha256: string;
    sha256: string;
  };
  "decisions.chain_head": { municipality_id: string; count: number; sha256: string };
};
const tables = (tx: Tx) => tx.withTables<DecisionTables>();

export interface Matter {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly year: number;
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
  /** ISO 8601 in UTC, to the microsecond: the chain holds it too. */
  readonly editedAt: string;
  readonly decision: { readonly number: number; readonly decidedOn: Day } | null;
}

export const etagOf = (version: Version): string => `v${version.number}r${version.revision}`;

const versions = (tx: Tx) =>
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
    .select([
      "v.matter_id",
      "m.kind",
      "m.body_id",
      "m.year",
      "v.number",
      "v.state",
      "v.revision",
      "v.content",
    ])
    .select(["v.content_sha256", "v.edited_by", "d.number as decision", "d.decided_on"])
    .select(
      sql<string>`to_char(v.edited_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as("edited_at"),
    );

type VersionRow = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];

function versionOf(row: VersionRow): Version {
  return {
    matter: { id: row.matter_id, kind: row.kind, body: row.body_id, year: row.year },
    number: row.number,
    state: row.state,
    revision: row.revision,
    content: row.content,
    sha256: row.content_sha256,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    decision:
      row.decision !== null && row.decided_on ? { number: row.decision, decidedOn: row.decided_on } : null,
  };
}

/** All versions of a matter, newest first, whatever day it is; empty when there is no such matter. */
export async function versionsOf(tx: Tx, id: string): Promise<Version[]> {
  const rows = await versions(tx).where("v.matter_id", "=", id).orderBy("v.number", "desc").execute();
  return rows.map(versionOf);
}

/** The versions of a matter as they stood on a day, newest first. */
export const versionsOn = async (tx: Tx, id: string, asOf: Day): Promise<Version[]> =>
  asOnDay(await versionsOf(tx, id), asOf);

/** The version in force on a day: the latest decided on that day or before. */
export async function inForce(
  tx: Tx,
  matter: { kind: string; body: string; year: number },
  asOf: Day,
): Promise<Version | undefined> {
  const all = await versionsOf(tx, matterId(matter.kind, matter.body, matter.year));
  return all.find((version) => version.decision && version.decision.decidedOn <= asOf);
}

/** For each matter of a kind the version in force on a day, in the order of bodies and years. */
export async function allInForce(
  tx: Tx,
  of: { kind: string; year?: number; body?: string },
  asOf: Day,
): Promise<Version[]> {
  let query = versions(tx).where("m.kind", "=", of.kind).where("d.decided_on", "<=", asOf);
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  const rows = await query.orderBy("m.body_id").orderBy("m.year").orderBy("v.number", "desc").execute();
  const newest = new Map<string, Version>();
  for (const row of rows) if (!newest.has(row.matter_id)) newest.set(row.matter_id, versionOf(row));
  return [...newest.values()];
}

/** For each matter of a kind the version in force on a day; with `drafts` the open one where nothing is in force. */
export async function inForceOrDraft(
  tx: Tx,
  of: { kind: string; year: number },
  asOf: Day,
  drafts: boolean,
): Promise<Version[]> {
  const decided = await allInForce(tx, of, asOf);
  if (!drafts) return decided;
  const known = new Set(decided.map((version) => version.matter.id));
  const open = (await latestOfAll(tx, of, asOf)).filter(
    (version) => !version.decision && !known.has(version.matter.id),
  );
  return [...decided, ...open].sort((a, b) => (a.matter.id < b.matter.id ? -1 : 1));
}

/** The newest version of each matter, whatever its state, as it stood on a day. */
export async function latestOfAll(
  tx: Tx,
  of: { kind?: string | undefined; year?: number | undefined; body?: string | undefined },
  asOf: Day,
): Promise<Version[]> {
  let query = versions(tx);
  if (of.kind !== undefined) query = query.where("m.kind", "=", of.kind);
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  const rows = await query.orderBy("v.matter_id").orderBy("v.number", "desc").execute();
  const byMatter = Map.groupBy(rows.map(versionOf), (version) => version.matter.id);
  return [...byMatter.values()].flatMap((all) => asOnDay(all, asOf).slice(0, 1));
}

/** Stores a draft: the first version, the open one's next revision, or a new version after a decided one. */
export async function saveDraft(
  tx: Tx,
  municipality: string,
  draft: {
    kind: string;
    body: string;
    year: number;
    content: unknown;
    editedBy: string;
    seen: string | undefined;
  },
): Promise<Version> {
  const id = matterId(draft.kind, draft.body, draft.year);
  await lockMatter(tx, municipality, id);
  const latest = (await versionsOf(tx, id))[0];
  mustHaveSeen(draft.seen, latest ? etagOf(latest) : "none");
  const db = tables(tx);
  const content = JSON.stringify(draft.content);
  if (latest && (latest.state === "draft" || latest.state === "proposed")) {
    await db
      .updateTable("decisions.version")
      .set({
        content,
        state: "draft",
        revision: latest.revision + 1,
        edited_by: draft.editedBy,
        edited_at: sql<Date>`clock_timestamp()`,
      })
      .where("matter_id", "=", id)
      .where("number", "=", latest.number)
      .execute();
  } else {
    if (!latest)
      await db
        .insertInto("decisions.matter")
        .values({
          municipality_id: municipality,
          matter_id: id,
          kind: draft.kind,
          body_id: draft.body,
          year: draft.year,
        })
        .execute();
    await db
      .insertInto("decisions.version")
      .values({
        municipality_id: municipality,
        matter_id: id,
        number: (latest?.number ?? 0) + 1,
        state: "draft",
        revision: 1,
        content,
        content_sha256: null,
        edited_by: draft.editedBy,
        edited_at: sql<Date>`clock_timestamp()`,
      })
      .execute();
  }
  const [saved] = await versionsOf(tx, id);
  return saved as Version;
}

/**
 * One writer a matter at a time; the others wait and then find that what they saw is old. Taken before the versions are
 * read, so that what is decided is what was read.
 */
export const lockMatter = (tx: Tx, municipality: string, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} ${id}`}, 0))`.execute(tx);

export async function setProposed(
  tx: Tx,
  municipality: string,
  id: string,
  revision: number,
): Promise<Version> {
  await lockMatter(tx, municipality, id);
  const latest = (await versionsOf(tx, id))[0];
  if (!latest || latest.revision !== revision || (latest.state !== "draft" && latest.state !== "proposed"))
    refuse(Stale);
  await tables(tx)
    .updateTable("decisions.version")
    .set({ state: "proposed" })
    .where("matter_id", "=", id)
    .where("number", "=", latest.number)
    .execute();
  return { ...latest, state: "proposed" };
}

/** What a decision records beside what it adopts; the rest the store knows. */
export interface DecisionFacts {
  readonly organ: string;
  readonly decidedOn: Day;
  readonly paragraph: string;
  readonly reference: string;
  readonly votes: DecisionShape["votes"];
  readonly reservations: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly mandate: DecisionShape["mandate"];
  readonly registeredBy: string;
  readonly registeredAt: string;
}

/**
 * Adopts a version: freezes its content under its hash, notes that an earlier one is superseded, and adds the decision to
 * the municipality's chain. Decisions of a municipality are registered one at a time. Returns the decision's number.
 */
export async function adopt(
  tx: Tx,
  municipality: string,
  version: Version,
  facts: DecisionFacts,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} chain`}, 0))`.execute(tx);
  const db = tables(tx);
  const { matter } = version;
  const versionSha256 = sha256(
    versionText({
      ...version,
      matterId: matter.id,
      matter: { kind: matter.kind, body: matter.body, year: matter.year },
    }),
  );
  await db
    .updateTable("decisions.version")
    .set({ state: "superseded" })
    .where("matter_id", "=", matter.id)
    .where("state", "=", "decided")
    .execute();
  await db
    .updateTable("decisions.version")
    .set({ state: "decided", content_sha256: versionSha256 })
    .where("matter_id", "=", matter.id)
    .where("number", "=", version.number)
    .execute();

  const head = await db.selectFrom("decisions.chain_head").selectAll().executeTakeFirst();
  const link = {
    number: (head?.count ?? 0) + 1,
    matterId: matter.id,
    versionNumber: version.number,
    versionSha256,
    organId: facts.organ,
    decidedOn: facts.decidedOn,
    paragraph: facts.paragraph,
    reference: facts.reference,
    votes: facts.votes,
    reservations: facts.reservations,
    reasons: facts.reasons,
    mandate: facts.mandate,
    registeredBy: facts.registeredBy,
    registeredAt: facts.registeredAt,
    previousSha256: head?.sha256 ?? GENESIS,
  };
  const linkSha256 = sha256(linkText(link));
  await db
    .insertInto("decisions.decision")
    .values({
      municipality_id: municipality,
      number: link.number,
      matter_id: link.matterId,
      version_number: link.versionNumber,
      version_sha256: link.versionSha256,
      organ_id: link.organId,
      decided_on: link.decidedOn,
      paragraph: link.paragraph,
      reference: link.reference,
      votes: link.votes === null ? null : JSON.stringify(link.votes),
      reservations: JSON.stringify(link.reservations),
      reasons: JSON.stringify(link.reasons),
      mandate: JSON.stringify(link.mandate),
      registered_by: link.registeredBy,
      registered_at: link.registeredAt,
      previous_sha256: link.previousSha256,
      sha256: linkSha256,
    })
    .execute();
  if (head)
    await db.updateTable("decisions.chain_head").set({ count: link.number, sha256: linkSha256 }).execute();
  else
    await db
      .insertInto("decisions.chain_head")
      .values({ municipality_id: municipality, count: link.number, sha256: linkSha256 })
      .execute();
  return link.number;
}

const decisions = (tx: Tx) =>
  tables(tx)
    .selectFrom("decisions.decision as d")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "d.municipality_id").onRef("m.matter_id", "=", "d.matter_id"),
    )
    .selectAll("d")
    .select(["m.kind", "m.body_id", "m.year"]);

type DecisionRow = Selectable<DecisionTables["decisions.decision"]> & {
  kind: string;
  body_id: string;
  year: number;
};

function decisionOf(row: DecisionRow): Omit<DecisionShape, "organ"> {
  return {
    number: row.number,
    matterId: row.matter_id,
    kind: row.kind,
    body: row.body_id,
    year: row.year,
    versionNumber: row.version_number,
    versionSha256: row.version_sha256,
    organId: row.organ_id,
    decidedOn: row.decided_on,
    paragraph: row.paragraph,
    reference: row.reference,
    votes: row.votes as DecisionShape["votes"],
    reservations: row.reservations as string[],
    reasons: row.reasons as Record<string, string>,
    mandate: row.mandate as DecisionShape["mandate"],
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
  };
}

const MAX_LISTED = 1000;

/** Decisions made on a day or before, newest first. */
export async function decisionsUntil(
  tx: Tx,
  of: {
    organ?: string | undefined;
    body?: string | undefined;
    year?: number | undefined;
    kind?: string | undefined;
  },
  asOf: Day,
): Promise<Omit<DecisionShape, "organ">[]> {
  let query = decisions(tx).where("d.decided_on", "<=", asOf);
  if (of.organ !== undefined) query = query.where("d.organ_id", "=", of.organ);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.kind !== undefined) query = query.where("m.kind", "=", of.kind);
  return (await query.orderBy("d.number", "desc").limit(MAX_LISTED).execute()).map(decisionOf);
}

export async function decisionNumbered(
  tx: Tx,
  number: number,
): Promise<{ decision: Omit<DecisionShape, "organ">; version: Version } | undefined> {
  const row = await decisions(tx).where("d.number", "=", number).executeTakeFirst();
  if (!row) return undefined;
  const version = (await versionsOf(tx, row.matter_id)).find((v) => v.number === row.version_number);
  return version ? { decision: decisionOf(row), version } : undefined;
}

/** Recomputes the chain from what the database holds now. */
export async function verifyStoredChain(tx: Tx): Promise<ChainReport> {
  const links = await decisions(tx).orderBy("d.number").execute();
  const frozen = await versions(tx)
    .where((where) =>
      where.or([
        where("v.state", "in", ["decided", "superseded"]),
        where("v.content_sha256", "is not", null),
      ]),
    )
    .execute();
  const head = await tables(tx).selectFrom("decisions.chain_head").selectAll().executeTakeFirst();
  return verifyChain(
    links.map((row) => {
      const { kind: _kind, body: _body, year: _year, ...link } = decisionOf(row);
      return link;
    }),
    frozen.map((row) => ({
      matterId: row.matter_id,
      number: row.number,
      revision: row.revision,
      state: row.state,
      content: row.content,
      editedBy: row.edited_by,
      editedAt: row.edited_at,
      contentSha256: row.content_sha256,
      matter: { kind: row.kind, body: row.body_id, year: row.year },
    })),
    head ? { count: head.count, sha256: head.sha256 } : undefined,
    sha256,
  );
}
