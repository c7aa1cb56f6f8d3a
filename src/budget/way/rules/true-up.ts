import { type Day, monthOf, yearOf } from "../../../kernel/day.ts";
import { Exact, roundTogether } from "../../../kernel/money.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { coverageOf, volumeOf } from "../../allocation/rules/volumes.ts";
import type { Adjustment, AllocationInput } from "../../base/rules/allocation-input.ts";

/** Twice a year the demography is trued up (model §2.2, E-4). */
export const OCCASIONS = ["spring", "autumn"] as const;
export type Occasion = (typeof OCCASIONS)[number];

const CITE = "§2.2";
const MONTHS = 12;
const JULY = 7;

/** What was counted of a service: the people in its ages, or those who use it. */
export interface Count {
  readonly service: string;
  readonly measure: "people" | "users";
  readonly actual: number;
}

export interface TrueUpLine {
  readonly service: string;
  readonly body: string;
  /** Absent where the budget counts by a measured volume. */
  readonly ages?: readonly [number, number] | undefined;
  readonly coverage: number;
  readonly priceKr: number;
  /** Users by the budget's forecast of the year: people in the ages × coverage. */
  readonly forecastUsers: number;
  /** What the allocation pays for now: the forecast, or what the year's earlier true-up counted. */
  readonly expectedUsers: number;
  readonly actualUsers: number;
  /** Before it was brought to whole tkr together with the other lines; six decimals. */
  readonly exactTkr: string;
  readonly amountTkr: number;
}

export interface TrueUpInput {
  /** What the budget in force was computed from. */
  readonly input: AllocationInput;
  readonly year: number;
  readonly counts: readonly Count[];
  /** What the year's earlier true-up counted: the allocation has been, or is to be, adjusted to it. */
  readonly earlier: readonly Count[];
  /** The month from which the adjustment is given: 1 for the whole year, 9 for a third of it. */
  readonly fromMonth: number;
}

/**
 * The adjustment for each service that was counted (E-4): (actual − expected users) × price × share of the year, exactly, and
 * brought to whole tkr over all lines by largest remainder. Counts of unknown services are left out; `trueUpRemarks` names
 * them.
 */
export function trueUp({ input, year, counts, earlier, fromMonth }: TrueUpInput): TrueUpLine[] {
  const found = counts.flatMap((count) => {
    const service = input.services.find(({ id }) => id === count.service);
    return service ? [{ count, service }] : [];
  });
  const lines = found.map(({ count, service }) => {
    const coverage = coverageOf(service);
    const priceKr = service.priceKr[year] ?? 0;
    const forecast = new Exact(volumeOf(input, service, year)).times(coverage);
    const before = earlier.find((other) => other.service === count.service);
    const expected = before ? usersOf(before, coverage) : forecast;
    const actual = usersOf(count, coverage);
    const exact = actual
      .minus(expected)
      .times(priceKr)
      .times(MONTHS + 1 - fromMonth)
      .div(MONTHS * 1000);
    return { service, coverage, priceKr, forecast, expected, actual, exact };
  });
  const whole = roundTogether(lines.map(({ exact }) => exact));
  return lines.map(({ service, coverage, priceKr, forecast, expected, actual, exact }, i) => ({
    service: service.id,
    body: service.body,
    ...(service.ages && !service.measured ? { ages: service.ages } : {}),
    coverage,
    priceKr,
    forecastUsers: forecast.toNumber(),
    expectedUsers: expected.toNumber(),
    actualUsers: actual.toNumber(),
    exactTkr: exact.toDecimalPlaces(6).toFixed(),
    amountTkr: whole[i] as number,
  }));
}

const usersOf = ({ measure, actual }: Count, coverage: number) =>
  measure === "users" ? new Exact(actual) : new Exact(actual).times(coverage);

export interface TrueUpFacts {
  readonly year: number;
  readonly occasion: Occasion;
  readonly countedOn: Day;
  readonly counts: readonly Count[];
  /** The services of the budget in force; undefined when there is none. */
  readonly services: readonly string[] | undefined;
  /** Whether the budget in force is another than the one that the draft was computed from. */
  readonly budgetChanged: boolean;
  /** The occasions of the year that are decided. */
  readonly decided: readonly Occasion[];
  readonly today: Day;
}

/** What stands against deciding a true-up, and what is missing in it (E-4). */
export function trueUpRemarks(facts: TrueUpFacts): Remark[] {
  const { year, occasion, countedOn, counts, services, decided } = facts;
  if (services === undefined) return [remark("stops", "true-up-no-budget", CITE, { year })];
  const remarks: Remark[] = [];
  if (facts.budgetChanged) remarks.push(remark("stops", "true-up-budget-changed", CITE));
  if (counts.length === 0) remarks.push(remark("stops", "true-up-no-counts", CITE, {}, "counts"));
  if (decided.includes(occasion) || decided.includes("autumn"))
    remarks.push(remark("stops", "true-up-occasion-decided", CITE, { year }, "occasion"));
  if (countedOn > facts.today)
    remarks.push(remark("stops", "true-up-counted-later", CITE, { day: countedOn }, "countedOn"));
  else if (yearOf(countedOn) !== year || monthOf(countedOn) >= JULY !== (occasion === "autumn"))
    remarks.push(remark("deviation", "true-up-other-season", CITE, { day: countedOn, year }, "countedOn"));
  const seen = new Set<string>();
  for (const [i, { service }] of counts.entries()) {
    if (!services.includes(service))
      remarks.push(remark("stops", "true-up-unknown-service", CITE, { service }, `counts.${i}.service`));
    if (seen.has(service))
      remarks.push(remark("stops", "true-up-service-twice", CITE, { service }, `counts.${i}.service`));
    seen.add(service);
  }
  const left = services.filter((service) => !seen.has(service));
  if (counts.length > 0 && left.length > 0)
    remarks.push(remark("deviation", "true-up-not-counted", CITE, { services: left.join(", ") }, "counts"));
  return remarks;
}

/**
 * A decided true-up as adjustments of the allocation, each with its decision (E-4, E-8). For the whole year it stays in the
 * allocation; for the rest of the year it is given once, since the next budget counts anew from its own forecast.
 */
export function adjustmentsOf(of: {
  readonly year: number;
  readonly fromMonth: number;
  readonly decision: number;
  readonly lines: readonly Pick<TrueUpLine, "service" | "body" | "amountTkr">[];
  /** What a line is called in the budget. */
  readonly text: (service: string) => string;
}): Adjustment[] {
  return of.lines
    .filter(({ amountTkr }) => amountTkr !== 0)
    .map(({ service, body, amountTkr }) => ({
      body,
      year: of.year,
      amountTkr,
      ...(of.fromMonth > 1 ? { oneOff: true } : {}),
      text: of.text(service),
      decision: of.decision,
    }));
}
