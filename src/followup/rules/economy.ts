import { MONTHS_OF_YEAR } from "../../budget/internal/rules/period-keys.ts";
import { type BudgetMonths, budgetToDate } from "../../budget/internal/rules/to-date.ts";
import type { ReportKind } from "./occasions.ts";
import type { EconomyFact } from "./report-data.ts";

/** What is left of the allocation if the forecast comes true; negative when it does not suffice (U-8). */
export const deviationOf = (allocationTkr: number, forecastTkr: number): number =>
  allocationTkr - forecastTkr;

/** What the ledger says of a body until the occasion's day; net cost in whole tkr. */
export interface Outcome {
  readonly tkr: number;
  readonly byAccountGroup: readonly { readonly group: string; readonly tkr: number }[];
  /** January first, as many as have been booked of those that the occasion looks at. */
  readonly byMonthTkr: readonly number[];
}

/**
 * A body's economy at an occasion: budget and outcome to date, forecast and deviation (§2.5, U-2 – U-4). `months`: those that
 * are compared, the same for budget and outcome. Before the year has ended the deviation is allocation − forecast; in an
 * annual report it is allocation − outcome, once the whole year is booked. What is unknown is null.
 */
export function economyFact(
  kind: ReportKind,
  months: number,
  known: {
    allocationTkr: number | undefined;
    /** How the allocation falls on the months; undefined where there is none. */
    budget: BudgetMonths | undefined;
    outcome: Outcome | undefined;
    forecastTkr: number | null;
  },
): EconomyFact {
  const { allocationTkr, budget, outcome } = known;
  const forecastTkr = kind === "annual-report" ? null : known.forecastTkr;
  const budgetToDateTkr = budget ? budgetToDate(budget, months) : null;
  const booked = outcome && months === MONTHS_OF_YEAR ? outcome.tkr : null;
  const whole = kind === "annual-report" ? booked : forecastTkr;
  return {
    allocationTkr: allocationTkr ?? null,
    budgetToDateTkr,
    outcomeToDateTkr: outcome?.tkr ?? null,
    deviationToDateTkr:
      outcome === undefined || budgetToDateTkr === null ? null : budgetToDateTkr - outcome.tkr,
    forecastTkr,
    deviationTkr: allocationTkr === undefined || whole === null ? null : deviationOf(allocationTkr, whole),
    byAccountGroup: [...(outcome?.byAccountGroup ?? [])],
    byMonth: (outcome?.byMonthTkr ?? []).map((outcomeTkr, i) => ({
      month: i + 1,
      budgetTkr: budget?.monthsTkr[i] ?? null,
      outcomeTkr,
    })),
    ...(budget ? { budgetBy: budget.by, budgetMonthsTkr: [...budget.monthsTkr] } : {}),
  };
}

/**
 * The months in which budget and outcome are held against each other: those of the occasion that are booked. A budget for
 * months that nobody has booked would look like money left over. Without any accounts: those of the occasion.
 */
export const comparedMonths = (occasionMonths: number, bookedMonths: number | undefined): number =>
  bookedMonths === undefined ? occasionMonths : Math.min(occasionMonths, bookedMonths);
