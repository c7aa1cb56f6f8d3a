import type { Result } from "../../base/rules/result.ts";
import { balanceRemarks, type ExceptionalReasons } from "./balance-requirement.ts";

/**
 * What a year lacks to balance by the law's rule (KL 11:5, 11:6), tkr: nought where revenue and cost are the same and the law asks
 * for more. Undefined for a year that balances, or whose deficit the reserve covers.
 */
export function lackingTkr(
  results: readonly Result[],
  exceptional: ExceptionalReasons | null,
  year: number,
): number | undefined {
  const fromReserve = results.map((result) => result.lines?.fromReserve ?? 0);
  const found = balanceRemarks(results, exceptional, fromReserve).find(
    ({ params }) => params.year === year && params.missingTkr !== undefined,
  );
  return found && Number(found.params.missingTkr);
}
