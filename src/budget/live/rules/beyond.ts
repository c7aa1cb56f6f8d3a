import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import { LIMITS } from "../../base/rules/allocation-limits.ts";
import { type Assumed, CARRIED_LINES, MAX_GROWTH_PERCENT } from "../../base/rules/assumed.ts";
import type { PositionInput } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { PART_LINES, partChangeTkr, partsOf } from "../../base/rules/result-parts.ts";
import type { ScenarioBase } from "./changes.ts";

/** What years beyond a plan are carried on by: as a budget says it, with what a scenario moves. */
export type CarriedBy = Omit<Assumed, "from" | "peopleFrom" | "source"> & {
  /** Per cent a year of a kind's lines of indexation; a kind that is not named goes on with each line's own rate. */
  readonly ratePercent?: Readonly<Record<string, number>> | undefined;
};

type People = AllocationInput["population"];
type Ages = Readonly<Record<string, number>>;

/** Growth in per cent with two decimals, as it is shown: what is computed from it is computed from what is read. */
function growthPercent(from: number, to: number): number {
  if (from <= 0) return 0;
  const percent = new Exact(to).div(from).minus(1).times(100).toDecimalPlaces(2).toNumber() + 0;
  return Math.max(-MAX_GROWTH_PERCENT, Math.min(MAX_GROWTH_PERCENT, percent));
}

/** What a plan says of its own last year, where that is carried on. */
const ownAssumed = ({ input, assumed }: ScenarioBase): Assumed | undefined =>
  assumed && assumed.from < (input.years.at(-1) ?? 0) ? assumed : undefined;

/**
 * What the years beyond a plan are carried on by (E-2, E-9): what the plan says of its own carried years; where it has none, as
 * the last plan year differs from the one before. People that nobody knows of are held.
 */
export function carriedBy(base: ScenarioBase): CarriedBy {
  const own = ownAssumed(base);
  if (own) {
    const { taxBasePercent, pricePercent, peoplePercent, linesTkr } = own;
    return { taxBasePercent, pricePercent, peoplePercent, linesTkr };
  }
  const { input, resultInput, resultParts = [] } = base;
  const last = input.years.at(-1) as number;
  const [before, now] = [resultInput.at(-2), resultInput.at(-1)];
  const prices = (year: number) => input.services.reduce((sum, { priceKr }) => sum + (priceKr[year] ?? 0), 0);
  const lineTkr = (line: (typeof CARRIED_LINES)[number]): number => {
    const part = PART_LINES.find((one) => one === line);
    const parts = part ? partsOf(resultParts, part) : [];
    if (parts.length > 0) return parts.reduce((sum, one) => sum + partChangeTkr(one, last), 0);
    return (now?.[line] ?? 0) - ((before ?? now)?.[line] ?? 0);
  };
  return {
    taxBasePercent: growthPercent(before?.taxBaseTkr ?? 0, now?.taxBaseTkr ?? 0),
    pricePercent: growthPercent(prices(last - 1), prices(last)),
    peoplePercent: 0,
    linesTkr: Object.fromEntries(
      CARRIED_LINES.map((line) => [line, lineTkr(line)]),
    ) as unknown as CarriedBy["linesTkr"],
  };
}

/** An amount a year later, whole, halves away from zero. */
export const grownBy = (from: number, percent: number): number =>
  roundHalfAwayFromZero(new Exact(from).times(new Exact(100).plus(percent)).div(100));

/** The base with further years after its plan, as `by` says (E-2, E-9). The plan's own years stay exactly as they are. */
export function carryOn<T extends ScenarioBase>(
  base: T,
  further: readonly number[],
  by: CarriedBy,
  forecast?: People,
): T {
  const { input, resultInput, position } = base;
  const last = input.years.at(-1) as number;
  const held = (values: Ages, given?: number) => {
    const value = given ?? values[last];
    return value === undefined
      ? values
      : { ...values, ...Object.fromEntries(further.map((y) => [y, value])) };
  };
  return {
    ...base,
    input: {
      ...input,
      years: [...input.years, ...further],
      population: peopleBeyond(input.population, further, by.peoplePercent, forecast),
      services: input.services.map((service) => ({
        ...service,
        ...(service.measured ? { measured: held(service.measured) } : {}),
        priceKr: pricesBeyond(service.priceKr, further, by.pricePercent),
      })),
      indexation: input.indexation.map((line) => {
        const percent = ownValue(by.ratePercent, line.kind);
        const rate = percent === undefined ? undefined : new Exact(percent).div(100).toNumber();
        return { ...line, rate: held(line.rate, rate), ...(line.share ? { share: held(line.share) } : {}) };
      }),
    },
    resultInput: resultsBeyond(resultInput, further, by),
    position: position && positionBeyond(position, further),
  };
}

/**
 * The base's people as far as they are known; then as many more or fewer of each age as the forecast has; then each age by as
 * many per cent.
 */
export function peopleBeyond(
  own: People,
  further: readonly number[],
  percent: number,
  forecast?: People,
): People {
  const population = { ...own };
  for (const year of further) {
    if (population[year]) continue;
    const before = population[year - 1] ?? {};
    const [now, then] = [forecast?.[year], forecast?.[year - 1]];
    population[year] = now && then ? changedAs(before, then, now) : agesGrown(before, percent);
  }
  return population;
}

const agesGrown = (ages: Ages, percent: number): Ages =>
  percent === 0
    ? ages
    : Object.fromEntries(
        Object.entries(ages).map(([age, people]) => [age, Math.min(LIMITS.people, grownBy(people, percent))]),
      );

function changedAs(own: Ages, before: Ages, now: Ages): Ages {
  const moved = new Map(Object.entries(own));
  for (const age of new Set([...Object.keys(before), ...Object.keys(now)]))
    moved.set(
      age,
      Math.max(0, (moved.get(age) ?? 0) + (ownValue(now, age) ?? 0) - (ownValue(before, age) ?? 0)),
    );
  return Object.fromEntries(moved);
}

function pricesBeyond(priceKr: Ages, further: readonly number[], percent: number): Ages {
  const own: Record<string, number> = { ...priceKr };
  for (const year of further) own[year] = Math.min(LIMITS.priceKr, grownBy(own[year - 1] ?? 0, percent));
  return own;
}

function resultsBeyond<L extends ResultInput>(
  plan: readonly L[],
  further: readonly number[],
  { taxBasePercent, linesTkr }: CarriedBy,
): L[] {
  const all = [...plan];
  for (const year of further) {
    const previous = all.at(-1);
    if (!previous) break;
    all.push({
      ...previous,
      ...Object.fromEntries(CARRIED_LINES.map((line) => [line, previous[line] + linesTkr[line]])),
      year,
      taxBaseTkr: grownBy(previous.taxBaseTkr, taxBasePercent),
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
