import { splitTkr } from "../../../kernel/money.ts";
import { sumOf } from "../../../kernel/sum.ts";
import { MONTHS_OF_YEAR } from "./period-keys.ts";
import { type InternalParts, internalMonths, internalRows } from "./rows.ts";

/**
 * What the months of a body's budget come from: its decided internal budget; that, with what the council has changed since in
 * twelfths; or, where no internal budget is decided, twelfths of the allocation.
 */
export const BUDGET_BY = ["internal-budget", "internal-budget-and-change", "twelfths"] as const;
export type BudgetBy = (typeof BUDGET_BY)[number];

export interface BudgetMonths {
  readonly by: BudgetBy;
  /** January first, twelve whole tkr that sum to the allocation. */
  readonly monthsTkr: readonly number[];
}

/** A year's amount in twelve whole tkr as even as can be, which sum to it. */
export const twelfths = (yearTkr: number): number[] =>
  splitTkr(
    yearTkr,
    Array.from({ length: MONTHS_OF_YEAR }, () => 1),
  );

/** What an amount without months of its own has from January to the end of a month, tkr; the twelfth month gives the whole. */
export const twelfthsToDate = (yearTkr: number, months: number): number =>
  sumOf(twelfths(yearTkr).slice(0, months));

/**
 * The one answer to how a body's budget falls on the year's months (§2.2, §2.5, E-6, U-2): all that holds an outcome of a
 * period against a budget asks it. `decided`: the body's internal budget in force, where there is one. Tkr.
 */
export function budgetMonths(allocationTkr: number, decided: InternalParts | undefined): BudgetMonths {
  if (!decided) return { by: "twelfths", monthsTkr: twelfths(allocationTkr) };
  const monthsTkr = internalMonths(internalRows(decided));
  const changedTkr = allocationTkr - sumOf(monthsTkr);
  if (changedTkr === 0) return { by: "internal-budget", monthsTkr };
  const change = twelfths(changedTkr);
  return {
    by: "internal-budget-and-change",
    monthsTkr: monthsTkr.map((tkr, i) => tkr + (change[i] as number)),
  };
}

/** The budget from January to the end of a month, tkr. */
export const budgetToDate = ({ monthsTkr }: Pick<BudgetMonths, "monthsTkr">, months: number): number =>
  sumOf(monthsTkr.slice(0, months));
