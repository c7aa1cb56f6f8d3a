import type { Adjustment, AllocationInput } from "../../base/rules/allocation-input.ts";
import type { Investment } from "../../base/rules/investment.ts";
import { investmentCost } from "./investments.ts";

interface Basis {
  readonly input: AllocationInput;
  readonly investments: readonly Investment[];
  readonly position?:
    | { readonly internalRate: number; readonly capitalInFrames?: boolean | undefined }
    | undefined;
}

/**
 * The input with each body's capital cost of new investments in its allocation, where the budget says so (E-1): for each
 * investment and year an adjustment of as much as depreciation and internal interest change from the year before. They are
 * made anew each time from the investments, whatever stood there; without the switch there are none. Those of a body that has
 * no allocation are left out.
 */
export function withCapitalInFrames({ input, investments, position }: Basis): AllocationInput {
  const given = input.adjustments.filter((adjustment) => !adjustment.capital);
  const made = position?.capitalInFrames ? capitalAdjustments(input, investments, position.internalRate) : [];
  return given.length === input.adjustments.length && made.length === 0
    ? input
    : { ...input, adjustments: [...given, ...made] };
}

function capitalAdjustments(
  { years, bodies }: AllocationInput,
  investments: readonly Investment[],
  internalRate: number,
): Adjustment[] {
  return investments.flatMap((investment, index) => {
    const { body, name: text } = investment;
    if (!bodies.includes(body)) return [];
    const cost = investmentCost(investment, years, internalRate);
    let before = cost.before;
    return cost.years.flatMap((now): Adjustment[] => {
      const depreciationTkr = now.depreciationTkr - before.depreciationTkr;
      const interestTkr = now.internalInterestTkr - before.internalInterestTkr;
      before = now;
      if (depreciationTkr === 0 && interestTkr === 0) return [];
      const capital = { investment: index, depreciationTkr, interestTkr };
      return [{ body, year: now.year, amountTkr: depreciationTkr + interestTkr, text, capital }];
    });
  });
}

/**
 * What the allocations of a year hold of the capital cost of new investments, of one body or all: since an adjustment lasts,
 * the sum of the changes so far. The same amount is an internal income beside the allocations.
 */
export function capitalInFramesTkr(
  adjustments: readonly Pick<Adjustment, "body" | "year" | "amountTkr" | "capital">[],
  year: number,
  body?: string,
): number {
  let sum = 0;
  for (const { body: of, year: since, amountTkr, capital } of adjustments)
    if (capital && since <= year && (body === undefined || of === body)) sum += amountTkr;
  return sum;
}
