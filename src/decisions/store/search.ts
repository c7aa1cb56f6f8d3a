import { type RawBuilder, sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import { yearOf } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/door.ts";
import { remembered } from "../../platform/memory/memory.ts";
import { MIN_AT_END, pastAll, type Root, rootOf } from "../rules/search-words.ts";
import { tables } from "./search-rows.ts";
import { secretSources } from "./secrecy.ts";

/** More that answer to the words than anybody reads. */
export const MAX_CANDIDATES = 200;
/** So many words in which a root stands are looked for: those nearest to it. */
const MAX_FORMS = 1000;
/** What a goal of a body that runs what is looked for counts beside one whose title has the word. */
const RUNS_SCORE = 20;

/** What bodies run, by which they and their goals are found. */
const RUN_SORTS = ["service", "line"];
/** What bodies have set out to do: found by what they run, too. */
export const AIMS = "body-goals";

/** The roots of words as PostgreSQL's Swedish stemmer has them, in their order; undefined for a word that says nothing ("och"). */
export async function rootsOf(tx: Tx, words: readonly string[]): Promise<(Root | undefined)[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ stem: string | null }>`
    select (ts_lexize('pg_catalog.swedish_stem', word))[1] as stem
    from unnest(${words}::text[]) with ordinality as asked (word, at) order by at`.execute(tx);
  return rows.map(({ stem }, at) => (stem === null ? undefined : rootOf(words[at] as string, stem)));
}

/** A word that has a root in it; `near`: 4 it is the root, 2 it begins or ends with it, 1 it stands inside. */
interface Form {
  readonly word: string;
  readonly near: number;
}

/** For each root the words of the municipality's texts that have it in them. Only what is leakproof meets a row before its guard. */
export async function formsOf(tx: Tx, roots: readonly Root[]): Promise<Form[][]> {
  if (roots.length === 0) return [];
  const { rows } = await sql<{ at: number; words: string[]; nears: number[] }>`
    select asked.at::int as at, forms.words, forms.nears
    from unnest(${roots.map(({ root }) => root)}::text[], ${roots.map(({ root }) => pastAll(root))}::text[],
      ${roots.map(({ inside }) => inside)}::text[]) with ordinality as asked (root, past, inside, at)
    cross join lateral (
      select array_agg(word) as words, array_agg(near) as nears from (
        select e.word, max(case when e.word = asked.root then 4 when asked.root = e.ending or e.ending = e.word then 2 else 1 end) as near
        from decisions.search_ending e
        where e.ending >= asked.root and e.ending < asked.past
          and (left(e.ending, length(asked.inside)) = asked.inside or e.ending = e.word
            or (length(asked.root) >= ${MIN_AT_END} and e.ending = asked.root))
        group by e.word order by near desc, length(e.word), e.word limit ${MAX_FORMS}
      ) nearest
    ) forms order by asked.at`.execute(tx);
  return rows.map(({ words, nears }) => (words ?? []).map((word, i) => ({ word, near: nears[i] as number })));
}

/** What bodies run, by name: services that the budget pays for and lines of internal budgets. What is marked as secret is not told. */
export async function runNames(
  tx: Tx,
  day: Day,
): Promise<readonly { readonly body: string; readonly title: string }[]> {
  const secret = await secretMatters(tx);
  return remembered(`run names ${day} ${secret.join(" ")}`, () =>
    tables(tx)
      .selectFrom("decisions.search_row")
      .select(["body_id as body", "title"])
      .distinct()
      .where("sort", "in", RUN_SORTS)
      .where("valid_from", "<=", day)
      .$if(secret.length > 0, (query) => query.where("source", "not in", secret))
      .orderBy("title")
      .orderBy("body_id")
      .execute(),
  );
}

/** What is marked as secret, and what was given in it, is found by nobody. */
const secretMatters = async (tx: Tx): Promise<string[]> => (await secretSources(tx)).sort();

/** What is looked for, as the index knows it. */
export interface Asked {
  /** For each word the forms that answer to it, and the bodies that run what it is in the name of. */
  readonly words: readonly { readonly forms: readonly Form[]; readonly runBy: readonly string[] }[];
  /** Years that are written among the words. */
  readonly years: readonly number[];
  readonly day: Day;
  readonly signedIn: boolean;
  /** Only of this year, and of the sort. */
  readonly year?: number | undefined;
  readonly sort?: string | undefined;
}

export interface StoredRow {
  readonly thing: string;
  readonly kind: string;
  readonly sort: string;
  readonly same: string;
  readonly body: string;
  readonly year: number | null;
  readonly title: string;
  readonly href: string;
  readonly key: number;
}

export interface Hits {
  /** How many of each sort, and of each year, whichever sort is asked for; the same thing of several years is one. */
  readonly sorts: readonly { readonly sort: string; readonly count: number }[];
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** The best of them, of the sort that is asked for. */
  readonly rows: readonly StoredRow[];
}

