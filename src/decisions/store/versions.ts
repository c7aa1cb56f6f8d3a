import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { type AsOf, dayOfMoment, momentOf } from "../../kernel/moment.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { mustHaveSeen, Stale } from "../../platform/http/handle.ts";
import { only } from "../../platform/memory/memory.ts";
import { matterId } from "../rules/kind.ts";
import { asOnDay } from "../rules/seen.ts";
import { withContents } from "./contents.ts";
import {
  headOf,
  type Matter,
  openVersions,
  tables,
  type Version,
  type VersionHead,
  versionHeads,
  versionOf,
} from "./tables.ts";

export type { DecisionTables, Matter, Version, VersionHead } from "./tables.ts";

export const etagOf = (version: VersionHead): string => `v${version.number}r${version.revision}`;

/** What reads one matter's versions is not touched by drafts of others (migration 029). */
const ofMatter = <T>(id: string, work: () => Promise<T>): Promise<T> => only("decisions.version", [id], work);

/** What reads only what is decided is touched by no draft. */
export const ofDecided = <T>(work: () => Promise<T>): Promise<T> => only("decisions.version", [], work);

/** All versions of a matter, newest first, whatever day it is; empty when there is no such matter. */
export async function versionsOf(tx: Tx, id: string): Promise<Version[]> {
  const rows = await ofMatter(id, () =>
    openVersions(tx).where("v.matter_id", "=", id).orderBy("v.number", "desc").execute(),
  );
  return ofDecided(() => withContents(tx, rows.map(versionOf)));
}

/** The heads of a matter's versions, newest first, whatever day it is. */
export async function headsOf(tx: Tx, id: string): Promise<VersionHead[]> {
  const rows = await ofMatter(id, () =>
    versionHeads(tx).where("v.matter_id", "=", id).orderBy("v.number", "desc").execute(),
  );
  return rows.map(headOf);
}

/** One version with its content; undefined where there is none. */
export async function versionNumbered(tx: Tx, id: string, number: number): Promise<Version | undefined> {
  const row = await ofMatter(id, () =>
    openVersions(tx).where("v.matter_id", "=", id).where("v.number", "=", number).executeTakeFirst(),
  );
  return row && one(tx, row);
}

const one = async (tx: Tx, row: Parameters<typeof versionOf>[0]): Promise<Version | undefined> =>
  (await ofDecided(() => withContents(tx, [versionOf(row)])))[0];

/**
 * Of a matter's versions as they stood on a day, newest first, the one that is chosen by their heads; the contents of the others are
 * not read.
 */
export async function versionOn(
  tx: Tx,
  id: string,
  asOf: Day,
  choose: (heads: VersionHead[]) => VersionHead | undefined,
): Promise<Version | undefined> {
  const head = choose(asOnDay(await headsOf(tx, id), asOf));
  const version = head && (await versionNumbered(tx, id, head.number));
  return version && { ...version, state: head.state };
}

/** The newest of a matter's versions as they stood on a day. */
export const newestOn = (tx: Tx, id: string, asOf: Day): Promise<Version | undefined> =>
  versionOn(tx, id, asOf, ([newest]) => newest);

/** What a version rests on is as it was at its decision, or for what is not decided as it is today (U-10). */
export async function restsOn(tx: Tx, { decision }: Pick<Version, "decision">, today: Day): Promise<AsOf> {
  if (!decision) return today;
  const { registered_at } = await tables(tx)
    .selectFrom("decisions.decision")
    .select("registered_at")
    .where("number", "=", decision.number)
    .executeTakeFirstOrThrow();
  return momentOf({ ...decision, registeredAt: registered_at });
}

/** The versions of a matter as they stood on a day, newest first. */
export const versionsOn = async (tx: Tx, id: string, asOf: Day): Promise<Version[]> =>
  asOnDay(await versionsOf(tx, id), asOf);

/** Only what had been decided by then, where decisions are `d`. */
export const decidedBy = (asOf: AsOf): Expression<SqlBool> =>
  typeof asOf === "string"
    ? sql<boolean>`d.decided_on <= ${asOf}`
    : sql<boolean>`d.decided_on <= ${asOf.day} and d.number <= ${asOf.decision}`;

