import { wholeDecimals } from "../../../kernel/whole-decimals.ts";

/** How a goal or an indicator stands: Nås · Delvis · Nås ej · Kan ej bedömas. */
export const JUDGEMENTS = ["met", "partly", "not-met", "cannot-judge"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Which values are good: at least the target, at most it, where it has been, or from the target to `targetTo`. */
export const INDICATOR_DIRECTIONS = ["up", "down", "keep", "within"] as const;
export type IndicatorDirection = (typeof INDICATOR_DIRECTIONS)[number];

export interface Measured {
  readonly baseline: number;
  readonly target: number;
  /** The range's other end; only for "within". */
  readonly targetTo?: number | undefined;
  readonly direction: IndicatorDirection;
}

/** From where to where values are good, both ends among them, in whole numbers of one scale. */
interface Range {
  readonly from?: bigint;
  readonly to?: bigint;
}

/** Values beside the target in whole numbers of one scale; without a range where it lacks an end or has them in the wrong order. */
interface Scaled {
  readonly good: Range | undefined;
  readonly baseline: bigint;
  readonly values: readonly bigint[];
}

function scaled({ baseline, target, targetTo, direction }: Measured, values: readonly number[]): Scaled {
  const [start = 0n, from = 0n, to = 0n, ...whole] = wholeDecimals([
    baseline,
    target,
    targetTo ?? target,
    ...values,
  ]);
  const good = (): Range | undefined => {
    if (direction === "up") return { from };
    if (direction === "down") return { to: from };
    if (direction === "keep") return from < start ? { from, to: start } : { from: start, to: from };
    return targetTo === undefined || to < from ? undefined : { from, to };
  };
  return { good: good(), baseline: start, values: whole };
}

/** How far a value is from a range: below nought under it, above nought over it, 0 in it. */
function away(value: bigint, { from, to }: Range): bigint {
  if (from !== undefined && value < from) return value - from;
  return to !== undefined && value > to ? value - to : 0n;
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * What the latest value says of an indicator (V-7, U-7): met when the target is reached, for "within" when the value lies in the
 * range; partly when at least half the way there from the baseline has been gone; not met otherwise. "keep" says that the value
 * stays: which way would be better isn't known, so a value that has left baseline and target is not met in either direction.
 * Compared as the decimals that people wrote, never as binary. A proposal only: people judge.
 */
export function indicatorStatus(indicator: Measured, latest: number | undefined): Judgement {
  if (latest === undefined) return "cannot-judge";
  const { good, baseline, values } = scaled(indicator, [latest]);
  if (good === undefined) return "cannot-judge";
  const now = away(values[0] as bigint, good);
  if (now === 0n) return "met";
  const before = away(baseline, good);
  if (before === 0n || before < 0n !== now < 0n) return "not-met";
  return size(now) * 2n <= size(before) ? "partly" : "not-met";
}

/** Where a value has gone since the one before it, as the target sees it. */
export type Trend = "better" | "worse" | "same";

/**
 * Whether a value is better than the one before it (V-7). Where more, or less, is better it is so past the target too; where values are
 * to lie in a range, what is nearer to it is better, and within it nothing is.
 */
export function trendBetween(indicator: Measured, before: number, latest: number): Trend {
  const { good, values } = scaled(indicator, [before, latest]);
  const [was = 0n, is = 0n] = values;
  const gained = (better: bigint): Trend => (better > 0n ? "better" : better < 0n ? "worse" : "same");
  if (indicator.direction === "up") return gained(is - was);
  if (indicator.direction === "down") return gained(was - is);
  return good ? gained(size(away(was, good)) - size(away(is, good))) : "same";
}
