import { z } from "zod";
import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { Tkr, Year } from "./fields.ts";
import { type FinancialGoal, goalOutcome } from "./financial-goals.ts";
import { LineAmounts, type Lines } from "./result-lines.ts";

export type { FinancialGoal };

/** The municipality's income and cost beside the allocations, for one year (E-7). Costs are negative. */
export const ResultInput = z.object({
  year: Year,
  /** Taxable income of the inhabitants, in tkr. */
  taxBaseTkr: Tkr,
  /** Municipal tax, kronor per hundred: 20.29. */
  taxRate: z.number().min(0).max(50),
  /** Final settlement of earlier years' tax, tkr. */
  settlementTkr: Tkr,
  equalisationTkr: Tkr,
  /** Pensions, reserves and other that no body has in its allocation, tkr. */
  centralTkr: Tkr,
  depreciationTkr: Tkr,
  financialNetTkr: Tkr,
});
export type ResultInput = ReadOnly<z.output<typeof ResultInput>>;

/** The lines beside the allocations that are given as amounts (E-7). */
export const RESULT_LINES = [
  "equalisationTkr",
  "settlementTkr",
  "centralTkr",
  "depreciationTkr",
  "financialNetTkr",
] as const;
export type ResultLineName = (typeof RESULT_LINES)[number];

/** A year's result as it was computed, in tkr. */
export const Result = z.object({
  year: Year,
  taxTkr: Tkr,
  operationsTkr: Tkr,
  taxAndGrantsTkr: Tkr,
  resultTkr: Tkr,
  /** Result as a share of tax and general grants, per cent with one decimal. */
  resultPercent: z.number(),
  /** All lines of the year's position, where the budget has an opening balance. */
  lines: LineAmounts.optional(),
});
export type Result = ReadOnly<z.output<typeof Result>>;

/** What the formulas of goals may name of a result without a position. */
export const linesOf = (result: Result): Lines =>
  result.lines ?? {
    tax: result.taxTkr,
    equalisation: result.taxAndGrantsTkr - result.taxTkr,
    taxAndGrants: result.taxAndGrantsTkr,
    operations: -result.operationsTkr,
    financialNet: result.resultTkr - result.operationsTkr - result.taxAndGrantsTkr,
    result: result.resultTkr,
  };

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

/** A financial goal of any formula over a year's lines, with what it gives and whether it is met (§1.2, P-5). */
export const financialGoalOutcome = (goal: FinancialGoal, result: Result) => ({
  id: goal.id,
  text: goal.text,
  ...goalOutcome(goal, result.year, linesOf(result)),
});
