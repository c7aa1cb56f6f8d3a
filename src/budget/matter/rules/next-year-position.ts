import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { Position, PositionInput, RestoringPlan } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { OPENING_LINES, YEAR_LINES } from "../../base/rules/result-lines.ts";
import type { ScenarioBase } from "../../live/rules/changes.ts";
import { balanceLeft } from "../../position/rules/balance-requirement.ts";
import { investmentCost } from "../../position/rules/investments.ts";

interface Positioned extends ScenarioBase {
  readonly statements?: Position | undefined;
  readonly restoringPlans?: readonly RestoringPlan[] | undefined;
}

/** An investment as it is when its first year has passed: what was spent in it stands in the balance that the next begins with. */
function movedInvestment<I extends Investment>(investment: I, passed: number): I {
  const { carriedOverTkr: _carried, amountsTkr, grantsTkr, ...own } = investment;
  const spentBeforeTkr =
    (investment.spentBeforeTkr ?? 0) + (investment.carriedOverTkr ?? 0) + (amountsTkr[passed] ?? 0);
  return {
    ...own,
    amountsTkr: after(amountsTkr, passed),
    ...(grantsTkr ? { grantsTkr: after(grantsTkr, passed) } : {}),
    ...(spentBeforeTkr === 0 ? {} : { spentBeforeTkr }),
  } as unknown as I;
}

const after = (amounts: Readonly<Record<string, number>>, passed: number) =>
  Object.fromEntries(Object.entries(amounts).filter(([year]) => Number(year) > passed));

/** Finished and in use since before the year that has passed: what it costs is a cost like any other from now on. */
function isFinished({ amountsTkr, inUseFrom }: Investment, passed: number): boolean {
  const left = Object.entries(amountsTkr).some(([year, tkr]) => Number(year) > passed && tkr !== 0);
  return !left && Boolean(inUseFrom) && Number(inUseFrom?.slice(0, 4)) < passed;
}

const movedInvestments = <I extends Investment>(investments: readonly I[], passed: number): I[] =>
  investments
    .filter((investment) => !isFinished(investment, passed))
    .map((investment) => movedInvestment(investment, passed));

/** Depreciation less what grants give, of all investments, by year. */
function netDepreciation(investments: readonly Investment[], years: readonly number[]) {
  const sums = new Map(years.map((year) => [year, 0]));
  for (const investment of investments)
    for (const { year, depreciationTkr, dissolvedTkr } of investmentCost(investment, years, 0).years)
      sums.set(year, (sums.get(year) ?? 0) + depreciationTkr - dissolvedTkr);
  return (year: number): number => sums.get(year) ?? 0;
}

/**
 * The moved lines with the same depreciation and interest as the plan had: what finished investments and loans taken in the year
 * that has passed cost was counted beside the lines before, and stands in them now (E-7). So does the internal income that
 * answers to capital cost in the allocations of that year (E-1).
 */
export function sameCosts<L extends ResultInput>(before: Positioned, moved: readonly L[]): L[] {
  const { position, statements, investments = [] } = before;
  if (!position || !statements) return [...moved];
  const years = moved.map((line) => line.year);
  const passed = (years[0] as number) - 1;
  const was = netDepreciation(investments, [passed, ...years]);
  const now = netDepreciation(movedInvestments(investments, passed), years);
  const borrowedTkr = (statements.years[0]?.lines.loans ?? position.opening.loans) - position.opening.loans;
  const interestTkr = roundHalfAwayFromZero(new Exact(borrowedTkr).times(position.loanRate).div(100));
  // What the allocations hold of capital cost is an income beside them, and the new base holds it from the start
  const internalTkr = statements.years[0]?.lines.internalCapital ?? 0;
  return moved.map((line) => ({
    ...line,
    centralTkr: line.centralTkr + internalTkr,
    depreciationTkr: line.depreciationTkr - was(line.year) + now(line.year),
    financialNetTkr: line.financialNetTkr - interestTkr,
  }));
}

/** With the balance that the year before was planned to end with as the one to begin from, and investments as they are then. */
export function withMovedPosition<T extends Positioned>(before: Positioned, moved: T): T {
  const passed = before.input.years[0] as number;
  const investments = movedInvestments(before.investments ?? [], passed);
  const { position, statements } = before;
  const closing = statements?.years[0]?.lines;
  if (!position || !statements || !closing) return { ...moved, investments };
  const opening = Object.fromEntries(OPENING_LINES.map((line) => [line, closing[line] ?? 0]));
  const zeros = Object.fromEntries(YEAR_LINES.map((line) => [line, 0]));
  const last = moved.resultInput.at(-1)?.year ?? passed;
  const { restoringPlans } = before;
  const left = balanceLeft(
    { deficits: position.earlierDeficits, plans: restoringPlans ?? [] },
    { year: passed, lines: closing },
  );
  return {
    ...moved,
    investments,
    ...(restoringPlans ? { restoringPlans: plansBeyond(before, left.plans, passed) } : {}),
    position: {
      ...position,
      opening: opening as PositionInput["opening"],
      reserveTkr: left.reserveTkr,
      years: [
        ...position.years.filter(({ year }) => year > passed),
        { ...zeros, year: last } as PositionInput["years"][number],
      ],
      earlierDeficits: left.deficits,
    },
  };
}

/** The plans of deficits that are left, and those of the plan's later years. */
const plansBeyond = (
  { restoringPlans = [] }: Positioned,
  left: readonly RestoringPlan[],
  passed: number,
): RestoringPlan[] => [...left, ...restoringPlans.filter(({ deficitYear }) => deficitYear > passed)];
