import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { type AsOf, dayOfMoment, momentOf } from "../../kernel/moment.ts";
import { refuse } from "../../kernel/problem.ts";
import type { Tx } from "../../platform/database/door.ts";
import { mustHaveSeen, Stale } from "../../platform/http/handle.ts";
import { only } from "../../platform/memory/memory.ts";
import { containing } from "../../platform/personal.ts";
import type { ProposalText } from "../contract.ts";
import { matterId } from "../rules/kind.ts";
import type { Proposal } from "../rules/preparation.ts";
import { type Reads, readsDecided } from "../rules/reading.ts";
import { asOnDay } from "../rules/seen.ts";
import { withContents } from "./contents.ts";
import { knownOnDay, registeredByDay } from "./known.ts";
import {
  type DecisionTables,
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

/**
 * Names what a document of a version is made of: of a decided one, with all that it rests on as it was then, nothing will be
 * another. `what` tells a version's documents apart.
 */
export const documentOf = ({ matter, number, sha256, decision }: VersionHead, what: string) => ({
  decided: decision !== null,
  of: `${what} of ${matter.id}@${number} ${sha256}`,
});
/** On which day a version was laid forward changes when its state does, which the version itself tells. */
const withProposals = <T>(work: () => Promise<T>): Promise<T> => only("decisions.proposal", [], work);

/** What reads one matter's versions is not touched by drafts of others (migration 029). */
const ofMatter = <T>(id: string, work: () => Promise<T>): Promise<T> =>
  withProposals(() => only("decisions.version", [id], work));

/** What reads only what is decided is touched by no draft. */
export const ofDecided = <T>(work: () => Promise<T>): Promise<T> =>
  withProposals(() => only("decisions.version", [], work));

/** All versions of a matter, newest first, whatever day it is; empty when there is no such matter. */
export async function versionsOf(tx: Tx, id: string): Promise<Version[]> {
  const rows = await ofMatter(id, () =>
    openVersions(tx).where("v.matter_id", "=", id).orderBy("v.number", "desc").execute(),
  );
  return ofDecided(() => withContents(tx, knownOnDay(rows.map(versionOf))));
}

/** The heads of a matter's versions, newest first, whatever day it is. */
export async function headsOf(tx: Tx, id: string): Promise<VersionHead[]> {
  const rows = await ofMatter(id, () =>
    versionHeads(tx).where("v.matter_id", "=", id).orderBy("v.number", "desc").execute(),
  );
  return [...knownOnDay(rows.map(headOf))];
}

/** One version with its content; undefined where there is none. */
export async function versionNumbered(tx: Tx, id: string, number: number): Promise<Version | undefined> {
  const row = await ofMatter(id, () =>
    openVersions(tx).where("v.matter_id", "=", id).where("v.number", "=", number).executeTakeFirst(),
  );
  const [version] = row ? knownOnDay([versionOf(row)]) : [];
  return version && one(tx, version);
}

const one = async (tx: Tx, version: Version): Promise<Version | undefined> =>
  (await ofDecided(() => withContents(tx, [version])))[0];

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
  return version && { ...version, ...head };
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

/** The heads of a matter's versions as they stood on a day, newest first. */
export const headsOn = async (tx: Tx, id: string, asOf: Day): Promise<VersionHead[]> =>
  asOnDay(await headsOf(tx, id), asOf);

/** The version of a head, as that told it. */
export async function versionOfHead(tx: Tx, head: VersionHead): Promise<Version> {
  const { content } = (await versionNumbered(tx, head.matter.id, head.number)) as Version;
  return { ...head, content };
}

/** The versions of a matter as they stood on a day, newest first. */
export const versionsOn = async (tx: Tx, id: string, asOf: Day): Promise<Version[]> =>
  asOnDay(await versionsOf(tx, id), asOf);

/** Only what had been decided by then, where decisions are `d`. */
export const decidedBy = (asOf: AsOf): Expression<SqlBool> =>
  typeof asOf === "string"
    ? sql<boolean>`d.decided_on <= ${asOf} and ${registeredByDay()}`
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
  return row && one(tx, versionOf(row));
}

