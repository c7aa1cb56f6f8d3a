import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { RESULT_LINES } from "../../base/rules/result.ts";
import {
  applyChanges,
  type Beyond,
  type Changes,
  movedPopulation,
  NO_CHANGES,
  type ScenarioBase,
} from "../../live/rules/changes.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";

export const OUTLOOK_YEARS = 10;
/** What is invested beyond the plan is written off over as many years. */
export const BEYOND_LIFE = 33;

type People = AllocationInput["population"];

export interface OutlookOptions {
  readonly changes?: Changes;
  /** People by year and age of a forecast other than the base's own, which may reach further. */
  readonly forecast?: People | undefined;
  readonly count?: number;
}

/**
 * The base with a scenario's changes, carried on beyond its plan, as an outlook and no plan (E-9). Each further year takes the
 * growth that the scenario assumes (`assumedBeyond`), the last plan year's where it says nothing; amounts beside the
 * allocations change by as many tkr as in that year; a settlement of tax is not foreseen. The population is the base's where
 * it reaches so far, then changes as in the forecast, and is otherwise held. The plan's own years stay exactly as they are.
 */
export function outlookOf<T extends ScenarioBase>(
  base: T,
  { changes = NO_CHANGES, forecast, count = OUTLOOK_YEARS }: OutlookOptions = {},
): T {
  const changed = applyChanges(base, changes);
  const { years } = base.input;
  const last = years.at(-1);
  if (last === undefined || years.length >= count) return changed;
  const further = Array.from({ length: count - years.length }, (_, i) => last + 1 + i);
  const beyond = changes.beyond ?? {};
  const population = movedPopulation(
    { years: [...years, ...further], population: peopleBeyond(base.input.population, further, forecast) },
    changes.people,
  );
  const long: T = {
    ...changed,
    input: { ...carriedOn(changed.input, further, beyond), population },
    resultInput: results(changed.resultInput, further, beyond),
    position: changed.position && positionBeyond(changed.position, further),
    investments: [...(changed.investments ?? []), ...investmentsBeyond(base.input, further, beyond)],
  };
  return { ...long, input: capitalBeyond(long, last) };
}

/** What the outlook assumes of each further year, as the page states it: per cent, and tkr of investments. */
export function assumedBeyond({ input, resultInput }: ScenarioBase, { beyond = {} }: Changes) {
  const last = input.years.at(-1) as number;
  const [before, now] = [resultInput.at(-2)?.taxBaseTkr ?? 0, resultInput.at(-1)?.taxBaseTkr ?? 0];
  const percent = (from: number, to: number) =>
    from > 0 ? new Exact(to).div(from).minus(1).times(100).toDecimalPlaces(2).toNumber() : 0;
  const kinds = [...new Set(input.indexation.map((line) => line.kind))];
  return {
    taxBasePercent: beyond.taxBasePercent ?? percent(before, now),
    ratePercent: Object.fromEntries(
      kinds.map((kind) => {
        const line = input.indexation.find((one) => one.kind === kind);
        const rate = new Exact(line?.rate[last] ?? 0).times(100).toNumber();
        return [kind, beyond.ratePercent?.[kind] ?? rate];
      }),
    ),
    pricePercent:
      beyond.pricePercent ??
      percent(
        ...(input.services.reduce(
          ([from, to], { priceKr }) => [from + (priceKr[last - 1] ?? 0), to + (priceKr[last] ?? 0)],
          [0, 0],
        ) as [number, number]),
      ),
    investmentsTkr: beyond.investmentsTkr ?? 0,
  };
}

/** The base's people as far as they are known; then as many more or fewer of each age as the forecast has; then held. */
function peopleBeyond(own: People, further: readonly number[], forecast: People | undefined): People {
  const population = { ...own };
  for (const year of further) {
    if (population[year]) continue;
    const before = population[year - 1] ?? {};
    const [now, then] = [forecast?.[year], forecast?.[year - 1]];
    population[year] = now && then ? changedAs(before, then, now) : before;
  }
  return population;
}

type Ages = Readonly<Record<string, number>>;
function changedAs(own: Ages, before: Ages, now: Ages): Ages {
  const moved: Record<string, number> = { ...own };
  for (const age of new Set([...Object.keys(before), ...Object.keys(now)]))
    moved[age] = Math.max(0, (moved[age] ?? 0) + (now[age] ?? 0) - (before[age] ?? 0));
  return moved;
}

