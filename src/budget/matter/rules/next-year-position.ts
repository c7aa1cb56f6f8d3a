import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { Position, PositionInput, RestoringPlan } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { OPENING_LINES, YEAR_LINES } from "../../base/rules/result-lines.ts";
import type { ScenarioBase } from "../../live/rules/changes.ts";
import { balanceLeft } from "../../position/rules/balance-requirement.ts";
import { earlierAmounts, investmentCost, spentIn } from "../../position/rules/investments.ts";

interface Positioned extends ScenarioBase {
  readonly statements?: Position | undefined;
  readonly restoringPlans?: readonly RestoringPlan[] | undefined;
}

/**
 * An investment as it is when its first year has passed: what was spent and granted in it stands in the balance that the next
 * begins with, and is known by its year, so that it is written off just as the plan had it.
 */
function movedInvestment<I extends Investment>(investment: I, passed: number): I {
  const {
    carriedOverTkr: _carried,
    carriedOverDecision: _d,
    earlier: _e,
    amountsTkr,
    grantsTkr,
    ...own
  } = investment;
  const before = earlierAmounts(investment, passed);
  const spentTkr = spentIn(investment, passed, passed);
  const grantedTkr = grantsTkr?.[passed] ?? 0;
  const spentBeforeTkr = (investment.spentBeforeTkr ?? 0) + spentTkr;
  const spent = { ...before.spent, ...(spentTkr === 0 ? {} : { [passed]: spentTkr }) };
  const grants = { ...before.grants, ...(grantedTkr === 0 ? {} : { [passed]: grantedTkr }) };
  const hasGrants = Object.keys(grants).length > 0;
  return {
    ...own,
    amountsTkr: after(amountsTkr, passed),
    ...(grantsTkr ? { grantsTkr: after(grantsTkr, passed) } : {}),
    spentBeforeTkr,
    ...(Object.keys(spent).length > 0 || hasGrants
      ? { earlier: { amountsTkr: spent, ...(hasGrants ? { grantsTkr: grants } : {}) } }
      : {}),
  } as unknown as I;
}

const after = (amounts: Readonly<Record<string, number>>, passed: number) =>
  Object.fromEntries(Object.entries(amounts).filter(([year]) => Number(year) > passed));

const isLeft = (amounts: Readonly<Record<string, number>> = {}, passed: number) =>
  Object.values(after(amounts, passed)).some((tkr) => tkr !== 0);

/** The longest that anything is written off. */
const LONGEST_YEARS = 101;

/**
 * Whether an investment has no more to say when a year has passed: in use, with nothing left to spend or to write off. Until then
 * it goes on, finished or not, so that its depreciation ends when it ends, and an allocation that holds its capital cost has less
 * of it from year to year (E-1).
 */
function isDone(investment: Investment, passed: number): boolean {
  const { amountsTkr, grantsTkr, inUseFrom } = investment;
  if (!inUseFrom || isLeft(amountsTkr, passed) || isLeft(grantsTkr, passed)) return false;
  const years = Array.from({ length: LONGEST_YEARS }, (_, i) => passed + i);
  return investmentCost(investment, years, 0).years.every(
    ({ depreciationTkr, dissolvedTkr }) => depreciationTkr === 0 && dissolvedTkr === 0,
  );
}

/** The investments as they are when a year has passed. */
const movedInvestments = <I extends Investment>(investments: readonly I[], passed: number): I[] =>
  investments
    .filter((investment) => !isDone(investment, passed))
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
 * The moved lines with the same depreciation and interest as the plan had, to the krona: what finished investments and loans taken
 * in the year that has passed cost was counted beside the lines before, and stands in them now (E-7). So does the internal income
 * that answers to capital cost in the allocations of that year (E-1). `moved` are the plan's own later years and those that it is
 * carried on by.
 */
export function sameCosts<L extends ResultInput>(before: Positioned, moved: readonly L[]): L[] {
  const { position, statements, investments = [] } = before;
  if (!position || !statements) return [...moved];
  const years = moved.map((line) => line.year);
  const passed = (years[0] as number) - 1;
  const was = netDepreciation(investments, [passed, ...years]);
  const now = netDepreciation(movedInvestments(investments, passed), years);
  const loans = (year: number) =>
    statements.years.find((own) => own.year === year)?.lines.loans ?? position.opening.loans;
  const interest = (year: number, from: number) =>
    roundHalfAwayFromZero(new Exact(loans(year - 1)).minus(from).times(position.loanRate).div(100));
  // What the allocations hold of capital cost is an income beside them, and the new base holds it from the start
  const internalTkr = statements.years[0]?.lines.internalCapital ?? 0;
  return moved.map((line) => ({
    ...line,
    centralTkr: line.centralTkr + internalTkr,
    depreciationTkr: line.depreciationTkr - was(line.year) + now(line.year),
    // Year by year: two amounts that are rounded are not always their sum rounded
    financialNetTkr:
      line.financialNetTkr - interest(line.year, position.opening.loans) + interest(line.year, loans(passed)),
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
        ...(position.years.some(({ year }) => year === last)
          ? []
          : [{ ...zeros, year: last } as PositionInput["years"][number]]),
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
