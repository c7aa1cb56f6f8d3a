import { ownValue } from "../../../kernel/own-value.ts";
import { allocate } from "../../allocation/rules/allocate.ts";
import type { Adjustment, AllocationInput, Indexation, OneOff } from "../../base/rules/allocation-input.ts";
import type { BegunFrom } from "../../base/rules/begun-from.ts";
import type { Position } from "../../base/rules/position.ts";
import { movedParts, partsForLines } from "../../base/rules/result-parts.ts";
import { carriedBy, carryOn, peopleBeyond } from "../../live/rules/beyond.ts";
import type { ScenarioBase } from "../../live/rules/changes.ts";
import { sameCosts, withMovedPosition } from "./next-year-position.ts";

type ByYear = Readonly<Record<string, number>>;
type Population = AllocationInput["population"];

/** What a year's budget, or the planning conditions before it, is begun from. */
export interface YearContent extends ScenarioBase {
  readonly sources: readonly { readonly what: string; readonly source: string; readonly from?: unknown }[];
  readonly financialGoals: readonly object[];
  readonly furtherFollowUps: readonly string[];
  readonly exceptional: object | null;
  readonly adjustmentProposals?: readonly { readonly year: number }[] | undefined;
  readonly statements?: Position | undefined;
  readonly begunFrom?: BegunFrom | undefined;
}

/** What the year before says that the new one is begun from, in words; and the version itself, where it is one of last year's. */
export interface Origin {
  readonly what: string;
  readonly source: string;
  readonly begunFrom?: BegunFrom | undefined;
}

export interface NextYear<T> {
  readonly content: T;
  /** Years that no forecast reaches: their people are carried on by what is assumed of them. */
  readonly frozen: readonly number[];
}

const MAX_SOURCES = 50;
const MAX_SOURCE = 500;

/** Content without what is computed each time it is saved, and without what was said of the changes in it. */
function given<T extends YearContent>(content: T): T {
  const {
    allocation: _a,
    results: _r,
    statements: _s,
    changeNote: _n,
    ...own
  } = content as T & Record<string, unknown>;
  return own as unknown as T;
}

const told = ({ what, source }: Origin) => ({ what, source });

/** The same year's content as the beginning of another matter: the planning conditions become the budget (§2.4). */
export const sameYear = <T extends YearContent>(content: T, origin: Origin): T => ({
  ...given(content),
  sources: [told(origin), ...content.sources].slice(0, MAX_SOURCES),
});

/**
 * A decided budget moved on one year (§2.2, E-2): each body starts from its allocation, what was given for that year only is to
 * be taken out, and the plan years come one year nearer with what they already say. The new last year is carried on from the one
 * before by what is assumed, which the content says (`assumed`): the same as an outlook of the budget computes. The years that
 * both have get the same allocations and results, to the krona. `population` is a forecast's; without it the people are those
 * that the budget had. Takes content whose input `checkAllocationInput` has passed.
 */