/** All that has all the words, counted, and the best of it: the title over the text, the year that has come last over those before. */
export async function hitsOf(tx: Tx, asked: Asked): Promise<Hits> {
  if (asked.words.some(({ forms, runBy }) => forms.length + runBy.length === 0)) return NONE;
  if (asked.words.length + asked.years.length === 0) return NONE;
  const of = yearOf(asked.day);
  const { rows } = await sql<{
    sorts: Hits["sorts"] | null;
    years: Hits["years"] | null;
    rows: StoredRow[] | null;
  }>`
    with ${sql.join(tablesOf(asked, await rowsOfMatters(tx, await secretMatters(tx))))},
    hit as materialized (
      select hit_0.row_key, hit_0.same_key, hit_0.sort, hit_0.year, ${scoreOf(asked)} as score from ${joined(asked)}
      where true ${asked.years.length === 0 ? sql`` : sql`and hit_0.year = all (${asked.years}::int[])`}
    ),
    best as (
      select row_key, score, case when year <= ${of} then ${of} - year when year > ${of} then 1000 + year - ${of} else 0 end as away
      from hit where true ${onlyYear(asked)} ${asked.sort === undefined ? sql`` : sql`and sort = ${asked.sort}`}
      order by score desc, away, row_key limit ${MAX_CANDIDATES}
    )
    select
      (select json_agg(json_build_object('sort', sort, 'count', n)) from (
        select sort, count(*) as n from (select distinct sort, same_key from hit where true ${onlyYear(asked)}) things
        group by sort) s) as sorts,
      (select json_agg(json_build_object('year', year, 'count', n) order by year desc) from (
        select year, count(*) as n from (select distinct year, same_key from hit where year is not null) things
        group by year) y) as years,
      (select json_agg(json_build_object('thing', r.thing, 'kind', r.kind, 'sort', r.sort, 'same', r.same, 'body', r.body_id,
          'year', r.year, 'title', r.title, 'href', r.href, 'key', r.row_key) order by b.score desc, b.away, b.row_key)
        from best b join decisions.search_row r using (row_key)) as rows`.execute(tx);
  const [found] = rows;
  return { sorts: found?.sorts ?? [], years: found?.years ?? [], rows: found?.rows ?? [] };
}

const NONE: Hits = { sorts: [], years: [], rows: [] };

const onlyYear = ({ year }: Asked): RawBuilder<unknown> =>
  year === undefined ? sql`` : sql`and year = ${year}`;

/** The keys of all rows of some matters, and of the decisions on them. */
async function rowsOfMatters(tx: Tx, matters: readonly string[]): Promise<readonly number[]> {
  if (matters.length === 0) return [];
  const { rows } = await sql<{ key: number }>`select row_key as key from decisions.search_row
    where split_part(source, '@', 1) = any (${matters}::text[])`.execute(tx);
  return rows.map(({ key }) => key);
}

const hitTable = (at: number) => sql.id(`hit_${at}`);

/** What is found by each word, and where there is none what is of a year, as far as the one who asks may find it. */
function tablesOf(asked: Asked, secret: readonly number[]): RawBuilder<unknown>[] {
  const may = sql`valid_from <= ${asked.day}
    ${asked.signedIn ? sql`` : sql`and audience = 'public'`}
    ${secret.length === 0 ? sql`` : sql`and row_key <> all (${secret}::bigint[])`}`;
  if (asked.words.length === 0)
    return [
      sql`${hitTable(0)} as (select row_key, same_key, sort, year, 0 as score from decisions.search_row
        where year = ${asked.years[0]} and ${may})`,
    ];
  return asked.words.map((word, at) => sql`${hitTable(at)} as (${ofWord(word, may)})`);
}

/** The rows that have one of a word's forms, or are aims of a body that runs what it says, with how well. */
function ofWord({ forms, runBy }: Asked["words"][number], may: RawBuilder<unknown>): RawBuilder<unknown> {
  const byForm = sql`select row_key, same_key, sort, year, max(weight * form.near)::int as score
    from unnest(${forms.map(({ word }) => word)}::text[], ${forms.map(({ near }) => near)}::int[]) as form (word, near)
    join decisions.search_word w on w.word = form.word where ${may} group by row_key, same_key, sort, year`;
  if (runBy.length === 0) return byForm;
  const byBody = sql`select row_key, same_key, sort, year, ${RUNS_SCORE}::int from decisions.search_row
    where kind = ${AIMS} and sort = ${AIMS} and body_id = any (${runBy}::text[]) and ${may}`;
  return sql`select row_key, same_key, sort, year, max(score) as score from (${byForm} union all ${byBody}) either
    group by row_key, same_key, sort, year`;
}

const scoreOf = ({ words }: Asked): RawBuilder<unknown> =>
  sql.join(words.length === 0 ? [sql`0`] : words.map((_, at) => sql`${hitTable(at)}.score`), sql` + `);

const joined = ({ words }: Asked): RawBuilder<unknown> =>
  sql.join(
    words.length === 0
      ? [hitTable(0)]
      : words.map((_, at) => (at === 0 ? hitTable(0) : sql`join ${hitTable(at)} using (row_key)`)),
    sql` `,
  );

/** The texts of rows, by their keys. */
export async function textsOf(tx: Tx, keys: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: number; text: string }>`
    select row_key as key, text from decisions.search_row where row_key = any (${keys}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map(({ key, text }) => [key, text]));
}
