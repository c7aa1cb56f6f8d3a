import { sumOf } from "../../../kernel/sum.ts";
import { type InternalLine, internalSumTkr } from "./rows.ts";
import { type Job, type WageTerms, wageLines } from "./wage-budget.ts";

interface Split {
  readonly lines: readonly InternalLine[];
  readonly jobs?: readonly Job[] | undefined;
  readonly wages?: WageTerms | undefined;
}

export const INTERNAL_BRIDGE_STEPS = ["lines", "ended", "new", "wages"] as const;
export type InternalBridgeStep = (typeof INTERNAL_BRIDGE_STEPS)[number];

/**
 * From last year's internal budget to the year's (E-6, E-8), in tkr: the lines, jobs that have ended and new ones, and what wages and
 * charges make of the jobs that go on, with the wage budget's rounding. The steps sum to the difference.
 */
export function internalBridge(last: Split, now: Split, year: number) {
  const sums = (split: Split, of: number) => {
    const written = sumOf(split.lines.map(({ amountTkr }) => amountTkr));
    const whole = internalSumTkr({
      lines: split.lines,
      wageLines: wageLines(split.jobs ?? [], split.wages, of),
    });
    return { written, whole, wages: whole - written };
  };
  const missing = (from: Split, to: Split) => {
    const ids = new Set((to.jobs ?? []).map(({ id }) => id));
    return (from.jobs ?? []).filter(({ id }) => !ids.has(id));
  };
  const costTkr = (jobs: readonly Job[], { wages }: Split, of: number) =>
    sumOf(wageLines(jobs, wages, of).map(({ amountTkr }) => amountTkr));
  const [was, is] = [sums(last, year - 1), sums(now, year)];
  const endedTkr = 0 - costTkr(missing(last, now), last, year - 1);
  const newTkr = costTkr(missing(now, last), now, year);
  const amounts: Readonly<Record<InternalBridgeStep, number>> = {
    lines: is.written - was.written,
    ended: endedTkr,
    new: newTkr,
    wages: is.wages - was.wages - endedTkr - newTkr,
  };
  return {
    planTkr: was.whole,
    steps: INTERNAL_BRIDGE_STEPS.map((step) => ({ step, amountTkr: amounts[step] })),
    startTkr: is.whole,
  };
}
