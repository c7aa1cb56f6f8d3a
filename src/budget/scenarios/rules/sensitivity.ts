import { Exact } from "../../../kernel/money.ts";
import { applyChanges, type Changes, NO_CHANGES, type ScenarioBase } from "../../live/rules/changes.ts";
import { liveFigures } from "../../live/rules/scenario.ts";

/** One question "what does it mean?": what is moved, and by how much (E-9). */
export interface Probe {
  readonly id: string;
  readonly what: "tax" | "tax-base" | "rate" | "people" | "price";
  /** The service, or the kind of indexation. */
  readonly of?: string;
  /** The age of those who are more. */
  readonly age?: number;
}

export interface Sensitivity extends Probe {
  /** How much the result of each year changes, tkr. */
  readonly effectTkr: readonly { readonly year: number; readonly amountTkr: number }[];
}

export const PROBE_OERE = 0.01;
export const PROBE_PERCENT = 1;
export const PROBE_PEOPLE = 20;
const SIX = 6;
const OLD = 85;

/**
 * What the result of each year would be more or less by, for each question on its own: one öre on the tax, one per cent on the
 * tax base, one percentage point on each index, twenty more six-year-olds and 85-year-olds, one per cent on each service's
 * price, all from the first year. The largest effect of the given year comes first (E-9).
 */
export function sensitivityOf(base: ScenarioBase, rankedBy?: number): Sensitivity[] {
  const steps = sensitivitySteps(base, rankedBy);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same, a question at a step: a municipality with hundreds of prices has more of them than a page can wait for at once. */
export function* sensitivitySteps(
  base: ScenarioBase,
  rankedBy?: number,
): Generator<undefined, Sensitivity[], undefined> {
  const compute = liveFigures(base);
  const before = compute(base).map(({ year, result }) => ({ year, tkr: result.resultTkr }));
  const found: Sensitivity[] = [];
  for (const probe of probesOf(base)) {
    const after = compute(moved(base, probe));
    const effectTkr = before.map(({ year, tkr }, y) => ({
      year,
      amountTkr: (after[y]?.result.resultTkr ?? tkr) - tkr + 0,
    }));
    found.push({ ...probe, effectTkr });
    yield;
  }
  const size = ({ effectTkr }: Sensitivity) =>
    Math.abs((effectTkr.find((one) => one.year === rankedBy) ?? effectTkr[0])?.amountTkr ?? 0);
  return found.sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

function probesOf({ input }: ScenarioBase): Probe[] {
  const kinds = [...new Set(input.indexation.map((line) => line.kind))];
  return [
    { id: "tax", what: "tax" },
    { id: "tax-base", what: "tax-base" },
    ...kinds.map((of): Probe => ({ id: `rate-${of}`, what: "rate", of })),
    ...[SIX, OLD].map((age): Probe => ({ id: `people-${age}`, what: "people", age })),
    ...input.services.map(({ id: of }): Probe => ({ id: `price-${of}`, what: "price", of })),
  ];
}

function moved<T extends ScenarioBase>(base: T, { what, of = "", age = 0 }: Probe): T {
  const { years, services } = base.input;
  const first = years[0] as number;
  const change = (changes: Partial<Changes>) => applyChanges(base, { ...NO_CHANGES, ...changes });
  switch (what) {
    case "tax":
      return change({
        taxRate: Object.fromEntries(
          base.resultInput.map(({ year, taxRate }) => [year, new Exact(taxRate).plus(PROBE_OERE).toNumber()]),
        ),
      });
    case "tax-base":
      return change({ taxBasePercent: { [first]: PROBE_PERCENT } });
    case "rate":
      return change({ ratePoints: { [of]: { [first]: PROBE_PERCENT / 100 } } });
    case "people":
      return change({ people: [{ id: "probe", fromYear: first, age, extra: PROBE_PEOPLE, ageing: false }] });
    case "price": {
      const own = services.find((service) => service.id === of)?.priceKr ?? {};
      const raised = (year: number) =>
        new Exact(own[year] ?? 0)
          .times(100 + PROBE_PERCENT)
          .div(100)
          .toNumber();
      return change({ priceKr: { [of]: Object.fromEntries(years.map((year) => [year, raised(year)])) } });
    }
  }
}
