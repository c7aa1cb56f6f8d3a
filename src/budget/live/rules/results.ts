import { type Result, resultOf } from "../../base/rules/result.ts";
import { positionOf, withNewCosts } from "../../position/rules/position.ts";
import type { ScenarioBase } from "./changes.ts";

/**
 * The results of a base's years from its allocations, as a budget has them when it is saved: with its position, what new
 * investments and loans cost, where it has an opening balance (E-7). Their lines hold the debt.
 */
export function scenarioResults(
  { input, resultInput, position, investments = [] }: ScenarioBase,
  totalsTkr: readonly number[],
): Result[] {
  const total = (y: number) => totalsTkr[y] ?? 0;
  const results = resultInput.map((line, y) => resultOf(total(y), line));
  if (!position) return results;
  // By body it is the same sum: only the whole is asked for
  const allocations = input.years.map((year, y) => ({ year, totalTkr: total(y), frames: {} }));
  const { population, adjustments } = input;
  const statements = positionOf({
    position,
    investments,
    resultInput,
    results,
    allocations,
    population,
    adjustments,
  });
  return withNewCosts(resultInput, statements).map((line, y) => ({
    ...resultOf(total(y), line),
    lines: statements.years[y]?.lines,
  }));
}
