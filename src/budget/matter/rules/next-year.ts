import { allocate } from "../../allocation/rules/allocate.ts";
import type { Adjustment, AllocationInput, Indexation, OneOff } from "../../base/rules/allocation-input.ts";
import type { Position } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { movedParts, partsForLines, type ResultPart } from "../../base/rules/result-parts.ts";
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
  readonly resultParts?: readonly ResultPart[] | undefined;
  readonly statements?: Position | undefined;
}

/** What the year before says that the new one is begun from, in words. */
export interface Origin {
  readonly what: string;
  readonly source: string;
}

export interface NextYear<T> {
  readonly content: T;
  /** Years that no forecast reaches: their people are those of the last year that there is. */
  readonly frozen: readonly number[];
}

const MAX_SOURCES = 50;

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

/** The same year's content as the beginning of another matter: the planning conditions become the budget (§2.4). */
export const sameYear = <T extends YearContent>(content: T, origin: Origin): T => ({
  ...given(content),
  sources: [origin, ...content.sources].slice(0, MAX_SOURCES),
});

/**
 * A decided budget moved on one year (§2.2, E-2): each body starts from its allocation, what was given for that year only is to
 * be taken out, and the plan years come one year nearer with what they already say; the new last year begins with the values of
 * the last one. The years that both have get the same allocations and results. `population` is a forecast's; without it the
 * people are those that the budget had. Takes content whose input `checkAllocationInput` has passed.
 */
export function nextYear<T extends YearContent>(
  before: T,
  origin: Origin,
  population?: Population,
): NextYear<T> {
  const { input } = before;
  const [decided = 0, ...plan] = input.years;
  const last = input.years.at(-1) ?? decided;
  const years = [...plan, last + 1];
  const [year] = allocate(input).years;
  const granted = (year?.lines ?? []).filter(({ origin: { step } }) => step === "indexation");
  const people = peopleFor(years, population ?? input.population);
  const moved: AllocationInput = {
    ...input,
    years,
    base: Object.fromEntries(input.bodies.map((body) => [body, year?.frames[body] ?? 0])),
    oneOffs: input.adjustments.filter((own) => own.oneOff && own.year === decided).map(asOneOff),
    population: people.population,
    services: input.services.map((service) => ({
      ...service,
      priceKr: movedOn(service.priceKr, years),
      ...(service.measured ? { measured: movedOn(service.measured, [decided, ...years]) } : {}),
    })),
    indexation: input.indexation.map((line, i) => movedLine(line, granted[i]?.amountTkr ?? 0, years)),
    adjustments: input.adjustments.filter((own) => own.year > decided && own.capital === undefined),
  };
  const lastLine = before.resultInput.at(-1) as ResultInput;
  const resultInput = sameCosts(before, [
    ...before.resultInput.slice(1),
    { ...lastLine, year: lastLine.year + 1 },
  ]);
  const content = withMovedPosition(before, {
    ...given(before),
    input: moved,
    resultInput,
    ...(before.resultParts
      ? { resultParts: partsForLines(movedParts(before.resultParts, last), resultInput, origin.source) }
      : {}),
    financialGoals: before.financialGoals.map((goal) => movedGoal(goal, years)),
    furtherFollowUps: before.furtherFollowUps.map(yearLater),
    exceptional: null,
    sources: [
      origin,
      // Its people are of the version that it names: another population has another source
      ...before.sources.filter((source) => source.from === undefined || population === undefined),
    ].slice(0, MAX_SOURCES),
    ...(before.adjustmentProposals
      ? { adjustmentProposals: before.adjustmentProposals.filter((own) => own.year > decided) }
      : {}),
  });
  return { content, frozen: people.frozen };
}

/** The values of the years that there are; a year beyond them begins with the last one's. */
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
    rate: movedOn(line.rate, years),
    ...(line.share ? { share: movedOn(line.share, years) } : {}),
  };
}

/** The people of the plan's years and the one before; a year that is not known has those of the last one that is. */
export function peopleFor(years: readonly number[], from: Population) {
  const population: Record<string, Readonly<Record<string, number>>> = {};
  const frozen: number[] = [];
  let latest: Readonly<Record<string, number>> = {};
  for (const year of [(years[0] as number) - 1, ...years]) {
    const known = from[year];
    if (!known) frozen.push(year);
    latest = known ?? latest;
    population[year] = latest;
  }
  return { population, frozen };
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
