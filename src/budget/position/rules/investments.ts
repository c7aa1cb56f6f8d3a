import { Exact, roundHalfAwayFromZero, splitTkr } from "../../../kernel/money.ts";
import { ownValue } from "../../../kernel/own-value.ts";
import type {
  CapitalCost,
  Component,
  Investment,
  InvestmentCost,
  InvestmentYear,
} from "../../base/rules/investment.ts";

const MONTHS = 12;
const monthNumber = (year: number, month: number) => year * MONTHS + month - 1;
export const inUseMonth = (text: string): number =>
  monthNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)));

/** One amount spent in one year, on one component. */
interface Tranche {
  readonly amountTkr: number;
  readonly fromMonth: number;
  readonly months: number;
}

/**
 * What has been written off of a tranche when a year has ended: straight line by month, whole tkr, halves away from zero, in
 * the end all of it. Ordinary numbers are exact here: an amount times 1 200 months is far below 2^53.
 */
function writtenOff({ amountTkr, fromMonth, months }: Tranche, year: number): number {
  if (months === 0) return 0;
  const used = Math.min(Math.max(0, monthNumber(year + 1, 1) - fromMonth), months);
  const size = Math.floor((Math.abs(amountTkr) * used * 2 + months) / (2 * months));
  return amountTkr < 0 ? 0 - size : size;
}

/**
 * When what is spent in a year begins to be written off: from the month of use; what is spent in later years from the
 * January after. Undefined while it is not in use.
 */
function firstMonth(spentIn: number, inUse: string | null | undefined): number | undefined {
  if (!inUse) return undefined;
  const month = inUseMonth(inUse);
  return spentIn <= Number(inUse.slice(0, 4)) ? month : monthNumber(spentIn + 1, 1);
}

function tranchesOf(
  amounts: readonly (readonly [year: number, tkr: number])[],
  { components = [], inUseFrom }: Pick<Investment, "components" | "inUseFrom">,
): Tranche[] {
  const shares = components.map((component) => component.share);
  if (!shares.some((share) => share > 0)) return [];
  return amounts.flatMap(([year, tkr]) => {
    const fromMonth = firstMonth(year, inUseFrom);
    if (fromMonth === undefined || tkr === 0) return [];
    return splitTkr(tkr, shares).map((amountTkr, i) => ({
      amountTkr,
      fromMonth,
      months: (components[i] as Component).years * MONTHS,
    }));
  });
}

const total = <T>(list: readonly T[], of: (item: T) => number) =>
  list.reduce((sum, item) => sum + of(item), 0);

/** Value in use times months of the year: on what a tranche is worth when the year begins, or when it is taken into use in it. */
function valueMonths(tranche: Tranche, year: number): number {
  const since = monthNumber(year + 1, 1) - tranche.fromMonth;
  if (since <= 0) return 0;
  return (tranche.amountTkr - writtenOff(tranche, year - 1)) * Math.min(since, MONTHS);
}

/** What is tied in a year and bears internal interest, in tkr: the value in use at its beginning, by months. */
const interestBase = (tranches: readonly Tranche[], year: number): Exact =>
  new Exact(total(tranches, (tranche) => valueMonths(tranche, year))).div(MONTHS);

/** What an investment's internal interest of a year is counted on, exactly, as a decimal text in tkr (E-8). */
export function interestBaseOf(investment: Investment, years: readonly number[], year: number): string {
  const { spending } = amountsOf(investment, years);
  return interestBase(tranchesOf(spending, investment), year).toDecimalPlaces(6).toFixed();
}

type YearAmount = readonly [year: number, tkr: number];

/** What is spent on an investment in a year, tkr: what was carried over is spent in the plan's first year. */
export const spentIn = (
  { amountsTkr, carriedOverTkr = 0 }: Pick<Investment, "amountsTkr" | "carriedOverTkr">,
  firstYear: number,
  year: number,
): number => (amountsTkr[year] ?? 0) + (year === firstYear ? carriedOverTkr : 0);

/** What was spent and granted before the first year, by year; what no year is told for is spent in the year before it. */
export function earlierAmounts(
  { spentBeforeTkr = 0, earlier }: Pick<Investment, "spentBeforeTkr" | "earlier">,
  first: number,
): { readonly spent: Readonly<Record<string, number>>; readonly grants: Readonly<Record<string, number>> } {
  const before = (amounts: Readonly<Record<string, number>> = {}) =>
    Object.fromEntries(Object.entries(amounts).filter(([year, tkr]) => Number(year) < first && tkr !== 0));
  const known = before(earlier?.amountsTkr);
  const restTkr = spentBeforeTkr - total(Object.values(known), (tkr) => tkr);
  const spent =
    restTkr === 0 ? known : { ...known, [first - 1]: (ownValue(known, String(first - 1)) ?? 0) + restTkr };
  return { spent, grants: before(earlier?.grantsTkr) };
}

