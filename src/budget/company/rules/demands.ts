import { type Direction, formulaOutcome } from "../../base/rules/financial-goals.ts";
import { type CompanyLines, type CompanyYear, isCompanyLine } from "./company-lines.ts";

/** What an owner measures a company by; `other` has values that the board writes. */
export const DEMAND_MEASURES = [
  "solidity",
  "return-on-equity",
  "return-on-capital",
  "dividend",
  "loans",
  "other",
] as const;
export type DemandMeasure = (typeof DEMAND_MEASURES)[number];

/** How the figures of the budget give each measure. */
export const MEASURE_FORMULA: Readonly<
  Record<Exclude<DemandMeasure, "other">, { readonly formula: string; readonly unit: "percent" | "tkr" }>
> = {
  solidity: { formula: "adjustedEquity / assets * 100", unit: "percent" },
  "return-on-equity": { formula: "afterFinancial / openingEquity * 100", unit: "percent" },
  "return-on-capital": { formula: "operatingResult / openingAssets * 100", unit: "percent" },
  dividend: { formula: "dividend", unit: "tkr" },
  loans: { formula: "loans", unit: "tkr" },
};

/** The part of what a company has that is its own, per cent; null for one that has nothing. */
export const solidityPercent = (lines: CompanyLines): number | null =>
  formulaOutcome(
    { formula: MEASURE_FORMULA.solidity.formula, direction: "at-least", target: 0 },
    lines,
    isCompanyLine,
  ).outcome;

/** One demand of the owner's directive (KL 10:3). */
export interface Demand {
  readonly id: string;
  readonly text: string;
  readonly measure: DemandMeasure;
  readonly direction: Direction;
  readonly target: number;
  /** Of `other`: what it is counted in, and its values by year. */
  readonly unit?: string | undefined;
  readonly values?: Readonly<Record<string, number>> | undefined;
}

export interface JudgedDemand {
  readonly id: string;
  readonly outcomes: readonly {
    readonly year: number;
    /** Null where it can't be judged. */
    readonly outcome: number | null;
    readonly met: boolean;
  }[];
}

/** Each of the owner's demands held against the budget's figures, year by year: met, not met, or can't be judged. */
export const judgedDemands = (
  demands: readonly Demand[],
  years: readonly CompanyYear[],
): (JudgedDemand & Pick<Demand, "text">)[] =>
  demands.map((demand) => ({
    id: demand.id,
    text: demand.text,
    outcomes: years.map((one) => ({ year: one.year, ...outcomeOf(demand, one) })),
  }));

function outcomeOf(demand: Demand, { year, lines }: CompanyYear): { outcome: number | null; met: boolean } {
  const { measure, direction, target } = demand;
  if (measure !== "other") {
    const { outcome, met } = formulaOutcome(
      { formula: MEASURE_FORMULA[measure].formula, direction, target },
      lines,
      isCompanyLine,
    );
    return { outcome, met };
  }
  const value = demand.values?.[year];
  if (value === undefined) return { outcome: null, met: false };
  return { outcome: value, met: direction === "at-least" ? value >= target : value <= target };
}
