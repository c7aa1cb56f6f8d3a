import { type Expression, type SqlBool, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type AlongsideTables, tables as alongside } from "./alongside.ts";
import { registeredByDay } from "./known.ts";
import { openMarkings } from "./secrecy.ts";
import { tables } from "./tables.ts";

/** More that answer to the words than anybody reads. */
const MAX_CANDIDATES = 400;

export interface StoredRow {
  readonly thing: string;
  readonly kind: string;
  readonly body: string;
  readonly year: number | null;
  readonly title: string;
  readonly text: string;
  readonly href: string;
}

const rowOf = (row: AlongsideTables["decisions.search_row"]): StoredRow => ({
  thing: row.thing,
  kind: row.kind,
  body: row.body_id,
  year: row.year,
  title: row.title,
  text: row.text,
  href: row.href,
});

const like = (word: string) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** What is marked as secret is found by nobody. */
const secretMatters = async (tx: Tx): Promise<string[]> => [...(await openMarkings(tx)).keys()];

/** What bodies run that one of the words is in the name of: rows whose thing is named by its sort ("…/service/forskola"). */
export async function rowsRun(
  tx: Tx,
  words: readonly string[],
  sorts: readonly string[],
  day: Day,
): Promise<StoredRow[]> {
  const secret = await secretMatters(tx);
  const rows = await alongside(tx)
    .selectFrom("decisions.search_row")
    .selectAll()
    .where("valid_from", "<=", day)
    .where(sql<string>`split_part(thing, '/', 2)`, "in", sorts)
    .$if(secret.length > 0, (query) => query.where("source", "not in", secret))
    .where((where) => where.or(words.map((word) => where("title", "ilike", like(word)))))
    .limit(MAX_CANDIDATES)
    .execute();
  return rows.map(rowOf);
}

/**
 * What has all the words in its title or its text on a day, or belongs to a body that runs what a word says (`runs`: the bodies by word).
 * The newest first, should there be more than anybody reads.
 */
export async function rowsWith(
  tx: Tx,
  words: readonly string[],
  runs: ReadonlyMap<string, readonly string[]>,
  day: Day,
): Promise<StoredRow[]> {
  const secret = await secretMatters(tx);
  let query = alongside(tx).selectFrom("decisions.search_row").selectAll().where("valid_from", "<=", day);
  if (secret.length > 0) query = query.where("source", "not in", secret);
  for (const word of words)
    query = query.where((where) => {
      const either: Expression<SqlBool>[] = [
        where("title", "ilike", like(word)),
        where("text", "ilike", like(word)),
        sql<SqlBool>`year::text = ${word}`,
      ];
      const bodies = runs.get(word) ?? [];
      // A year: a goal, not a document, and nothing that is run
      if (bodies.length > 0)
        either.push(
          where.and([
            where("body_id", "in", bodies),
            where("year", "is not", null),
            sql<SqlBool>`split_part(thing, '/', 3) = ''`,
          ]),
        );
      return where.or(either);
    });
  const rows = await query
    .orderBy(sql`title ilike ${like(words[0] ?? "")}`, "desc")
    .orderBy("year", (by) => by.desc().nullsFirst())
    .orderBy("title")
    .limit(MAX_CANDIDATES)
    .execute();
  return rows.map(rowOf);
}

export interface StoredDecision {
  readonly number: number;
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  readonly key: string;
  readonly organ: string;
  readonly decidedOn: Day;
  readonly paragraph: string;
  readonly reference: string;
  /** What was decided, in words; null of what was decided before that was asked for. */
  readonly sentence: string | null;
}

/** What a word can mean of a decision beside its sentence, paragraph and reference: the kinds and the bodies that it is in the name of. */
export interface WordOfDecision {
  readonly word: string;
  readonly kinds: readonly string[];
  readonly bodies: readonly string[];
}

/** Decisions up to a day that answer to all the words, the newest first. */
export async function decisionsWith(
  tx: Tx,
  words: readonly WordOfDecision[],
  day: Day,
): Promise<StoredDecision[]> {
  const secret = await secretMatters(tx);
  let query = tables(tx)
    .selectFrom("decisions.decision as d")
    .innerJoin("decisions.matter as m", (join) =>
      join.onRef("m.municipality_id", "=", "d.municipality_id").onRef("m.matter_id", "=", "d.matter_id"),
    )
    .select(["d.number", "d.organ_id", "d.decided_on", "d.paragraph", "d.reference", "d.sentence"])
    .select(["m.kind", "m.body_id", "m.year", "m.key"])
    .where("d.decided_on", "<=", day)
    .where(registeredByDay());
  if (secret.length > 0) query = query.where("d.matter_id", "not in", secret);
  for (const { word, kinds, bodies } of words)
    query = query.where((where) => {
      const either: Expression<SqlBool>[] = [
        where("d.sentence", "ilike", like(word)),
        where("d.paragraph", "ilike", like(word)),
        where("d.reference", "ilike", like(word)),
        sql<SqlBool>`m.year::text = ${word}`,
      ];
      if (kinds.length > 0) either.push(where("m.kind", "in", kinds));
      if (bodies.length > 0) either.push(where("m.body_id", "in", bodies), where("d.organ_id", "in", bodies));
      return where.or(either);
    });
  const rows = await query.orderBy("d.number", "desc").limit(MAX_CANDIDATES).execute();
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind,
    body: row.body_id,
    year: row.year,
    key: row.key,
    organ: row.organ_id,
    decidedOn: row.decided_on,
    paragraph: row.paragraph,
    reference: row.reference,
    sentence: row.sentence,
  }));
}
