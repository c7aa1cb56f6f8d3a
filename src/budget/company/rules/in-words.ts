import { tkrText } from "../../../kernel/format.ts";
import type { CompanyLines } from "./company-lines.ts";

/** A company's budget in one sentence: the year's result, what is invested, and how the loans move (E-1). */
export function companyInWords(
  { result = 0, investments = 0, loans = 0, openingLoans = 0 }: CompanyLines,
  name: string,
  year: number,
): string {
  const moved = loans - openingLoans;
  return [
    `${name} budgeterar ${tkrText(result, "sv")} i resultat ${year}`,
    `investerar ${tkrText(investments, "sv")}`,
    moved === 0
      ? "lånen är oförändrade"
      : `lånen ${moved > 0 ? "ökar" : "minskar"} med ${tkrText(Math.abs(moved), "sv")}`,
  ].join(", ");
}
