import { type Language, numberText, withUnit } from "../../../kernel/format.ts";
import { type FinancialGoalUnit, goalDecimals } from "./financial-goals.ts";

/** A financial goal's target or outcome with its unit, by the units' names: per cent with a decimal at least, amounts in whole (P-5). */
export const goalValueText = (
  value: number,
  unit: FinancialGoalUnit,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (unit: FinancialGoalUnit) => string },
): string =>
  withUnit(numberText(value, language, unit === "percent" ? goalDecimals(value) : 0), nameOf(unit), language);
