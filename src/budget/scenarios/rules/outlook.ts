import { Exact } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type { AllocationInput } from "../../base/rules/allocation-input.ts";
import type { Investment } from "../../base/rules/investment.ts";
import { carriedBy, carryOn, peopleBeyond } from "../../live/rules/beyond.ts";
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
 * growth that the scenario assumes (`assumedBeyond`), that of the budget's own carried years or of the last plan year where it
 * says nothing; amounts beside the allocations change by as many tkr as there; a settlement of tax is not foreseen. The
 * population is the base's where it reaches so far, then changes as in the forecast, then by as many per cent of each age.
 * The plan's own years stay exactly as they are.
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
  // A kind's lines may have other rates than its first one, which is the one that is stated: only what is moved is set
  const by = { ...assumedBeyond(changed, changes), ratePercent: beyond.ratePercent };
  const carried = carryOn(changed, further, by, forecast);
  const population = movedPopulation(
    {
      years: [...years, ...further],
      population: peopleBeyond(base.input.population, further, by.peoplePercent, forecast),
    },
    changes.people,
  );
  const long: T = {
    ...carried,
    input: { ...carried.input, population },
    investments: [...(changed.investments ?? []), ...investmentsBeyond(base.input, further, beyond)],
  };
  return { ...long, input: capitalBeyond(long, last) };
}

/** What the outlook assumes of each further year, as the page states it: per cent, and tkr of investments and lines. */
export function assumedBeyond(base: ScenarioBase, { beyond = {} }: Changes) {
  const usual = carriedBy(base);
  const { input } = base;
  const last = input.years.at(-1) as number;
  const kinds = [...new Set(input.indexation.map((line) => line.kind))];
  return {
    linesTkr: usual.linesTkr,
    taxBasePercent: beyond.taxBasePercent ?? usual.taxBasePercent,
    pricePercent: beyond.pricePercent ?? usual.pricePercent,
    peoplePercent: beyond.peoplePercent ?? usual.peoplePercent,
    ratePercent: Object.fromEntries(
      kinds.map((kind) => {
        const line = input.indexation.find((one) => one.kind === kind);
        const rate = new Exact(line?.rate[last] ?? 0).times(100).toNumber();
        return [kind, ownValue(beyond.ratePercent, kind) ?? rate];
      }),
    ),
    investmentsTkr: beyond.investmentsTkr ?? 0,
  };
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