/** The version in force on a day or at a moment: the latest that was decided by then. */
export async function inForce(
  tx: Tx,
  matter: { kind: string; body: string; year: number; key?: string },
  asOf: AsOf,
): Promise<Version | undefined> {
  const row = await ofDecided(() =>
    openVersions(tx)
      .where("v.matter_id", "=", matterId(matter.kind, matter.body, matter.year, matter.key))
      .where(decidedBy(asOf))
      .orderBy("v.number", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  return row && one(tx, row);
}

/** For each matter of a kind the version in force on a day or at a moment, in the order of bodies and years. */
export async function allInForce(
  tx: Tx,
  of: { kind: string; year?: number; body?: string },
  asOf: AsOf,
): Promise<Version[]> {
  let query = openVersions(tx).where("m.kind", "=", of.kind).where(decidedBy(asOf));
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  const rows = await ofDecided(() =>
    query.orderBy("m.body_id").orderBy("m.year").orderBy("v.number", "desc").execute(),
  );
  const newest = new Map<string, Version>();
  for (const row of rows) if (!newest.has(row.matter_id)) newest.set(row.matter_id, versionOf(row));
  return ofDecided(() => withContents(tx, [...newest.values()]));
}

/** For each matter of a kind the version in force; with `drafts` the open one where nothing is in force on the day. */
export async function inForceOrDraft(
  tx: Tx,
  of: { kind: string; year: number },
  asOf: AsOf,
  drafts: boolean,
): Promise<Version[]> {
  const decided = await allInForce(tx, of, asOf);
  if (!drafts) return decided;
  const known = new Set(decided.map((version) => version.matter.id));
  const open = (await latestOfAll(tx, of, dayOfMoment(asOf))).filter(
    (version) => !version.decision && !known.has(version.matter.id),
  );
  return [...decided, ...open].sort((a, b) => (a.matter.id < b.matter.id ? -1 : 1));
}

/** The newest version of each matter, whatever its state, as it stood on a day; no other version's content is read. */
export async function latestOfAll(
  tx: Tx,
  of: Parameters<typeof latestHeadsOfAll>[1],
  asOf: Day,
): Promise<Version[]> {
  const rows = await ofKind(of, () =>
    openVersions(tx).where(among(of)).orderBy("v.matter_id").orderBy("v.number", "desc").execute(),
  );
  return ofDecided(() => withContents(tx, newestOfEach(rows.map(versionOf), asOf)));
}

/** The head of the newest version of each matter, whatever its state, as it stood on a day. */
export async function latestHeadsOfAll(
  tx: Tx,
  of: { kind?: string | undefined; year?: number | undefined; body?: string | undefined },
  asOf: Day,
): Promise<VersionHead[]> {
  const rows = await ofKind(of, () =>
    versionHeads(tx).where(among(of)).orderBy("v.matter_id").orderBy("v.number", "desc").execute(),
  );
  return newestOfEach(rows.map(headOf), asOf);
}

/** Drafts of other kinds and years don't touch what reads matters of one. */
function ofKind<T>(
  { kind, year }: { kind?: string | undefined; year?: number | undefined },
  work: () => Promise<T>,
): Promise<T> {
  if (kind === undefined) return work();
  return only("decisions.version", [year === undefined ? `kind ${kind}` : `kind ${kind} ${year}`], work);
}

const among = ({ kind, year, body }: Parameters<typeof latestHeadsOfAll>[1]): Expression<SqlBool> =>
  sql<boolean>`true${kind === undefined ? sql`` : sql` and m.kind = ${kind}`}${
    year === undefined ? sql`` : sql` and m.year = ${year}`
  }${body === undefined ? sql`` : sql` and m.body_id = ${body}`}`;

const newestOfEach = <V extends VersionHead>(versions: readonly V[], asOf: Day): V[] =>
  [...Map.groupBy(versions, (version) => version.matter.id).values()].flatMap((all) =>
    asOnDay(all, asOf).slice(0, 1),
  );

/** Stores a draft: the first version, the open one's next revision, or a new version after a decided one. */
export async function saveDraft(
  tx: Tx,
  municipality: string,
  draft: {
    readonly matter: Matter;
    readonly content: unknown;
    readonly facts: { readonly occasion?: string | undefined; readonly validTo?: Day | null | undefined };
    readonly editedBy: string;
    /** The municipality's day. */
    readonly on: Day;
    readonly seen: string | undefined;
  },
): Promise<Version> {
  const { id, kind, body, year, key } = draft.matter;
  await lockMatter(tx, municipality, id);
  const latest = (await headsOf(tx, id))[0];
  mustHaveSeen(draft.seen, latest ? etagOf(latest) : "none");
  const db = tables(tx);
  const written = {
    content: JSON.stringify(draft.content),
    state: "draft" as const,
    edited_by: draft.editedBy,
    edited_at: sql<Date>`clock_timestamp()`,
    written_on: draft.on,
  };
  const open = latest && (latest.state === "draft" || latest.state === "proposed") ? latest : undefined;
  if (open) {
    await db
      .updateTable("decisions.version")
      .set({ ...written, revision: open.revision + 1 })
      .where("matter_id", "=", id)
      .where("number", "=", open.number)
      .execute();
  } else {
    if (!latest)
      await db
        .insertInto("decisions.matter")
        .values({ municipality_id: municipality, matter_id: id, kind, body_id: body, year, key })
        .execute();
    await db
      .insertInto("decisions.version")
      .values({
        ...written,
        municipality_id: municipality,
        matter_id: id,
        number: (latest?.number ?? 0) + 1,
        revision: 1,
        content_sha256: null,
      })
      .execute();
  }
  const number = open?.number ?? (latest?.number ?? 0) + 1;
  const facts = { occasion: draft.facts.occasion ?? null, valid_to: draft.facts.validTo ?? null };
  await db
    .insertInto("decisions.version_fact")
    .values({ municipality_id: municipality, matter_id: id, number, ...facts })
    .onConflict((conflict) => conflict.columns(["municipality_id", "matter_id", "number"]).doUpdateSet(facts))
    .execute();
  return (await versionNumbered(tx, id, number)) as Version;
}

/**
 * One writer a matter at a time; the others wait and then find that what they saw is old. Taken before the versions are
 * read, so that what is decided is what was read.
 */
export const lockMatter = (tx: Tx, municipality: string, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} ${id}`}, 0))`.execute(tx);

/** Notes that the newest version is proposed; refuses where it is another, or has been written on since. */
export async function setProposed(tx: Tx, municipality: string, version: Version): Promise<void> {
  const { id } = version.matter;
  await lockMatter(tx, municipality, id);
  const latest = (await headsOf(tx, id))[0];
  const open = latest?.state === "draft" || latest?.state === "proposed";
  if (!open || latest.number !== version.number || latest.revision !== version.revision) refuse(Stale);
  await tables(tx)
    .updateTable("decisions.version")
    .set({ state: "proposed" })
    .where("matter_id", "=", id)
    .where("number", "=", version.number)
    .execute();
}