export function nextYear<T extends YearContent>(
  before: T,
  origin: Origin,
  population?: Population,
): NextYear<T> {
  const { input } = before;
  const [decided = 0, ...plan] = input.years;
  const last = input.years.at(-1) ?? decided;
  const by = carriedBy(before);
  const long = carryOn(before, [last + 1], by);
  const years = [...plan, last + 1];
  const [year] = allocate(input).years;
  const granted = (year?.lines ?? []).filter(({ origin: { step } }) => step === "indexation");
  const people = peopleFor(years, population ?? input.population, by.peoplePercent);
  const moved: AllocationInput = {
    ...input,
    years,
    base: Object.fromEntries(input.bodies.map((body) => [body, ownValue(year?.frames, body) ?? 0])),
    oneOffs: input.adjustments.filter((own) => own.oneOff && own.year === decided).map(asOneOff),
    population: people.population,
    services: long.input.services.map((service) => ({
      ...service,
      priceKr: inYears(service.priceKr, years),
      ...(service.measured ? { measured: inYears(service.measured, [decided, ...years]) } : {}),
    })),
    indexation: long.input.indexation.map((line, i) => movedLine(line, granted[i]?.amountTkr ?? 0, years)),
    adjustments: input.adjustments.filter((own) => own.year > decided && own.capital === undefined),
  };
  const resultInput = sameCosts(before, long.resultInput.slice(1));
  const { ratePercent: _rates, ...assumed } = by;
  const content = withMovedPosition(long, {
    ...given(before),
    input: moved,
    resultInput,
    ...(before.resultParts
      ? { resultParts: partsForLines(movedParts(before.resultParts, last), resultInput, origin.source) }
      : {}),
    assumed: {
      ...assumed,
      from: before.assumed && before.assumed.from < last ? before.assumed.from : last,
      peopleFrom: years.findLast((one) => one < (people.frozen[0] ?? Number.POSITIVE_INFINITY)) ?? decided,
      source: origin.source.slice(0, MAX_SOURCE),
    },
    financialGoals: before.financialGoals.map((goal) => movedGoal(goal, years)),
    furtherFollowUps: before.furtherFollowUps.map(yearLater),
    exceptional: null,
    sources: [
      told(origin),
      // Its people are of the version that it names: another population has another source
      ...before.sources
        .filter((source) => source.from === undefined || population === undefined)
        .map((source) => (people.frozen.length > 0 ? inWords(source) : source)),
    ].slice(0, MAX_SOURCES),
    ...(before.adjustmentProposals
      ? { adjustmentProposals: before.adjustmentProposals.filter((own) => own.year > decided) }
      : {}),
    begunFrom: origin.begunFrom,
  });
  return { content: withoutUndefined(content), frozen: people.frozen };
}

/** A named forecast is taken as it is when the content is saved: one that does not reach all years is told of in words. */
const inWords = <S extends object>({ from: _from, ...source }: S & { readonly from?: unknown }) =>
  source as unknown as S;

/** Content as JSON has no place for what is undefined. */
const withoutUndefined = <T extends object>(content: T): T =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined)) as T;

const inYears = (values: ByYear, years: readonly number[]): ByYear =>
  Object.fromEntries(
    years.flatMap((year) => (values[year] === undefined ? [] : [[year, values[year] as number]])),
  );

/** The values of the years that there are; a year beyond them has the last one's. */
function movedOn(values: ByYear, years: readonly number[]): ByYear {
  const held: Record<string, number> = {};
  let latest: number | undefined;
  for (const year of years) {
    latest = values[year] ?? latest;
    if (latest !== undefined) held[year] = latest;
  }
  return held;
}

function asOneOff({ body, amountTkr, text, source }: Adjustment): OneOff {
  return {
    body,
    amountTkr,
    ...(text === undefined ? {} : { text }),
    ...(source === undefined ? {} : { source }),
  };
}

/** What grew last year grows on from what it has become. */
function movedLine(line: Indexation, grantedTkr: number, years: readonly number[]): Indexation {
  return {
    ...line,
    baseTkr: line.baseTkr + grantedTkr,
    rate: inYears(line.rate, years),
    ...(line.share ? { share: inYears(line.share, years) } : {}),
  };
}

/**
 * The people of the plan's years and the one before, and of the further years that are known. A year that nobody knows has those
 * of the year before, each age by as many per cent more; one before all that are known those of the first that is.
 */
export function peopleFor(years: readonly number[], from: Population, percent = 0) {
  const first = (years[0] as number) - 1;
  const known = Object.keys(from).map(Number);
  const earliest = Math.min(...known);
  const own: Record<string, Readonly<Record<string, number>>> = Object.fromEntries(
    known.filter((year) => year >= first).map((year) => [year, from[year] ?? {}]),
  );
  if (!own[first])
    own[first] = from[Math.max(...known.filter((year) => year < first))] ?? from[earliest] ?? {};
  return {
    population: peopleBeyond(own, years, percent),
    frozen: [first, ...years].filter((year) => !from[year]),
  };
}

function movedGoal(goal: object, years: readonly number[]): object {
  const { targets } = goal as { targets?: ByYear };
  return targets ? { ...goal, targets: movedOn(targets, years) } : goal;
}

/** The same day a year later; the 29th of February becomes the 28th. */
function yearLater(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith("-02-29") ? `${next.slice(0, 8)}28` : next;
}
