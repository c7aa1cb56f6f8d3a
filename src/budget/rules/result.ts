import { Exact, roundHalfAwayFromZero } from "../../kernel/money.ts";
import { type Remark, remark } from "../../kernel/remark.ts";

/** The municipality's income and cost beside the allocations, for one year (E-7). Costs are negative. */
export interface ResultInput {
  readonly year: number;
  /** Taxable income of the inhabitants, in tkr. */
  readonly taxBaseTkr: number;
  /** Municipal tax, kronor per hundred: 20.29. */
  readonly taxRate: number;
  /** Final settlement of earlier years' tax, tkr. */
  readonly settlementTkr: number;
  readonly equalisationTkr: number;
  /** Pensions, reserves and other that no body has in its allocation, tkr. */
  readonly centralTkr: number;
  readonly depreciationTkr: number;
  readonly financialNetTkr: number;
}

export interface Result {
  readonly year: number;
  readonly taxTkr: number;
  readonly operationsTkr: number;
  readonly taxAndGrantsTkr: number;
  readonly resultTkr: number;
  /** Result as a share of tax and general grants, per cent with one decimal. */
  readonly resultPercent: number;
}

/** The year's result from the allocations' total and the rest (E-7): exact, in whole tkr. */
export function resultOf(allocationsTkr: number, input: ResultInput): Result {
  const taxTkr =
    roundHalfAwayFromZero(new Exact(input.taxBaseTkr).times(input.taxRate).div(100)) + input.settlementTkr;
  const operationsTkr = -allocationsTkr + input.centralTkr + input.depreciationTkr;
  const taxAndGrantsTkr = taxTkr + input.equalisationTkr;
  const resultTkr = taxAndGrantsTkr + operationsTkr + input.financialNetTkr;
  const resultPercent =
    taxAndGrantsTkr === 0
      ? 0
      : roundHalfAwayFromZero(new Exact(resultTkr).times(1000).div(taxAndGrantsTkr)) / 10;
  return { year: input.year, taxTkr, operationsTkr, taxAndGrantsTkr, resultTkr, resultPercent };
}

/** Exceptional reasons for a budget that does not balance, with how the deficit is restored (KL 11:5, 11:12–13). */
export interface ExceptionalReasons {
  readonly reasons: string;
  readonly restoringPlan: string;
}

/**
 * Revenue shall exceed cost in the budget year (KL 11:5). A deficit stops the decision, with the amount that is missing,
 * unless exceptional reasons and a plan for restoring are recorded; a deficit in a plan year is a deviation.
 */
export function balanceRemarks(results: readonly Result[], exceptional: ExceptionalReasons | null): Remark[] {
  return results.flatMap((result, index) => {
    if (index > 0)
      return result.resultTkr < 0
        ? [
            remark("deviation", "plan-year-deficit", "KL 11:6", {
              year: result.year,
              missingTkr: -result.resultTkr,
            }),
          ]
        : [];
    if (result.resultTkr > 0) return [];
    // "Above cost" is more than nothing: one thousand kronor is the least that shows
    const params = { year: result.year, missingTkr: 1 - result.resultTkr };
    return exceptional
      ? [remark("deviation", "deficit-with-reasons", "KL 11:12", params)]
      : [remark("stops", "not-balanced", "KL 11:5", params)];
  });
}

/** A financial goal over the lines of the result (§1.2, P-5): so far the share of tax and grants that is kept as result. */
export interface FinancialGoal {
  readonly id: string;
  readonly text: string;
  readonly measure: "result-share";
  /** Per cent of tax and general grants, at least. */
  readonly target: number;
}

export const financialGoalOutcome = (goal: FinancialGoal, result: Result) => ({
  id: goal.id,
  text: goal.text,
  target: goal.target,
  outcome: result.resultPercent,
  met: result.resultPercent >= goal.target,
});