/** Which matters of a kind: all, or those of a year or of a body. */
type OfKind = { readonly kind: string; readonly year?: number; readonly body?: string };

/** What was decided of a kind until a day or a moment, in the order of bodies and years, each matter's newest first. */
async function decidedRows(tx: Tx, of: OfKind, asOf: AsOf): Promise<Version[]> {
  let query = openVersions(tx).where("m.kind", "=", of.kind).where(decidedBy(asOf));
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  const rows = await ofDecided(() =>
    query.orderBy("m.body_id").orderBy("m.year").orderBy("v.number", "desc").execute(),
  );
  return rows.map(versionOf);
}

/** Every version of a kind that had been decided on a day or at a moment, also those that later ones have taken the place of. */
export const allDecided = async (tx: Tx, of: OfKind, asOf: AsOf): Promise<Version[]> => {
  const versions = await decidedRows(tx, of, asOf);
  return ofDecided(() => withContents(tx, versions));
};

/** For each matter of a kind the version in force on a day or at a moment, in the order of bodies and years. */
export async function allInForce(tx: Tx, of: OfKind, asOf: AsOf): Promise<Version[]> {
  const newest = new Map<string, Version>();
  for (const version of await decidedRows(tx, of, asOf))
    if (!newest.has(version.matter.id)) newest.set(version.matter.id, version);
  return ofDecided(() => withContents(tx, [...newest.values()]));
}

/** For each matter of a kind the version in force; where nothing is in force on the day the open one, where it is read. */
export async function inForceOrDraft(
  tx: Tx,
  of: { kind: string; year: number },
  asOf: AsOf,
  reads: Reads,
): Promise<Version[]> {
  const decided = await allInForce(tx, of, asOf);
  if (reads === readsDecided) return decided;
  const known = new Set(decided.map((version) => version.matter.id));
  const open = (await latestOfAll(tx, of, dayOfMoment(asOf))).filter(
    (version) => !version.decision && !known.has(version.matter.id) && reads(version),
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
  return ofDecided(() => withContents(tx, newestOfEach(knownOnDay(rows.map(versionOf)), asOf)));
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
  return newestOfEach(knownOnDay(rows.map(headOf)), asOf);
}

/** The heads of the versions of some years' matters, each matter's newest first, with the part of the year that each is about. */
export async function openHeads(
  tx: Tx,
  years: { readonly first: number; readonly last: number },
): Promise<(VersionHead & { readonly occasion: string | null })[]> {
  const rows = await whichAreOpen(() =>
    versionHeads(tx)
      .leftJoin("decisions.version_fact as f", (join) =>
        join
          .onRef("f.municipality_id", "=", "v.municipality_id")
          .onRef("f.matter_id", "=", "v.matter_id")
          .onRef("f.number", "=", "v.number"),
      )
      .select("f.occasion")
      .where("m.year", ">=", years.first)
      .where("m.year", "<=", years.last)
      .orderBy("v.matter_id")
      .orderBy("v.number", "desc")
      .execute(),
  );
  return [...knownOnDay(rows.map((row) => ({ ...headOf(row), occasion: row.occasion })))];
}

/** The heads of what is written and not decided, the newest of each matter: touched by no saving of one that there is. */
export async function undecidedHeads(tx: Tx): Promise<VersionHead[]> {
  const rows = await whichAreOpen(() =>
    versionHeads(tx)
      .where("v.state", "in", ["draft", "proposed"])
      .orderBy("v.matter_id")
      .orderBy("v.number", "desc")
      .execute(),
  );
  const heads = rows.map(headOf).filter(({ decision }) => decision === null);
  return heads.filter((head, at) => heads[at - 1]?.matter.id !== head.matter.id);
}

/** What reads which versions are open, and nothing of what is written in them, is touched by no saving of a draft. */
const whichAreOpen = <T>(work: () => Promise<T>): Promise<T> =>
  withProposals(() => only("decisions.version", ["open"], work));

/** Drafts of other kinds and years don't touch what reads matters of one. */
function ofKind<T>(
  { kind, year }: { kind?: string | undefined; year?: number | undefined },
  work: () => Promise<T>,
): Promise<T> {
  if (kind === undefined) return withProposals(work);
  const part = year === undefined ? `kind ${kind}` : `kind ${kind} ${year}`;
  return withProposals(() => only("decisions.version", [part], work));
}

const among = ({ kind, year, body }: Parameters<typeof latestHeadsOfAll>[1]): Expression<SqlBool> =>
  sql<boolean>`true${kind === undefined ? sql`` : sql` and m.kind = ${kind}`}${
    year === undefined ? sql`` : sql` and m.year = ${year}`
  }${body === undefined ? sql`` : sql` and m.body_id = ${body}`}`;

const newestOfEach = <V extends VersionHead>(versions: readonly V[], asOf: Day): V[] =>
  [...Map.groupBy(versions, (version) => version.matter.id).values()].flatMap((all) =>
    asOnDay(all, asOf).slice(0, 1),
  );

/**
 * Stores a draft: the first version, the open one's next revision, or a new version after a decided one. Gives it, and the heads of all
 * the matter's versions, newest first.
 */
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
): Promise<{ readonly version: Version; readonly heads: readonly VersionHead[] }> {
  const { id, kind, body, year, key } = draft.matter;
  await lockMatter(tx, municipality, id);
  const before = await headsOf(tx, id);
  const [latest] = before;
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
  const version = (await versionNumbered(tx, id, number)) as Version;
  const { content: _, ...head } = version;
  return { version, heads: [head, ...before.filter((one) => one.number !== number)] };
}

