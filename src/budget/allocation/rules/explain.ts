import { ownValue } from "../../../kernel/own-value.ts";
import { sumOf } from "../../../kernel/sum.ts";
import {
  type Allocation,
  type AllocationLine,
  STEPS,
  type Step,
  stepOf,
} from "../../base/rules/allocation.ts";

export interface Explained {
  readonly year: number;
  readonly openingTkr: number;
  readonly steps: readonly {
    readonly step: Step;
    readonly amountTkr: number;
    readonly lines: readonly AllocationLine[];
  }[];
  readonly closingTkr: number;
}

/**
 * How a body's allocation of a year came about, or the whole's when no body is given: from the year before through the four
 * steps (E-8). The parts sum exactly; that they do is asserted, since everything shown hangs on it. Undefined when the year
 * or the body is not in the allocation.
 */
export function explain(
  allocation: Allocation,
  of: { year: number; body?: string | undefined },
): Explained | undefined {
  const year = allocation.years.find((y) => y.year === of.year);
  if (!year || (of.body !== undefined && !Object.hasOwn(year.frames, of.body))) return undefined;
  const pick = (frames: Readonly<Record<string, number>>) =>
    of.body === undefined ? sumOf(Object.values(frames)) : (ownValue(frames, of.body) ?? 0);
  const steps = STEPS.map((step) => {
    const lines = year.lines.filter(
      (line) => stepOf(line) === step && (of.body === undefined || line.body === of.body),
    );
    return { step, lines, amountTkr: sumOf(lines.map((line) => line.amountTkr)) };
  });
  const openingTkr = pick(year.opening);
  const closingTkr = pick(year.frames);
  if (openingTkr + sumOf(steps.map((s) => s.amountTkr)) !== closingTkr)
    throw new Error(`the steps do not sum to the allocation of ${of.body ?? "the whole"} in ${of.year}`);
  return { year: of.year, openingTkr, steps, closingTkr };
}