/** What is spent and given in grants, year by year. */
function amountsOf(investment: Investment, years: readonly number[]) {
  const first = years[0] as number;
  const { grantsTkr = {} } = investment;
  const before = earlierAmounts(investment, first);
  const known = (amounts: Readonly<Record<string, number>>) =>
    Object.entries(amounts).map(([year, tkr]): YearAmount => [Number(year), tkr]);
  return {
    spending: [
      ...known(before.spent),
      ...years.map((year): YearAmount => [year, spentIn(investment, first, year)]),
    ],
    grants: [...known(before.grants), ...years.map((year): YearAmount => [year, grantsTkr[year] ?? 0])],
  };
}

/**
 * What an investment costs, year by year: spending, grants, depreciation by component and internal interest (E-1, issue of
 * investments). All whole tkr; what is written off over the years sums exactly to what was spent. `internalRate` in per cent.
 */
export function investmentCost(
  investment: Investment,
  years: readonly number[],
  internalRate: number,
): InvestmentCost {
  const first = years[0] as number;
  const { amountsTkr, grantsTkr = {}, spentBeforeTkr = 0, carriedOverTkr = 0 } = investment;
  const amounts = amountsOf(investment, years);
  const tranches = tranchesOf(amounts.spending, investment);
  const grants = tranchesOf(amounts.grants, investment);
  let bookValueTkr = spentBeforeTkr - total(tranches, (tranche) => writtenOff(tranche, first - 1));
  const during = (of: readonly Tranche[], year: number) =>
    total(of, (tranche) => writtenOff(tranche, year) - writtenOff(tranche, year - 1));
  const interestTkr = (year: number) =>
    roundHalfAwayFromZero(interestBase(tranches, year).times(internalRate).div(100));
  const cost = years.map((year): InvestmentYear => {
    const depreciationTkr = during(tranches, year);
    bookValueTkr += spentIn(investment, first, year) - depreciationTkr;
    return {
      year,
      spentTkr: spentIn(investment, first, year),
      grantTkr: grantsTkr[year] ?? 0,
      depreciationTkr,
      dissolvedTkr: during(grants, year),
      internalInterestTkr: interestTkr(year),
      bookValueTkr,
    };
  });
  const plannedTkr =
    spentBeforeTkr + carriedOverTkr + Object.values(amountsTkr).reduce((sum, tkr) => sum + tkr, 0);
  const { body, name } = investment;
  return {
    body,
    name,
    carriedOverTkr,
    ...(investment.carriedOverDecision ? { carriedOverDecision: investment.carriedOverDecision } : {}),
    before: { depreciationTkr: during(tranches, first - 1), internalInterestTkr: interestTkr(first - 1) },
    plannedTkr,
    forecastTkr: investment.forecastTkr ?? plannedTkr,
    years: cost,
  };
}

/** Each body's operations with the capital cost of what is built for it: depreciation and internal interest. */
export function capitalCosts(
  costs: readonly InvestmentCost[],
  frames: readonly { readonly year: number; readonly frames: Readonly<Record<string, number>> }[],
  inAllocation: (year: number, body: string) => number = () => 0,
): CapitalCost[] {
  const bodies = [...new Set(costs.map((cost) => cost.body))];
  return bodies.flatMap((body) =>
    frames.map(({ year, frames: of }) => {
      const mine = costs
        .filter((cost) => cost.body === body)
        .flatMap((cost) => cost.years.filter((line) => line.year === year));
      const allocationTkr = ownValue(of, body) ?? 0;
      const depreciationTkr = total(mine, (line) => line.depreciationTkr);
      const internalInterestTkr = total(mine, (line) => line.internalInterestTkr);
      const inAllocationTkr = inAllocation(year, body);
      const withCapitalTkr = allocationTkr + depreciationTkr + internalInterestTkr - inAllocationTkr;
      const capital = { depreciationTkr, internalInterestTkr, inAllocationTkr };
      return { body, year, allocationTkr, ...capital, withCapitalTkr };
    }),
  );
}
