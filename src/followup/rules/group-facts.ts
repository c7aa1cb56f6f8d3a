import { twelfthsToDate } from "../../budget/internal/rules/to-date.ts";
import { Exact, roundHalfAwayFromZero } from "../../kernel/money.ts";
import type { IncomeRow } from "../../ledger/rules/kommun-bas.ts";
import type { EconomyFact, Statement } from "./report-data.ts";

/** A share in per cent with one decimal, halves away from zero; null when there is nothing to share. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : roundHalfAwayFromZero(new Exact(part).times(1000).div(whole)) / 10;

/** What the council budgeted for the year beside the allocations, as the budget's own result shows it. */
export interface BudgetedResult {
  readonly taxTkr: number;
  readonly taxAndGrantsTkr: number;
  readonly operationsTkr: number;
  readonly resultTkr: number;
  readonly depreciationTkr: number;
  /** What the bodies have been allocated of it, and their budgets to date together; both are costs, positive. */
  readonly allocatedTkr: number;
  readonly allocatedToDateTkr: number;
}

/**
 * The budget from January to a month on the rows of the income statement: the bodies' allocations by their own months, and what
 * has no months of its own in twelfths. Its parts are brought to whole tkr, and its sums are theirs. Rows that the budget does
 * not have are absent.
 */
function budgetRows(budget: BudgetedResult, months: number): Partial<Record<IncomeRow, number>> {
  const { taxTkr, taxAndGrantsTkr, operationsTkr, depreciationTkr, resultTkr } = budget;
  const depreciation = twelfthsToDate(depreciationTkr, months);
  const central = twelfthsToDate(operationsTkr + budget.allocatedTkr - depreciationTkr, months);
  const net = central + depreciation - budget.allocatedToDateTkr;
  const tax = twelfthsToDate(taxTkr, months);
  const grants = twelfthsToDate(taxAndGrantsTkr - taxTkr, months);
  const result = net + tax + grants + twelfthsToDate(resultTkr - operationsTkr - taxAndGrantsTkr, months);
  return {
    depreciation,
    "operating-net": net,
    tax,
    "grants-and-equalisation": grants,
    "operating-result": net + tax + grants,
    "result-after-financial": result,
    result,
  };
}

/** The income statement beside the budget for the same months (U-9); a deviation is positive when it is better. */
export function statementAgainstBudget(
  rows: readonly { readonly row: IncomeRow; readonly tkr: number }[],
  budget: BudgetedResult | undefined,
  months: number,
): Statement[] {
  const budgeted = budget ? budgetRows(budget, months) : {};
  return rows.map(({ row, tkr }) => {
    const budgetTkr = budgeted[row] ?? null;
    return { row, budgetTkr, outcomeTkr: tkr, deviationTkr: budgetTkr === null ? null : tkr - budgetTkr };
  });
}

type Sums = Omit<EconomyFact, "byAccountGroup" | "byMonth" | "budgetMonthsTkr">;

/**
 * The bodies' economies together: what is known of each is summed; a sum of nothing known is null. A body that has not
 * said what it believes is counted with its allocation in the group's forecast.
 */
export function together(lines: readonly Sums[]): Sums {
  const sum = (of: (line: Sums) => number | null) => {
    const known = lines.map(of).filter((tkr) => tkr !== null);
    return known.length === 0 ? null : known.reduce((total, tkr) => total + tkr, 0);
  };
  const someForecast = lines.some((line) => line.forecastTkr !== null);
  return {
    allocationTkr: sum((line) => line.allocationTkr),
    budgetToDateTkr: sum((line) => line.budgetToDateTkr),
    outcomeToDateTkr: sum((line) => line.outcomeToDateTkr),
    deviationToDateTkr: sum((line) => line.deviationToDateTkr),
    forecastTkr: someForecast ? sum((line) => line.forecastTkr ?? line.allocationTkr) : null,
    deviationTkr: sum((line) => line.deviationTkr),
  };
}
