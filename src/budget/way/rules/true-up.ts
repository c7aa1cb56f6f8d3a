import { type Day, monthOf, yearOf } from "../../../kernel/day.ts";
import { Exact, roundHalfAwayFromZero, roundTogether } from "../../../kernel/money.ts";
import { type Remark, remark } from "../../../kernel/remark.ts";
import { coverageOf, volumeOf } from "../../allocation/rules/volumes.ts";
import type { Adjustment, AllocationInput } from "../../base/rules/allocation-input.ts";
import type { Occasion } from "../../base/rules/true-up-kind.ts";

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
  /**
   * What the allocation pays for already in the months that it is given for, on average: the forecast, or what earlier true-ups
   * of the year counted from their month on.
   */
  readonly expectedUsers: number;
  readonly actualUsers: number;
  /** Before it was brought to whole tkr together with the other lines; six decimals. */
  readonly exactTkr: string;
  readonly amountTkr: number;
  /**
   * How much of it stays in the allocation: what a true-up for the whole year counts beside the last one for the whole year. The
   * rest is given once. Those that were decided before it was told stay as a whole where they are for the whole year.
   */
  readonly lastingTkr?: number | undefined;
}

/** What an earlier true-up of the year counted, from which month, and what it gave of it. */
export interface EarlierTrueUp {
  readonly fromMonth: number;
  readonly counts: readonly Count[];
  readonly lines?: readonly Pick<TrueUpLine, "service" | "exactTkr" | "amountTkr">[] | undefined;
}

export interface TrueUpInput {
  /** What the budget in force was computed from. */
  readonly input: AllocationInput;
  readonly year: number;
  readonly counts: readonly Count[];
  /** The year's earlier true-ups, oldest first: the allocation has been, or is to be, adjusted to them. */
  readonly earlier: readonly EarlierTrueUp[];
  /** The month from which the adjustment is given: 1 for the whole year, 9 for a third of it. */
  readonly fromMonth: number;
}

/**
 * The adjustment for each service that was counted (E-4): (actual − expected users) × price × share of the year, exactly, and
 * brought to whole tkr over all lines by largest remainder. Expected is what each month has already, by the forecast or by the
 * earlier true-up that counted last from that month or before: so that what all give together is the counted difference, whatever
 * months they are given from. What earlier ones were rounded by is part of the rounding. Counts of unknown services are left
 * out; `trueUpRemarks` names them.
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
    const byMonth = givenByMonth(earlier, count.service, coverage, forecast).slice(fromMonth - 1);
    const paidFor = byMonth.reduce((sum, users) => sum.plus(users), new Exact(0));
    const actual = usersOf(count, coverage);
    const exact = actual
      .times(byMonth.length)
      .minus(paidFor)
      .times(priceKr)
      .div(MONTHS * 1000);
    const lasting = lastingUsers(earlier, count.service, coverage, forecast);
    return {
      service,
      coverage,
      priceKr,
      forecast,
      expected: paidFor.div(byMonth.length),
      actual,
      exact,
      exactLasting: fromMonth === 1 ? actual.minus(lasting).times(priceKr).div(1000) : new Exact(0),
    };
  });
  const whole = roundTogether(
    lines.map(({ service, exact }) => exact.plus(roundedAwayTkr(earlier, service.id))),
  );
  return lines.map(({ service, coverage, priceKr, forecast, expected, actual, exact, exactLasting }, i) => ({
    service: service.id,
    body: service.body,
    ...(service.ages && !service.measured ? { ages: service.ages } : {}),
    coverage,
    priceKr,
    forecastUsers: forecast.toNumber(),
    expectedUsers: expected.toDecimalPlaces(6).toNumber(),
    actualUsers: actual.toNumber(),
    exactTkr: exact.toDecimalPlaces(6).toFixed(),
    amountTkr: whole[i] as number,
    lastingTkr: exactLasting.equals(exact) ? (whole[i] as number) : roundHalfAwayFromZero(exactLasting),
  }));
}

/** How many users of a service each month's allocation pays for after the earlier true-ups. */
function givenByMonth(
  earlier: readonly EarlierTrueUp[],
  service: string,
  coverage: number,
  forecast: Exact,
): Exact[] {
  const users = Array.from({ length: MONTHS }, () => forecast);
  for (const { fromMonth, counts } of earlier) {
    const count = counts.find((one) => one.service === service);
    if (count) users.fill(usersOf(count, coverage), fromMonth - 1);
  }
  return users;
}

/** The users that the allocation goes on with when the year has ended: the forecast's, or those of the last true-up for a whole year. */
function lastingUsers(
  earlier: readonly EarlierTrueUp[],
  service: string,
  coverage: number,
  forecast: Exact,
): Exact {
  const counts = earlier
    .filter(({ fromMonth }) => fromMonth === 1)
    .flatMap((one) => one.counts.filter((count) => count.service === service));
  const last = counts.at(-1);
  return last ? usersOf(last, coverage) : forecast;
}

/** What earlier true-ups of a service were rounded away by, in tkr. */
function roundedAwayTkr(earlier: readonly EarlierTrueUp[], service: string): Exact {
  return earlier
    .flatMap(({ lines = [] }) => lines.filter((line) => line.service === service))
    .reduce((sum, line) => sum.plus(line.exactTkr).minus(line.amountTkr), new Exact(0));
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
 * allocation; for the rest of the year it is given once, since the next budget counts anew from its own forecast. So is what
 * one for the whole year takes back of another that was given once.
 */
export function adjustmentsOf(of: {
  readonly year: number;
  readonly fromMonth: number;
  readonly decision: number;
  readonly lines: readonly Pick<TrueUpLine, "service" | "body" | "amountTkr" | "lastingTkr">[];
  /** What a line is called in the budget. */
  readonly text: (service: string) => string;
}): Adjustment[] {
  return of.lines.flatMap(({ service, body, amountTkr, lastingTkr }): Adjustment[] => {
    const lasts = lastingTkr ?? (of.fromMonth > 1 ? 0 : amountTkr);
    const one = (tkr: number, oneOff: boolean): Adjustment[] =>
      tkr === 0
        ? []
        : [
            {
              body,
              year: of.year,
              amountTkr: tkr,
              ...(oneOff ? { oneOff } : {}),
              text: of.text(service),
              decision: of.decision,
              trueUp: true,
            },
          ];
    return [...one(lasts, false), ...one(amountTkr - lasts, true)];
  });
}
