import type { Position, YearLines } from "../../base/rules/position.ts";
import type { Result, ResultInput } from "../../base/rules/result.ts";
import type { Lines } from "../../base/rules/result-lines.ts";

interface Explained {
  readonly statements: Position | null;
  readonly results: readonly Result[];
  readonly resultInput: readonly ResultInput[];
}

/**
 * The lines that a budget's result is explained by (E-7, E-8): those of its position, or, where no opening balance is given,
 * the income statement alone, which the result input and the allocations are enough for.
 */
export function statementsOf({ statements, results, resultInput }: Explained): Position {
  if (statements) return statements;
  const years = results.flatMap((result): YearLines[] => {
    const input = resultInput.find((line) => line.year === result.year);
    return input ? [{ year: result.year, lines: incomeOf(result, input) }] : [];
  });
  return {
    opening: { year: (years[0]?.year ?? 1) - 1, lines: {} },
    years,
    projects: [],
    capitalCosts: [],
  };
}

/** Costs are positive in lines, as in the statements, and negative in the result. */
const incomeOf = (result: Result, input: ResultInput): Lines => ({
  tax: result.taxTkr,
  equalisation: input.equalisationTkr,
  taxAndGrants: result.taxAndGrantsTkr,
  allocations: input.centralTkr + input.depreciationTkr - result.operationsTkr + 0,
  central: 0 - input.centralTkr,
  givenDepreciation: 0 - input.depreciationTkr,
  newDepreciation: 0,
  depreciation: 0 - input.depreciationTkr,
  dissolvedGrants: 0,
  operations: 0 - result.operationsTkr,
  givenFinancialNet: input.financialNetTkr,
  newInterest: 0,
  financialNet: input.financialNetTkr,
  result: result.resultTkr,
});