/** How far the people of an outlook are known: the last year that the base's, or the forecast's, reach. */
export function knownTo({ input }: ScenarioBase, forecast: People | undefined): number {
  const last = input.years.at(-1) as number;
  const reaches = (people: People | undefined) => {
    let year = last;
    while (people?.[year + 1]) year += 1;
    return year;
  };
  return Math.max(reaches(input.population), forecast?.[last] ? reaches(forecast) : last);
}

function carriedOn(input: AllocationInput, further: readonly number[], beyond: Beyond): AllocationInput {
  const last = (further[0] as number) - 1;
  const held = (values: Ages, given?: number) => {
    const value = given ?? values[last];
    return value === undefined
      ? values
      : { ...values, ...Object.fromEntries(further.map((y) => [y, value])) };
  };
  return {
    ...input,
    years: [...input.years, ...further],
    services: input.services.map((service) => ({
      ...service,
      ...(service.measured ? { measured: held(service.measured) } : {}),
      priceKr: grown(service.priceKr, further, beyond.pricePercent),
    })),
    indexation: input.indexation.map((line) => {
      const percent = beyond.ratePercent?.[line.kind];
      const rate = percent === undefined ? undefined : new Exact(percent).div(100).toNumber();
      return { ...line, rate: held(line.rate, rate), ...(line.share ? { share: held(line.share) } : {}) };
    }),
  };
}

/** Whole kronor that grow each year by as many per cent, or by as large a share as they did in the last plan year. */
function grown(priceKr: Ages, further: readonly number[], percent: number | undefined) {
  const last = (further[0] as number) - 1;
  const own: Record<string, number> = { ...priceKr };
  for (const year of further)
    own[year] = Math.min(LIMITS.priceKr, growth(own[year - 1] ?? 0, priceKr, last, percent));
  return own;
}

function growth(from: number, values: Ages, last: number, percent: number | undefined): number {
  if (percent !== undefined)
    return roundHalfAwayFromZero(new Exact(from).times(new Exact(100).plus(percent)).div(100));
  const [before = 0, now = 0] = [values[last - 1], values[last]];
  return before > 0 ? roundHalfAwayFromZero(new Exact(from).times(now).div(before)) : from;
}

function results<L extends ResultInput>(
  plan: readonly L[],
  further: readonly number[],
  { taxBasePercent }: Beyond,
): L[] {
  const all = [...plan];
  const last = plan.at(-1);
  const before = plan.at(-2) ?? last;
  if (!last || !before) return all;
  const taxBase = { [before.year]: before.taxBaseTkr, [last.year]: last.taxBaseTkr };
  for (const year of further) {
    const previous = all.at(-1) as L;
    const amounts = RESULT_LINES.map((name) => [name, previous[name] + last[name] - before[name]]);
    all.push({
      ...previous,
      ...Object.fromEntries(amounts),
      year,
      taxBaseTkr: growth(previous.taxBaseTkr, taxBase, last.year, taxBasePercent),
      settlementTkr: 0,
    });
  }
  return all;
}

/** Provisions grow as in the last plan year, since their cost does; no sales, no reserve, and loans only as they are needed. */
function positionBeyond(position: PositionInput, further: readonly number[]): PositionInput {
  const last = position.years.find(({ year }) => year === (further[0] as number) - 1);
  if (!last) return position;
  const { provisionsChange } = last;
  const zeros = Object.fromEntries(Object.keys(last).map((name) => [name, 0])) as unknown as typeof last;
  const beyond = further.map((year) => ({ ...zeros, year, provisionsChange }));
  return { ...position, years: [...position.years.filter(({ year }) => !further.includes(year)), ...beyond] };
}

/** What is invested each year beyond the plan, used from the year after. */
function investmentsBeyond(
  { bodies }: AllocationInput,
  further: readonly number[],
  { investmentsTkr = 0 }: Beyond,
): Investment[] {
  if (investmentsTkr === 0) return [];
  return further.map((year) => ({
    body: bodies[0] as string,
    name: String(year),
    amountsTkr: { [year]: investmentsTkr },
    components: [{ name: "", share: 100, years: BEYOND_LIFE }],
    inUseFrom: `${year + 1}-01`,
  }));
}

/** The plan's years keep the capital cost that they were given; the further ones follow the investments. */
function capitalBeyond({ input, investments = [], position }: ScenarioBase, last: number): AllocationInput {
  if (!position?.capitalInFrames) return input;
  const made = withCapitalInFrames({ input, investments, position }).adjustments.filter(
    ({ capital, year }) => capital && year > last,
  );
  return { ...input, adjustments: [...input.adjustments, ...made] };
}
