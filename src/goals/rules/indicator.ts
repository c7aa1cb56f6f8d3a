import { Exact } from "../../kernel/money.ts";

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

interface Range {
  readonly from?: Exact;
  readonly to?: Exact;
}

/** The values that meet the target, both ends among them; undefined for a range that lacks an end or has them in the wrong order. */
export function goodRange({ baseline, target, targetTo, direction }: Measured): Range | undefined {
  const [from, start] = [new Exact(target), new Exact(baseline)];
  if (direction === "up") return { from };
  if (direction === "down") return { to: from };
  if (direction === "keep") return { from: Exact.min(from, start), to: Exact.max(from, start) };
  return targetTo === undefined || targetTo < target ? undefined : { from, to: new Exact(targetTo) };
}

/** How far a value is from a range: below nought under it, above nought over it, 0 in it. */
export function away(value: Exact, { from, to }: Range): Exact {
  if (from && value.lessThan(from)) return value.minus(from);
  return to && value.greaterThan(to) ? value.minus(to) : new Exact(0);
}

/**
 * What the latest value says of an indicator (V-7, U-7): met when the target is reached, for "within" when the value lies in the
 * range; partly when at least half the way there from the baseline has been gone; not met otherwise. "keep" says that the value
 * stays: which way would be better isn't known, so a value that has left baseline and target is not met in either direction.
 * Compared as the decimals that people wrote, never as binary. A proposal only: people judge.
 */
export function indicatorStatus(indicator: Measured, latest: number | undefined): Judgement {
  const good = goodRange(indicator);
  if (latest === undefined || good === undefined) return "cannot-judge";
  const now = away(new Exact(latest), good);
  if (now.isZero()) return "met";
  const before = away(new Exact(indicator.baseline), good);
  if (before.isZero() || before.isNegative() !== now.isNegative()) return "not-met";
  return now.abs().times(2).lessThanOrEqualTo(before.abs()) ? "partly" : "not-met";
}
