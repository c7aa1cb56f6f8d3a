import { randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import type { DecisionShape } from "../contract.ts";
import {
  type ChainedVersion,
  type ChainHead,
  type ChainLink,
  type ChainReport,
  chainedMatter,
  GENESIS,
  linkText,
  sentenceText,
  verifyChain,
  versionText,
} from "../rules/chain.ts";
import type { LastOfDay } from "../rules/heads.ts";
import type { Preparation } from "../rules/preparation.ts";
import { registeredByDay } from "./known.ts";
import { sealGround } from "./seals.ts";
import { openMarkings } from "./secrecy.ts";
import { type DecisionTables, tables, type Version, versionOf, versions } from "./tables.ts";
import { versionNumbered } from "./versions.ts";

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
  /** What it was prepared by; undefined where there is nothing to tell. */
  readonly preparation: Preparation | undefined;
  /** What was decided, in one sentence. */
  readonly sentence: string;
  readonly registeredBy: string;
  /** The machine's time, and the municipality's day. */
  readonly registeredAt: string;
  readonly registeredOn: Day;
  /** The tables whose rows decided content rests on (`Chapter.restsOn`). */
  readonly restsOn: readonly string[];
}

/**
 * Adopts a version: freezes its content under its hash, notes that an earlier one is superseded, seals what has been logged,
 * and adds the decision to the municipality's chain, with the seal and the hashes of what it rests on. Decisions of a municipality
 * are registered one at a time. Returns the decision's number.
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
  const versionSha256 = versionHash(version);
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

  const before = await db
    .selectFrom("decisions.decision")
    .select(["seal_number", "ground"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const { seal, ground } = await sealGround(
    tx,
    municipality,
    facts.registeredAt,
    facts.restsOn,
    before && before.seal_number !== null
      ? { seal: before.seal_number, ground: (before.ground ?? {}) as Record<string, string> }
      : undefined,
  );
  const head = await db.selectFrom("decisions.chain_head").selectAll().executeTakeFirst();
  const salt = randomUUID();
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
    // Only where there is any: the links from before are hashed without it
    ...(facts.preparation ? { preparation: facts.preparation } : {}),
    sentenceSha256: sha256(sentenceText({ sentence: facts.sentence, salt })),
    registeredBy: facts.registeredBy,
    registeredAt: facts.registeredAt,
    registeredOn: facts.registeredOn,
    seal,
    ground,
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
      preparation: facts.preparation ? JSON.stringify(facts.preparation) : null,
      sentence: facts.sentence,
      sentence_salt: salt,
      registered_by: link.registeredBy,
      registered_at: link.registeredAt,
      registered_on: link.registeredOn,
      seal_number: seal.number,
      seal_sha256: seal.sha256,
      ground: JSON.stringify(ground),
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

/** The hash over a version: its content, what matter it belongs to, and who last wrote it and when. */
export const versionHash = (version: Version): string => sha256(versionText(chained(version)));

/** A version as the chain holds it. */
const chained = (version: Version): ChainedVersion => ({
  matterId: version.matter.id,
  number: version.number,
  revision: version.revision,
  state: version.state,
  content: version.content,
  editedBy: version.editedBy,
  editedAt: version.editedAt,
  writtenOn: version.hashedOn,
  contentSha256: version.sha256,
  matter: chainedMatter(version.matter),
});

/** Decisions as stored. */
const links = (tx: Tx) =>
  tables(tx)
    .selectFrom("decisions.decision as d")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "d.municipality_id").onRef("m.matter_id", "=", "d.matter_id"),
    )
    .selectAll("d")
    .select(["m.kind", "m.body_id", "m.year", "m.key"]);

/** Decisions as they are shown: those from before the day was kept too have the day on which they were registered. */
const decisions = (tx: Tx) =>
  links(tx).select(
    sql<Day>`decisions.day_of(d.registered_on, d.registered_at::timestamptz, d.decided_on)`.as("shown_on"),
  );

type DecisionRow = Selectable<DecisionTables["decisions.decision"]> & {
  kind: string;
  body_id: string;
  year: number;
  key: string;
  shown_on: Day;
};

function decisionOf(row: DecisionRow): Omit<DecisionShape, "organ"> {
  return {
    number: row.number,
    matterId: row.matter_id,
    kind: row.kind,
    body: row.body_id,
    year: row.year,
    key: row.key,
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
    ...(row.preparation ? { preparation: row.preparation as Preparation } : {}),
    ...(row.sentence !== null && row.sentence_salt !== null
      ? { sentence: row.sentence, sentenceSalt: row.sentence_salt }
      : {}),
    registeredBy: row.registered_by,
    registeredAt: row.registered_at,
    registeredOn: row.shown_on,
    ...sealedIn(row),
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
  };
}

/** The seal and the ground that a decision's hash holds; none in one from before there were seals. */
const sealedIn = (row: Pick<DecisionRow, "seal_number" | "seal_sha256" | "ground">) => ({
  ...(row.seal_number === null && row.seal_sha256 === null
    ? {}
    : { seal: { number: row.seal_number as number, sha256: row.seal_sha256 as string } }),
  ...(row.ground === null ? {} : { ground: row.ground as Record<string, string> }),
});

