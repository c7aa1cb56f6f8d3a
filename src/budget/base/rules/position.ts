import { z } from "zod";
import type { ReadOnly } from "../../../kernel/read-only.ts";
import { byYear, Tkr, TkrFromNothing, Year } from "./fields.ts";
import type { CapitalCost, InvestmentCost } from "./investment.ts";
import { type Lines, OPENING_LINES, YEAR_LINES } from "./result-lines.ts";

const keyed = <K extends string, S extends z.ZodType>(keys: readonly K[], shape: S): Record<K, S> =>
  Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>;
const Percent = z.number().min(0).max(20);

const EarlierDeficit = z.object({
  /** The year whose balance result was negative. */
  year: Year,
  /** What is left of it to restore when the first year begins. */
  amountTkr: TkrFromNothing,
  restoreBy: Year,
});
export type EarlierDeficit = ReadOnly<z.output<typeof EarlierDeficit>>;

/**
 * How a year's deficit is restored: amounts by year, in tkr, and synnerliga skäl for what is not (KL 11:12–13). The years may lie
 * beyond the plan's.
 */
export const RestoringPlan = z.object({
  deficitYear: Year,
  amountsTkr: byYear(TkrFromNothing),
  /** Why the rest is not restored, as the council puts it. */
  reasons: z.string().max(4000).optional(),
});
export type RestoringPlan = ReadOnly<z.output<typeof RestoringPlan>>;
export const RestoringPlans = z.array(RestoringPlan).max(20);

/** What is left when a year has ended, and the next begins with: the reserve, the deficits, and how they are restored. */
export const BalanceLeft = z.object({
  reserveTkr: TkrFromNothing,
  deficits: z.array(EarlierDeficit).max(40),
  plans: z.array(RestoringPlan).max(40),
});
export type BalanceLeft = ReadOnly<z.output<typeof BalanceLeft>>;

/** The decided report that a reserve and deficits are carried from: written by the server. */
export const CarriedFrom = z.object({
  kind: z.enum(["interim-report", "annual-report"]),
  year: Year,
  decision: z.number().int(),
});
export type CarriedFrom = ReadOnly<z.output<typeof CarriedFrom>>;

/**
 * What the position is computed from beside the allocations and the result, and what happens with it in the plan (E-7). Amounts
 * in whole tkr, rates in per cent. Added in the budget of 2027: older ones have none.
 */
export const PositionInput = z.object({
  /** The balance sheet on the last day before the first year; assets are equity and liabilities together. */
  opening: z.object({ ...keyed(OPENING_LINES, TkrFromNothing), equity: Tkr }),
  /** Resultatreserven at the same time: a part of equity (KL 11:14). */
  reserveTkr: TkrFromNothing,
  /** Pension obligations that stand outside the balance sheet; null where they are not given. */
  pensionsOutsideTkr: TkrFromNothing.nullable(),
  /** Cash that is always kept: what is missing to it is borrowed. */
  leastCashTkr: TkrFromNothing,
  loanRate: Percent,
  internalRate: Percent,
  /** New investments' capital cost is in the allocations of those who use them; they pay it to the municipality itself. */
  capitalInFrames: z.boolean().optional(),
  years: z
    .array(
      z.object({
        year: Year,
        ...keyed(YEAR_LINES, TkrFromNothing),
        provisionsChange: Tkr,
        unrealised: Tkr,
      }),
    )
    .max(12),
  earlierDeficits: z.array(EarlierDeficit).max(20),
  /** Where the reserve and the earlier deficits come from, when a decided report says it; else they are the writer's own. */
  carriedFrom: CarriedFrom.optional(),
});
export type PositionInput = ReadOnly<z.output<typeof PositionInput>>;

export interface YearLines {
  readonly year: number;
  readonly lines: Lines;
}

export interface Position {
  /** The year before the first, with what the opening balance says. */
  readonly opening: YearLines;
  readonly years: readonly YearLines[];
  readonly projects: readonly InvestmentCost[];
  readonly capitalCosts: readonly CapitalCost[];
}