/**
 * One writer a matter at a time; the others wait and then find that what they saw is old. Taken before the versions are
 * read, so that what is decided is what was read.
 */
export const lockMatter = (tx: Tx, municipality: string, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${municipality} ${id}`}, 0))`.execute(tx);

type Votes = NonNullable<Proposal["votes"]>;

/** By which organ a version is laid forward, and by whom; with its meeting where it has decided on it there. */
export interface Laying {
  readonly organ: string;
  readonly by: string;
  readonly on: Day;
  readonly meeting?:
    | {
        readonly decidedOn: Day;
        readonly paragraph: string;
        readonly reference: string;
        readonly votes?: Votes | undefined;
        readonly reservations?: string[] | undefined;
      }
    | undefined;
}

/** Notes that the newest version is proposed; refuses where it is another, or has been written on since. */
export async function setProposed(
  tx: Tx,
  municipality: string,
  version: Version,
  { organ, by, on, meeting }: Laying,
  said: ProposalText,
): Promise<void> {
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
  const { proposal_id } = await tables(tx)
    .insertInto("decisions.proposal")
    .values({
      municipality_id: municipality,
      matter_id: id,
      number: version.number,
      revision: version.revision,
      organ_id: organ,
      proposed_by: by,
      proposed_on: on,
      decided_on: meeting?.decidedOn ?? null,
      paragraph: meeting?.paragraph ?? null,
      reference: meeting?.reference ?? null,
      votes: meeting?.votes ? JSON.stringify(meeting.votes) : null,
      reservations: JSON.stringify(meeting?.reservations ?? []),
    })
    .returning("proposal_id")
    .executeTakeFirstOrThrow();
  const { why = null, perspectives } = said;
  if (why === null && perspectives.length === 0) return;
  await tables(tx)
    .insertInto("decisions.proposal_text")
    .values({
      municipality_id: municipality,
      proposal_id,
      matter_id: id,
      why,
      perspectives: JSON.stringify(perspectives),
    })
    .execute();
}

/**
 * How a version stands proposed on a day: an organ's own decision before what was laid forward for it; undefined where neither had come
 * by then.
 */
export async function proposalOf(
  tx: Tx,
  { matter, number, revision, state }: VersionHead,
  asOf: Day,
): Promise<Omit<Laying, "by"> | undefined> {
  if (state === "draft") return undefined;
  const row = await only("decisions.proposal", [matter.id], () =>
    tables(tx)
      .selectFrom("decisions.proposal")
      .select(["organ_id", "proposed_on", "decided_on", "paragraph", "reference", "votes", "reservations"])
      .where("matter_id", "=", matter.id)
      .where("number", "=", number)
      .where("revision", "=", revision)
      .where("proposed_on", "<=", asOf)
      .orderBy(sql`decided_on is null`)
      .orderBy("proposal_id", "desc")
      .limit(1)
      .executeTakeFirst(),
  );
  return row && layingOf(row);
}

/** How what awaits its decision came there: each time it was laid forward since the decision before, by a day, the first first. */
export async function layingsSince(
  tx: Tx,
  matter: string,
  { after, asOf }: { readonly after: number; readonly asOf: Day },
): Promise<(Omit<Laying, "by"> & ProposalText)[]> {
  const rows = await only("decisions.proposal", [matter], () =>
    only("decisions.proposal_text", [matter], () =>
      tables(tx)
        .selectFrom("decisions.proposal as p")
        .leftJoin("decisions.proposal_text as t", (join) =>
          join
            .onRef("t.municipality_id", "=", "p.municipality_id")
            .onRef("t.proposal_id", "=", "p.proposal_id"),
        )
        .select(["p.organ_id", "p.proposed_on", "p.decided_on", "p.paragraph", "p.reference"])
        .select(["p.votes", "p.reservations", "t.why", "t.perspectives"])
        .where("p.matter_id", "=", matter)
        .where("p.number", ">", after)
        .where("p.proposed_on", "<=", asOf)
        .orderBy("p.proposal_id")
        .limit(MAX_LAYINGS)
        .execute(),
    ),
  );
  return rows.map(({ why, perspectives, ...row }) => ({
    ...layingOf(row),
    ...(why === null ? {} : { why }),
    perspectives: (perspectives ?? []) as ProposalText["perspectives"],
  }));
}
const MAX_LAYINGS = 50;

type LayingRow = Pick<
  DecisionTables["decisions.proposal"],
  "organ_id" | "proposed_on" | "decided_on" | "paragraph" | "reference" | "votes" | "reservations"
>;
function layingOf(row: LayingRow): Omit<Laying, "by"> {
  const { organ_id: organ, proposed_on: on, decided_on, paragraph, reference } = row;
  if (decided_on === null || paragraph === null || reference === null) return { organ, on };
  const votes = row.votes as Votes | null;
  const reservations = row.reservations as string[];
  return {
    organ,
    on,
    meeting: {
      decidedOn: decided_on,
      paragraph,
      reference,
      ...(votes ? { votes } : {}),
      ...(reservations.length > 0 ? { reservations } : {}),
    },
  };
}

/** A version that awaits its decision; `changes` where something of its matter is decided already. */
export interface AwaitingHead extends VersionHead {
  readonly changes: boolean;
}

/** The heads of the versions that awaited their decision on a day, in the order of matters; contents stay unread. */
export async function awaitingOn(
  tx: Tx,
  { body }: { readonly body?: string | undefined },
  asOf: Day,
): Promise<AwaitingHead[]> {
  const rows = await whichAreOpen(() =>
    versionHeads(tx).where(among({ body })).orderBy("v.matter_id").orderBy("v.number", "desc").execute(),
  );
  return [...Map.groupBy(knownOnDay(rows.map(headOf)), (version) => version.matter.id).values()].flatMap(
    (all) => awaitingOf(asOnDay(all, asOf)),
  );
}

/**
 * Begins the change of a proposal at the meeting: a version of its own after it, with the same content, to be changed and decided.
 * The proposal stays as it was proposed. Refuses where it is not the newest, or has been written on since.
 */
export async function beginChange(
  tx: Tx,
  municipality: string,
  version: Version,
  { by, on }: { readonly by: string; readonly on: Day },
): Promise<Version> {
  const { matter, number } = version;
  const [latest] = await headsOf(tx, matter.id);
  if (latest?.number !== number || latest.revision !== version.revision || latest.state !== "proposed")
    refuse(Stale);
  const change = number + 1;
  const { change_from } = await tables(tx)
    .insertInto("decisions.meeting_change")
    .values({ municipality_id: municipality, matter_id: matter.id, number, is_open: true, change_from: 1 })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "matter_id", "number"]).doUpdateSet({ is_open: true }),
    )
    .returning("change_from")
    .executeTakeFirstOrThrow();
  await tables(tx)
    .insertInto("decisions.version")
    .values({
      municipality_id: municipality,
      matter_id: matter.id,
      number: change,
      state: "draft",
      revision: change_from,
      content: JSON.stringify(version.content),
      content_sha256: null,
      edited_by: by,
      edited_at: sql<Date>`clock_timestamp()`,
      written_on: on,
    })
    .execute();
  await sql`insert into decisions.version_fact (municipality_id, matter_id, number, occasion, valid_to)
    select municipality_id, matter_id, ${change}::integer, occasion, valid_to from decisions.version_fact
    where matter_id = ${matter.id} and number = ${number}`.execute(tx);
  return (await versionNumbered(tx, matter.id, change)) as Version;
}

