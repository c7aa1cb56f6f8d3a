/** How a goal or an indicator stands: Nås · Delvis · Nås ej · Kan ej bedömas. */
export const JUDGEMENTS = ["met", "partly", "not-met", "cannot-judge"] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

export interface Measured {
  readonly baseline: number;
  readonly target: number;
  readonly direction: "up" | "down" | "keep";
}

/**
 * What the latest value says of an indicator (V-7, U-7): met when the target is reached; partly when at least half the way
 * from the baseline has been gone; not met otherwise. "keep" holds as long as the value is no worse than the target.
 * A proposal only: people judge.
 */
export function indicatorStatus(indicator: Measured, latest: number | undefined): Judgement {
  if (latest === undefined) return "cannot-judge";
  const { baseline, target, direction } = indicator;
  const sign = direction === "down" ? -1 : 1;
  if (sign * (latest - target) >= 0) return "met";
  const way = target - baseline;
  if (way === 0 || Math.sign(way) !== sign) return "not-met";
  return (latest - baseline) / way >= 0.5 ? "partly" : "not-met";
}
