import { within, yearOf } from "../../kernel/day.ts";
import { peopleFound } from "../../organisation/people/finding.ts";
import { worksFor } from "../../organisation/rules/looks-at.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Kinds } from "../matter-kinds.ts";
import { answers, type Findable, rankFound, type Sought } from "../rules/found.ts";
import { excerpt } from "../rules/marked.ts";
import { isYear, type Root, wordsIn } from "../rules/search-words.ts";
import {
  AIMS,
  formsOf,
  type Hits,
  hitsOf,
  rootsOf,
  runNames,
  type StoredRow,
  textsOf,
} from "../store/search.ts";
import { OPEN_SORTS, openFound } from "./open-found.ts";

export interface SearchFor {
  readonly q: string;
  readonly own?: string | undefined;
  readonly sort?: string | undefined;
  readonly year?: number | undefined;
  readonly after: number;
}

interface Hit extends Findable {
  readonly thing: string;
  readonly kind: string;
  readonly body: string;
  readonly href: string;
  /** By which its text is fetched; absent where that is here. */
  readonly key?: number;
}

const MAX_FOUND = 50;
/** So much of a text is shown, about the words that were found. */
const MAX_SHOWN = 240;

/**
 * What answers to the words written, best first, from a place in the list and some on: bodies, what they run and want, people, decisions,
 * documents, all that is written in matters; with how many of each sort and of each year. What one may not read is neither found nor counted.
 */
export async function found(tx: Tx, ctx: Context, kinds: Kinds, asked: SearchFor) {
  const written = wordsIn(asked.q);
  const stems = await rootsOf(tx, written);
  // A word that says nothing ("och") asks for nothing
  const known = written.flatMap((word, at): { word: string; root: Root }[] => {
    const root = stems[at];
    return root === undefined ? [] : [{ word, root }];
  });
  const words = known.map(({ word, root: { root } }): Sought => (root === word ? [word] : [word, root]));
  const roots = known.map(({ root }) => root);
  const none = { roots, total: 0, sorts: [], years: [], found: [] };
  if (words.length === 0) return none;
  const bodies = (await allBodies(tx)).filter((body) => within(ctx.today, body.validFrom, body.validTo));
  const names = await runNames(tx, ctx.today);
  const running = words.map((sought) => runningOf(sought, bodies, names));
  const hits = await indexed(tx, ctx, asked, known, running);
  const runsBy = (body: string) => running.flatMap((by) => by.get(body) ?? []).join(", ");
  const seeker = { own: asked.own, year: yearOf(ctx.today) };
  const living = asked.year === undefined ? await livingHits(tx, ctx, bodies, runsBy, asked.q) : [];
  const open = await openFound(tx, ctx, kinds, known);
  const ofYear = open.filter(({ year }) => asked.year === undefined || year === asked.year);
  const alive = rankFound<Hit>([...living, ...ofYear], words, seeker);
  const sorts = [...countsOf(alive), ...hits.sorts].sort(
    (a, b) => b.count - a.count || (a.sort < b.sort ? -1 : 1),
  );
  const meant = alive.filter(({ sort }) => asked.sort === undefined || sort === asked.sort);
  const rows = hits.rows.map((row) => ofRow(row, kinds, ctx.language, runsBy));
  const page = rankFound([...meant, ...rows], words, seeker).slice(asked.after, asked.after + MAX_FOUND);
  const texts = await textsOf(
    tx,
    page.flatMap(({ key }) => key ?? []),
  );
  return {
    roots,
    total: sorts.reduce(
      (sum, { sort, count }) => (asked.sort === undefined || sort === asked.sort ? sum + count : sum),
      0,
    ),
    sorts,
    years: yearsWith(hits.years, open),
    found: page.map(({ thing, sort, kind, title, text, body, year, same, runs, href, key }) => ({
      thing,
      sort,
      kind,
      title,
      text: excerpt(key === undefined ? text : (texts.get(key) ?? ""), roots, MAX_SHOWN),
      body,
      year,
      same,
      runs,
      href,
    })),
  };
}