/** Of a matter's heads as they stand on a day, newest first, the one that awaits its decision: none, or one. */
export function awaitingOf(heads: readonly VersionHead[]): AwaitingHead[] {
  const decided = heads.find(({ decision }) => decision !== null);
  const open = heads.find(({ state, number }) => state === "proposed" && number > (decided?.number ?? 0));
  return open ? [{ ...open, changes: decided !== undefined }] : [];
}

/** Throws the change of a proposal away: the proposal is the newest version again. */
export async function endChange(tx: Tx, change: VersionHead): Promise<void> {
  const { matter, number, revision } = change;
  const of = (table: "decisions.version" | "decisions.version_fact") =>
    tables(tx).deleteFrom(table).where("matter_id", "=", matter.id).where("number", "=", number);
  await of("decisions.version_fact").execute();
  await of("decisions.version").execute();
  await tables(tx)
    .updateTable("decisions.meeting_change")
    .set({ is_open: false, change_from: revision + 1 })
    .where("matter_id", "=", matter.id)
    .where("number", "=", number - 1)
    .execute();
}

/** Matters with a draft or a proposal in whose content one of some texts stands. */
export async function draftsWith(tx: Tx, texts: readonly string[]): Promise<Matter[]> {
  const rows = await tables(tx)
    .selectFrom("decisions.version as v")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "v.municipality_id").onRef("m.matter_id", "=", "v.matter_id"),
    )
    .select(["m.matter_id as id", "m.kind", "m.body_id as body", "m.year", "m.key"])
    .where("v.state", "in", ["draft", "proposed"])
    .where(sql<boolean>`v.content::text like any(${texts.map(containing)}::text[])`)
    .orderBy("m.matter_id")
    .execute();
  return rows;
}

/** How many matters some bodies have of a year and later, by kind: those that hold something. */
export async function mattersLeft(tx: Tx, bodies: readonly string[], fromYear: number) {
  if (bodies.length === 0) return [];
  return tables(tx)
    .selectFrom("decisions.matter")
    .select(["kind", "body_id as body"])
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("body_id", "in", bodies)
    .where("year", ">=", fromYear)
    .groupBy(["kind", "body_id"])
    .orderBy("kind")
    .execute();
}

/** The bodies that any matter has been begun for. */
export async function bodiesWithMatters(tx: Tx): Promise<string[]> {
  const rows = await tables(tx).selectFrom("decisions.matter").select("body_id").distinct().execute();
  return rows.map(({ body_id }) => body_id);
}
