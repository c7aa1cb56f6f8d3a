import type { Day } from "../../kernel/day.ts";
import { within, yearOf } from "../../kernel/day.ts";
import { worksFor } from "../../organisation/rules/looks-at.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import type { Kinds } from "../matter-kinds.ts";
import { answers, type Findable, rankFound, wordsIn } from "../rules/found.ts";
import { decisionsWith, rowsRun, rowsWith, type StoredDecision, type StoredRow } from "../store/search.ts";

/** What a body runs, by the sort that stands in the thing of its rows. */
export const RUN_SORTS = ["service", "line", "account"] as const;

export interface Found extends Findable {
  readonly thing: string;
  readonly kind: string;
  readonly body: string;
  readonly href: string;
}

const MAX_FOUND = 50;

/** What answers to the words written, best first, from a place in the list and some on: bodies, what they run and want, decisions, documents. */
export async function found(
  tx: Tx,
  ctx: Context,
  kinds: Kinds,
  { q, own, after }: { readonly q: string; readonly own?: string | undefined; readonly after: number },
): Promise<Found[]> {
  const words = wordsIn(q);
  if (words.length === 0) return [];
  const bodies = (await allBodies(tx)).filter((body) => within(ctx.today, body.validFrom, body.validTo));
  const run = await rowsRun(tx, words, RUN_SORTS, ctx.today);
  const running = runningOf(words, bodies, run);
  const runs = new Map(words.map((word) => [word, [...(running.get(word)?.keys() ?? [])]]));
  const rows = await rowsWith(tx, words, runs, ctx.today);
  const decided = await decisionsWith(tx, meanings(words, bodies, kinds), ctx.today);
  const runsBy = (body: string) => words.flatMap((word) => running.get(word)?.get(body) ?? []).join(", ");
  const all = [
    ...bodies.map((body) => ofBody(body, bodies, runsBy(body.id))),
    ...rows.map((row) => ofRow(row, runsBy)),
    ...decided.map((decision) => ofDecision(decision, bodies, kinds, ctx.language)),
  ];
  return rankFound(all, words, { own, year: yearOf(ctx.today) }).slice(after, after + MAX_FOUND);
}

/** By word, the committees, boards and companies that run something of that name: a service, a line of the internal budget or a unit. */
function runningOf(words: readonly string[], bodies: readonly Body[], run: readonly StoredRow[]) {
  const byWord = new Map<string, Map<string, string[]>>();
  for (const word of words) {
    const by = new Map<string, string[]>();
    const add = (id: string, name: string) => {
      const owner = worksFor(bodies, id)?.id;
      if (owner !== undefined && answers(name, word)) by.set(owner, [...(by.get(owner) ?? []), name]);
    };
    for (const { kind, id, name } of bodies) if (kind === "unit" || kind === "department") add(id, name);
    for (const { thing, body, title } of run) if (sortOf(thing) !== "account") add(body, title);
    byWord.set(word, by);
  }
  return byWord;
}

const has = (text: string, word: string): boolean => text.toLocaleLowerCase("sv").includes(word);

/** "…/service/forskola" is of the sort service; "…/lasning" of none but its kind's. */
function sortOf(thing: string): string | undefined {
  const [, sort, id] = thing.split("/");
  return id === undefined ? undefined : sort;
}

const meanings = (words: readonly string[], bodies: readonly Body[], kinds: Kinds) =>
  words.map((word) => ({
    word,
    kinds: kinds.all
      .map(({ routes }) => routes.kind)
      .filter(({ names }) => has(names.sv, word) || has(names.en, word))
      .map(({ kind }) => kind),
    bodies: bodies.filter(({ name }) => has(name, word)).map(({ id }) => id),
  }));

const ofBody = (body: Body, bodies: readonly Body[], runs: string): Found => ({
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

function ofRow(row: StoredRow, runsBy: (body: string) => string): Found {
  const sort = sortOf(row.thing);
  return {
    ...row,
    sort: sort ?? row.kind,
    // "body-goals:socialnamnden:2027/trygg" is the same as that of 2028
    same: row.year === null ? row.thing : row.thing.replace(`:${row.year}`, ""),
    runs: sort === undefined && row.year !== null ? runsBy(row.body) : "",
  };
}

function ofDecision(
  decision: StoredDecision,
  bodies: readonly Body[],
  kinds: Kinds,
  language: Context["language"],
): Found {
  const { number, kind, body, year, key, decidedOn, paragraph, reference } = decision;
  const names = kinds.find(kind)?.routes.kind.names;
  const [name, other] = language === "en" ? [names?.en, names?.sv] : [names?.sv, names?.en];
  const of = nameOfBody(bodies, body);
  const organ = nameOfBody(bodies, decision.organ);
  const matter = `${name ?? kind} ${year}`;
  const said = decision.sentence;
  return {
    sort: "decision",
    same: `decision:${kind}:${body}:${key}`,
    thing: `decision:${number}`,
    kind,
    title: said ?? matter,
    other: said === null ? `${other ?? ""} ${year}` : `${matter} ${other ?? ""}`,
    text: [
      ...(said === null ? [] : [matter]),
      ...(of === organ ? [] : [of]),
      `${organ} ${paragraph}`,
      reference,
      decidedOn satisfies Day,
    ].join(", "),
    body,
    year,
    runs: "",
    href: `/beslut/${number}`,
  };
}
