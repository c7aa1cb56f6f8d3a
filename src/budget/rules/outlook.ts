import { Exact, roundHalfAwayFromZero } from "../../kernel/money.ts";
import type { AllocationInput } from "./allocation-input.ts";
import { LIMITS } from "./allocation-limits.ts";
import type { ResultInput } from "./result.ts";
import { RESULT_LINES, type ScenarioBase } from "./scenario.ts";

export const OUTLOOK_YEARS = 10;

/**
 * The base carried on beyond its plan, as an outlook and no plan (E-9): each further year takes the last plan year's rates and
 * shares, prices and tax base grow as they did in that year, the population is the forecast's where it reaches so far and is
 * otherwise held, amounts beside the allocations change by as many tkr as in that year, and a settlement of tax is not
 * foreseen. The plan's own years stay exactly as they are.
 */
export function outlookOf<T extends ScenarioBase>(base: T, count: number = OUTLOOK_YEARS): T {
  const { years } = base.input;
  const last = years.at(-1);
  if (last === undefined || years.length >= count) return base;
  const further = Array.from({ length: count - years.length }, (_, i) => last + 1 + i);
  return { ...base, input: carriedOn(base.input, further), resultInput: results(base.resultInput, further) };
}

function carriedOn(input: AllocationInput, further: readonly number[]): AllocationInput {
  const last = (further[0] as number) - 1;
  const held = (values: Readonly<Record<string, number>>) => {
    const value = values[last];
    return value === undefined
      ? values
      : { ...values, ...Object.fromEntries(further.map((y) => [y, value])) };
  };
  const population = { ...input.population };
  for (const year of further) population[year] ??= population[year - 1] ?? {};
  return {
    ...input,
    years: [...input.years, ...further],
    population,
    services: input.services.map((service) => ({ ...service, priceKr: grown(service.priceKr, further) })),
    indexation: input.indexation.map((line) => ({
      ...line,
      rate: held(line.rate),
      ...(line.share ? { share: held(line.share) } : {}),
    })),
  };
}

/** Whole kronor that grow each year by as large a share as they did in the last plan year. */
function grown(priceKr: Readonly<Record<string, number>>, further: readonly number[]) {
  const last = (further[0] as number) - 1;
  const own = { ...priceKr };
  for (const year of further) own[year] = Math.min(LIMITS.priceKr, growth(own[year - 1] ?? 0, priceKr, last));
  return own;
}

function growth(from: number, values: Readonly<Record<string, number>>, last: number): number {
  const [before = 0, now = 0] = [values[last - 1], values[last]];
  return before > 0 ? roundHalfAwayFromZero(new Exact(from).times(now).div(before)) : from;
}

function results<L extends ResultInput>(plan: readonly L[], further: readonly number[]): L[] {
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
      taxBaseTkr: growth(previous.taxBaseTkr, taxBase, last.year),
      settlementTkr: 0,
    });
  }
  return all;
}
