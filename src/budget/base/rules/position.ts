import type { CapitalCost, InvestmentCost } from "./investment.ts";
import type { Lines, OPENING_LINES, YEAR_LINES } from "./result-lines.ts";

/** What the position is computed from beside the allocations and the result (E-7). Amounts in whole tkr, rates in per cent. */
export interface PositionInput {
  /** The balance sheet on the last day before the first year; assets are equity and liabilities together. */
  readonly opening: Readonly<Record<(typeof OPENING_LINES)[number], number>>;
  /** Resultatreserven at the same time: a part of equity (KL 11:14). */
  readonly reserveTkr: number;
  /** Pension obligations that stand outside the balance sheet; null where they are not given. */
  readonly pensionsOutsideTkr: number | null;
  /** Cash that is always kept: what is missing to it is borrowed. */
  readonly leastCashTkr: number;
  readonly loanRate: number;
  readonly internalRate: number;
  /** New investments' capital cost is in the allocations of those who use them; they pay it to the municipality itself. */
  readonly capitalInFrames?: boolean | undefined;
  readonly years: readonly ({ readonly year: number } & Readonly<
    Record<(typeof YEAR_LINES)[number], number>
  >)[];
  readonly earlierDeficits: readonly EarlierDeficit[];
}

export interface EarlierDeficit {
  /** The year whose balance result was negative. */
  readonly year: number;
  /** What is left of it to restore when the first year begins. */
  readonly amountTkr: number;
  readonly restoreBy: number;
}

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
