import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import { formulaValue, readFormula } from "../../base/rules/formula.ts";
import { isLine, type LineId, type Lines } from "../../base/rules/result-lines.ts";

/** What scenarios' positions are compared by (E-7, E-9): lines in tkr, and the usual measures in per cent, as formulas over them. */
export const MEASURES = [
  "balanceResult",
  "toRestore",
  "reserve",
  "netInvestments",
  "newLoans",
  "loans",
  "netDebt",
  "solidity",
  "selfFinancing",
] as const;
export type Measure = (typeof MEASURES)[number];

const PERCENTS = {
  solidity: "equity / assets * 100",
  selfFinancing: "(result + depreciation) / netInvestments * 100",
} as const;

export const isPercent = (measure: Measure): measure is keyof typeof PERCENTS =>
  Object.hasOwn(PERCENTS, measure);

/** A measure of a year: whole tkr, or per cent with one decimal; null where the lines are not known or nothing can be divided by. */
export function measureOf(measure: Measure, lines: Lines | undefined): number | null {
  if (!lines) return null;
  if (!isPercent(measure)) return lines[measure as LineId] ?? null;
  const read = readFormula(PERCENTS[measure], isLine);
  const value = "fault" in read ? null : formulaValue(read.formula, lines);
  return value === null ? null : roundHalfAwayFromZero(new Exact(value).times(10)) / 10;
}
