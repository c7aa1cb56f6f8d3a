import type { z } from "zod";
import { refuse } from "../../../kernel/problem.ts";
import { allBodies } from "../../../organisation/store.ts";
import { type Handler, handle } from "../../../platform/http/handle.ts";
import type { Budget } from "../../base/contract.ts";
import { LINE_IDS } from "../../base/rules/result-lines.ts";
import { goalsOf } from "../../position/complete.ts";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import { type Point, seenBy } from "../facts.ts";
import { compareAllocations, compareGoals, compareYears, type Side } from "../rules/compare.ts";
import { compareInvestments, compareTexts } from "../rules/compare-content.ts";
import { changedIn } from "../rules/compare-history.ts";
import { type Comparison, getComparison, NothingInCommon } from "./contract.ts";

type Whole = Budget & Side;

export const compareHandlers: Handler[] = [
  handle(getComparison, async ({ query, ctx, tx }) => {
    const seen = await seenBy(tx, ctx);
    const from = await seen.side(query.from);
    const to = await seen.side(query.to);
    const found = differences(from.budget, to.budget);
    if (found.years.length === 0) refuse(NothingInCommon, { params: { from: query.from, to: query.to } });
    const { points, backwards } = await between(seen, from.facts.ref, to.facts.ref);
    const chain = points.map(({ budget }) => budget).filter(isComputed);
    const history = changedIn(chain, (before, now) => namesOf(differences(before, now)));
    const steps = (name: string) => history.get(name) ?? [];
    return {
      from: from.facts,
      to: to.facts,
      bodyNames: Object.fromEntries((await allBodies(tx)).map((body) => [body.id, body.name])),
      years: found.years.map((year) => ({
        ...year,
        bodies: year.bodies.map((body) => ({
          ...body,
          lines: body.lines.map((line) => ({ ...line, in: steps(lineName(year.year, body.body, line.key)) })),
        })),
      })),
      results: found.results.map((row) => ({ ...row, in: steps(valueName("result", row)) })),
      lines: found.lines.map((row) => ({ ...row, in: steps(valueName("line", row)) })),
      goals: found.goals.map((row) => ({ ...row, in: steps(`goal ${row.id}`) })),
      investments: found.investments.map((row) => ({ ...row, in: steps(investmentName(row)) })),
      texts: found.texts.map((row) => ({ ...row, in: steps(`text ${row.what}`) })),
      steps: points.slice(1).map(({ facts, budget }) => ({ ...facts, note: budget.changeNote ?? null })),
      backwards,
    };
  }),
];

const isComputed = (budget: Budget): budget is Whole => budget.allocation !== undefined;

/** All that differs between two versions; what is the same is left out. */
function differences(from: Whole, to: Whole) {
  return {
    years: compareAllocations(from, to),
    results: [
      ...compareYears(from.resultInput, to.resultInput, RESULT_INPUTS),
      ...compareYears(from.results ?? [], to.results ?? [], RESULTS),
    ],
    lines: compareYears(linesOf(from), linesOf(to), LINE_IDS),
    goals: compareGoals(goalsOf(from), goalsOf(to)),
    investments: compareInvestments(from.investments, to.investments),
    texts: compareTexts(from, to),
  };
}

const linesOf = ({ statements, results = [], resultInput }: Budget) =>
  statementsOf({ statements: statements ?? null, results, resultInput }).years.map(({ year, lines }) => ({
    year,
    ...lines,
  }));

const RESULT_INPUTS = [
  "taxBaseTkr",
  "taxRate",
  "settlementTkr",
  "equalisationTkr",
  "centralTkr",
  "depreciationTkr",
  "financialNetTkr",
];
const RESULTS = ["taxTkr", "operationsTkr", "resultTkr", "resultPercent"];

type Found = ReturnType<typeof differences>;
const lineName = (year: number, body: string, key: string) => `${year} ${body} ${key}`;
const valueName = (sort: string, { what, year }: { what: string; year: number }) => `${sort} ${what} ${year}`;
const investmentName = (row: Found["investments"][number]) =>
  `investment ${row.body} ${row.name} ${row.what} ${row.year}`;

/** What differs, by name: the same name in every comparison of the chain. */
const namesOf = (found: Found): string[] => [
  ...found.years.flatMap(({ year, bodies }) =>
    bodies.flatMap(({ body, lines }) => lines.map(({ key }) => lineName(year, body, key))),
  ),
  ...found.results.map((row) => valueName("result", row)),
  ...found.lines.map((row) => valueName("line", row)),
  ...found.goals.map(({ id }) => `goal ${id}`),
  ...found.investments.map(investmentName),
  ...found.texts.map(({ what }) => `text ${what}`),
];

type Facts = z.output<typeof Comparison>["from"];

/**
 * The two versions with what was saved and decided between them, oldest first. Of one matter: what lies between; of two, what
 * came after the first in its own matter, and then the other's until the second.
 */
async function between(
  seen: Awaited<ReturnType<typeof seenBy>>,
  from: string,
  to: string,
): Promise<{ points: Point[]; backwards: boolean }> {
  const [fromMatter = "", toMatter = ""] = [from, to].map((ref) => ref.split("@")[0] ?? "");
  const own = await seen.points(fromMatter);
  const at = (points: readonly Point[], wanted: string) =>
    points.findIndex(({ facts, ref }) => facts.ref === wanted || ref === wanted);
  if (fromMatter === toMatter) {
    const [a, b] = [at(own, from), at(own, to)];
    return { points: own.slice(Math.min(a, b), Math.max(a, b) + 1), backwards: b < a };
  }
  const others = await seen.points(toMatter);
  const [first, second] = [own[at(own, from)], others[at(others, to)]];
  if (!first || !second) return { points: [], backwards: false };
  return isBefore(first.facts, second.facts)
    ? { points: [...own.slice(at(own, from)), ...others.slice(0, at(others, to) + 1)], backwards: false }
    : { points: [...others.slice(at(others, to)), ...own.slice(0, at(own, from) + 1)], backwards: true };
}

/** The planning conditions come before the budget of their year (§2.4). */
const isBefore = (a: Facts, b: Facts): boolean => (a.year === b.year ? a.kind !== "budget" : a.year < b.year);
