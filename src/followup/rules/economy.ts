import { splitTkr } from "../../kernel/money.ts";
import type { ReportKind } from "./occasions.ts";
import type { EconomyFact } from "./report-data.ts";

const MONTHS_OF_YEAR = 12;

/** The budget of each month: a twelfth each, in whole tkr, so that the months sum to the year. */
export const budgetByMonth = (allocationTkr: number): number[] =>
  splitTkr(
    allocationTkr,
    Array.from({ length: MONTHS_OF_YEAR }, () => 1),
  );

/** The budget from January to the end of a month, tkr; the twelfth month gives the whole allocation. */
export const budgetToDate = (allocationTkr: number, months: number): number =>
  budgetByMonth(allocationTkr)
    .slice(0, months)
    .reduce((sum, month) => sum + month, 0);

/** What is left of the allocation if the forecast comes true; negative when it does not suffice (U-8). */
export const deviationOf = (allocationTkr: number, forecastTkr: number): number =>
  allocationTkr - forecastTkr;

/** What the ledger says of a body until the occasion's day; net cost in whole tkr. */
export interface Outcome {
  readonly tkr: number;
  readonly byAccountGroup: readonly { readonly group: string; readonly tkr: number }[];
  /** January first, as many as have passed. */
  readonly byMonthTkr: readonly number[];
}

/**
 * A body's economy at an occasion: budget and outcome to date, forecast and deviation (§2.5, U-2 – U-4). Before the year
 * has ended the deviation is allocation − forecast; in an annual report it is allocation − outcome. What is unknown is null.
 */
export function economyFact(
  kind: ReportKind,
  months: number,
  known: {
    allocationTkr: number | undefined;
    outcome: Outcome | undefined;
    forecastTkr: number | null;
  },
): EconomyFact {
  const { allocationTkr, outcome } = known;
  const forecastTkr = kind === "annual-report" ? null : known.forecastTkr;
  const budgets = allocationTkr === undefined ? undefined : budgetByMonth(allocationTkr);
  const budgetToDateTkr = allocationTkr === undefined ? null : budgetToDate(allocationTkr, months);
  const whole = kind === "annual-report" ? (outcome?.tkr ?? null) : forecastTkr;
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
      budgetTkr: budgets?.[i] ?? null,
      outcomeTkr,
    })),
  };
}