/** What the index has of it. */
async function indexed(
  tx: Tx,
  { today, personId }: Context,
  { sort, year }: SearchFor,
  known: readonly { readonly word: string; readonly root: Root }[],
  running: readonly ReadonlyMap<string, readonly string[]>[],
): Promise<Hits> {
  const plain = known.flatMap(({ word, root }, at) => (isYear(word) ? [] : [{ root, at }]));
  const years = known.flatMap(({ word }) => (isYear(word) ? Number(word) : []));
  const forms = await formsOf(
    tx,
    plain.map(({ root }) => root),
  );
  return hitsOf(tx, {
    words: plain.map(({ at }, i) => ({ forms: forms[i] ?? [], runBy: [...(running[at]?.keys() ?? [])] })),
    years,
    day: today,
    signedIn: personId !== undefined,
    year,
    sort,
  });
}

/** What is found as it stands and not by the index. */
const LIVING: readonly string[] = ["body", "person", ...OPEN_SORTS];

/** How many of each year, with what is not decided; the latest first. */
function yearsWith(
  years: Hits["years"],
  open: readonly { readonly year: number }[],
): Hits["years"][number][] {
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  for (const { year } of open) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => b.year - a.year);
}

async function livingHits(
  tx: Tx,
  ctx: Context,
  bodies: readonly Body[],
  runsBy: (body: string) => string,
  q: string,
): Promise<Hit[]> {
  const people = ctx.personId === undefined ? [] : await peopleFound(tx, bodies, ctx.today, wordsIn(q));
  return [
    ...bodies.map((body) => ofBody(body, bodies, runsBy(body.id))),
    ...people.map(({ id, name, title, bodyName, body }) => ({
      sort: "person",
      same: `person:${id}`,
      thing: `person:${id}`,
      kind: "person",
      title: name,
      text: [title, bodyName].filter(Boolean).join(", "),
      body,
      year: null,
      runs: "",
      answered: true as const,
      href: `/beslut/personer/${id}`,
    })),
  ];
}

const countsOf = (all: readonly Hit[]) =>
  LIVING.flatMap((sort) => {
    const count = all.filter((one) => one.sort === sort).length;
    return count === 0 ? [] : [{ sort, count }];
  });

/** The committees, boards and companies that run something that a word is in the name of: a service, a line of the internal budget or a unit. */
function runningOf(
  sought: Sought,
  bodies: readonly Body[],
  names: readonly { readonly body: string; readonly title: string }[],
): ReadonlyMap<string, readonly string[]> {
  if (sought.some(isYear)) return new Map();
  // By its root where nothing is called as it is written: "skolornas" by "skol", and "skola" not by "skolmåltider"
  for (const word of sought) {
    const by = new Map<string, string[]>();
    const add = (id: string, name: string) => {
      if (!answers(name, word)) return;
      const owner = worksFor(bodies, id)?.id;
      if (owner !== undefined) by.set(owner, [...(by.get(owner) ?? []), name]);
    };
    for (const { kind, id, name } of bodies) if (kind === "unit" || kind === "department") add(id, name);
    for (const { body, title } of names) add(body, title);
    if (by.size > 0) return by;
  }
  return new Map();
}

const ofBody = (body: Body, bodies: readonly Body[], runs: string): Hit => ({
  sort: "body",
  same: `body:${body.id}`,
  thing: `body:${body.id}`,
  kind: "body",
  title: body.name,
  text: body.parent === null ? "" : nameOfBody(bodies, body.parent),
  body: body.id,
  year: null,
  runs,
  href: `/beslut/organisation/${body.id}`,
});

function ofRow(
  row: StoredRow,
  kinds: Kinds,
  language: Context["language"],
  runsBy: (body: string) => string,
): Hit {
  const names = row.sort === "decision" ? kinds.find(row.kind)?.routes.kind.names : undefined;
  const [name, other] = language === "en" ? [names?.en, names?.sv] : [names?.sv, names?.en];
  return {
    ...row,
    // A decision is called by its matter, too, in both languages
    ...(names ? { other: `${name} ${row.year} ${other}` } : {}),
    text: "",
    answered: true,
    runs: row.sort === AIMS ? runsBy(row.body) : "",
  };
}
