import type { ReadOnly } from "../../../kernel/read-only.ts";
import type { Investment } from "../../base/rules/investment.ts";
import type { Position } from "../../base/rules/position.ts";
import type { ResultInput } from "../../base/rules/result.ts";
import { spentIn } from "./investments.ts";

/**
 * What the operations cost beside the allocations, each measure by itself, signed as in the result: costs are negative. Whole
 * tkr. With the allocations they sum to the operations' net cost.
 */
export interface Beside {
  readonly year: number;
  /** Pensions, reserves and other that no body has, as the budget gives it. */
  readonly centralTkr: number;
  /** What the allocations pay for new investments: an internal income. */
  readonly internalCapitalTkr: number;
  /** Of what there is already and of new investments. */
  readonly depreciationTkr: number;
  readonly dissolvedGrantsTkr: number;
  /** With the interest on new loans. */
  readonly financialNetTkr: number;
}

interface Basis {
  readonly resultInput: readonly ResultInput[];
  readonly statements?: ReadOnly<Position> | undefined;
}

/**
 * The one source of what stands beside the allocations (E-7): from the position where there is one, otherwise as it is given.
 * A budget without an opening balance has nothing that follows of its investments.
 */
export const besideAllocations = ({ resultInput, statements }: Basis): Beside[] =>
  resultInput.map((given) => {
    const lines = statements?.years.find(({ year }) => year === given.year)?.lines;
    const { year, centralTkr } = given;
    if (!lines)
      return {
        year,
        centralTkr,
        internalCapitalTkr: 0,
        depreciationTkr: given.depreciationTkr,
        dissolvedGrantsTkr: 0,
        financialNetTkr: given.financialNetTkr,
      };
    return {
      year,
      centralTkr: 0 - (lines.central ?? 0),
      internalCapitalTkr: lines.internalCapital ?? 0,
      depreciationTkr: 0 - (lines.depreciation ?? 0),
      dissolvedGrantsTkr: lines.dissolvedGrants ?? 0,
      financialNetTkr: lines.financialNet ?? 0,
    };
  });

/** What is spent on each investment in a year of the plan, with what was carried over to its first, and on all together; tkr. */
export function investmentsOf(
  { investments, resultInput }: Basis & { readonly investments: readonly Investment[] },
  year: number,
): { readonly spentTkr: readonly number[]; readonly totalTkr: number } {
  const first = resultInput[0]?.year ?? year;
  const spentTkr = investments.map((one) => spentIn(one, first, year));
  return { spentTkr, totalTkr: spentTkr.reduce((sum, tkr) => sum + tkr, 0) };
}
