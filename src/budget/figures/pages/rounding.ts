import { Exact, roundHalfAwayFromZero } from "../../../kernel/money.ts";
import type { AllocationLine, AllocationYear, Step } from "../../base/rules/allocation.ts";

/** How a step's exact amounts became whole tkr together (E-8): each line's part, and the sum that they are held to. */
export interface TogetherRounded {
  readonly lines: readonly { readonly line: AllocationLine; readonly exactTkr: string }[];
  readonly exactSumTkr: string;
  readonly wholeSumTkr: number;
  /** The whole lines sum to the exact sum rounded half away from zero. */
  readonly holds: boolean;
}

/** The lines of a computed step over all bodies, as they were rounded together. */
export function togetherRounded(year: AllocationYear, step: Step): TogetherRounded {
  const lines = year.lines.flatMap((line) =>
    line.origin.step === step && "exactTkr" in line.origin ? [{ line, exactTkr: line.origin.exactTkr }] : [],
  );
  const exact = lines.reduce((sum, { exactTkr }) => sum.plus(exactTkr), new Exact(0));
  const wholeSumTkr = lines.reduce((sum, { line }) => sum + line.amountTkr, 0);
  return {
    lines,
    exactSumTkr: exact.toFixed(),
    wholeSumTkr,
    holds: wholeSumTkr === roundHalfAwayFromZero(exact),
  };
}