/** A decision as the chain holds it: what its hash is taken over, and the hash. */
function linkOf(row: Omit<DecisionRow, "shown_on">): ChainLink {
  const {
    kind: _kind,
    body: _body,
    year: _year,
    key: _key,
    registeredOn: _day,
    sentence,
    sentenceSalt: salt,
    ...link
  } = decisionOf({ ...row, shown_on: row.decided_on });
  return {
    ...link,
    ...(row.registered_on === null ? {} : { registeredOn: row.registered_on }),
    ...(sentence !== undefined && salt !== undefined
      ? { sentenceSha256: sha256(sentenceText({ sentence, salt })) }
      : {}),
  };
}

/** The chain's links after a decision, at most so many: what those outside check it by. */
export async function linksAfter(tx: Tx, number: number, limit: number): Promise<ChainLink[]> {
  const stored = links(tx).where("d.number", ">", number).orderBy("d.number").limit(limit);
  return (await stored.execute()).map(linkOf);
}

/** The last decision of each day on which any was registered. */
export async function lastOfDays(tx: Tx): Promise<LastOfDay[]> {
  const found = await sql<LastOfDay>`select distinct on (day) day, number, sha256 from (
      select decisions.day_of(registered_on, registered_at::timestamptz, decided_on) as day, number, sha256
      from decisions.decision) registered
    order by day, number desc`.execute(tx);
  return found.rows;
}

/** What was decided in words, by the day on which it was registered, from a day on; nothing of marked matters. */
export async function saidByDay(tx: Tx, from: Day): Promise<ReadonlyMap<Day, readonly string[]>> {
  const secret = await openMarkings(tx);
  const rows = await decisions(tx)
    .where("d.registered_on", ">=", from)
    .where("d.sentence", "is not", null)
    .orderBy("d.number")
    .execute();
  const open = rows.filter(({ matter_id }) => !secret.has(matter_id));
  const byDay = Map.groupBy(open, ({ shown_on }) => shown_on);
  return new Map([...byDay].map(([day, all]) => [day, all.flatMap(({ sentence }) => sentence ?? [])]));
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
  let query = decisions(tx).where("d.decided_on", "<=", asOf).where(registeredByDay());
  if (of.organ !== undefined) query = query.where("d.organ_id", "=", of.organ);
  if (of.body !== undefined) query = query.where("m.body_id", "=", of.body);
  if (of.year !== undefined) query = query.where("m.year", "=", of.year);
  if (of.kind !== undefined) query = query.where("m.kind", "=", of.kind);
  return (await query.orderBy("d.number", "desc").limit(MAX_LISTED).execute()).map(decisionOf);
}

/** The numbers of all decisions, or of those of some kinds of matter, in the order of the chain. */
export async function decisionNumbers(tx: Tx, kinds?: readonly string[]): Promise<number[]> {
  if (kinds?.length === 0) return [];
  let query = decisions(tx).clearSelect().select("d.number");
  if (kinds) query = query.where("m.kind", "in", kinds);
  return (await query.orderBy("d.number").execute()).map(({ number }) => number);
}

/** A decision without what was decided. */
export async function decisionAlone(
  tx: Tx,
  number: number,
): Promise<Omit<DecisionShape, "organ"> | undefined> {
  const row = await decisions(tx).where("d.number", "=", number).executeTakeFirst();
  return row && decisionOf(row);
}

export async function decisionNumbered(
  tx: Tx,
  number: number,
): Promise<{ decision: Omit<DecisionShape, "organ">; version: Version } | undefined> {
  const row = await decisions(tx).where("d.number", "=", number).executeTakeFirst();
  if (!row) return undefined;
  const version = await versionNumbered(tx, row.matter_id, row.version_number);
  return version ? { decision: decisionOf(row), version } : undefined;
}

/** The first day of which the chain knows a decision; undefined where it is empty. */
export async function firstDecidedOn(tx: Tx): Promise<Day | undefined> {
  const all = await decisions(tx).orderBy("d.decided_on").limit(1).executeTakeFirst();
  return all?.decided_on;
}

/** The chain as its hashes are taken over it: decisions, the versions that they froze, and its head. */
export async function storedChain(tx: Tx): Promise<{
  readonly links: readonly ChainLink[];
  readonly versions: readonly ChainedVersion[];
  readonly head: ChainHead | undefined;
}> {
  const stored = await links(tx).orderBy("d.number").execute();
  const frozen = await versions(tx)
    .where((where) =>
      where.or([
        where("v.state", "in", ["decided", "superseded"]),
        where("v.content_sha256", "is not", null),
        where("c.is_open", "=", true),
      ]),
    )
    .execute();
  const head = await tables(tx).selectFrom("decisions.chain_head").selectAll().executeTakeFirst();
  return {
    links: stored.map(linkOf),
    versions: frozen.map((row) => chained(versionOf(row))),
    head: head ? { count: head.count, sha256: head.sha256 } : undefined,
  };
}

/** Recomputes the chain from what the database holds now. */
export async function verifyStoredChain(tx: Tx): Promise<ChainReport> {
  const { links, versions, head } = await storedChain(tx);
  return verifyChain(links, versions, head, sha256);
}
