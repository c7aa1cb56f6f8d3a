import { type Day, dayOf } from "../../../kernel/day.ts";
import { decimalsOf } from "./decimals.ts";
import type { Measured } from "./indicator.ts";

export interface PathPoint {
  readonly day: Day;
  readonly value: number;
}

/** What of an indicator its way to the target is made of. */
export interface OnItsWay extends Measured {
  readonly baselineYear: number;
  /** Values by date between baseline and target; without them the way is straight. */
  readonly path: readonly PathPoint[];
}

/** Where a value stands against what was expected of its day. */
export interface PathStanding {
  readonly onPath: boolean;
  readonly value: number;
  readonly day: Day;
  /** What the value was to be at least, at most, or from. */
  readonly expected: number;
  /** The range's other end, where values are to lie between two. */
  readonly expectedTo: number | null;
}

/** The way's corners, in order: the baseline at the end of its year, what was said on the way, the target at the end of the goal's time. */
export function pathPoints(
  { baseline, baselineYear, target, path }: OnItsWay,
  targetYear: number,
): PathPoint[] {
  const from = { day: dayOf(baselineYear, 12, 31), value: baseline };
  const to = { day: dayOf(Math.max(targetYear, baselineYear), 12, 31), value: target };
  const between = path
    .filter(({ day }) => day > from.day && day < to.day)
    .toSorted((a, b) => a.day.localeCompare(b.day));
  return [from, ...between, ...(to.day > from.day ? [to] : [])];
}

const MS_A_DAY = 86_400_000;
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / MS_A_DAY;

/** So finely is it measured: with as many decimals as any of these was written with. */
export const finest = (values: readonly number[]): number => Math.max(0, ...values.map(decimalsOf));

/** The value expected on a day: on the straight line between the corners beside it, as finely as is said. */
export function expectedOn(points: readonly PathPoint[], day: Day, decimals: number): number {
  const [first] = points as readonly [PathPoint];
  const after = points.findIndex((point) => point.day >= day);
  if (after === 0) return first.value;
  const before = points[after < 0 ? points.length - 1 : after - 1] as PathPoint;
  const next = points[after];
  if (!next) return before.value;
  const share = daysBetween(before.day, day) / daysBetween(before.day, next.day);
  return rounded(before.value + (next.value - before.value) * share, decimals);
}

/**
 * Whether a value is on the way to its target (V-7): where more is better at least what is expected of its day, where less is better at
 * most that; where it is to be kept between baseline and target, and where it is to lie in a range within that. What is expected is as
 * fine as what is measured: nobody is off the way by a part that is not counted. Undefined where a range lacks its other end.
 */
export function pathStanding(
  indicator: OnItsWay,
  targetYear: number,
  { day, value }: PathPoint,
): PathStanding | undefined {
  const { baseline, target, targetTo, direction } = indicator;
  const between = (a: number, b: number): PathStanding => ({
    onPath: value >= a && value <= b,
    value,
    day,
    expected: a,
    expectedTo: b,
  });
  if (direction === "within")
    return targetTo === undefined || targetTo < target ? undefined : between(target, targetTo);
  if (direction === "keep") return between(Math.min(baseline, target), Math.max(baseline, target));
  const points = pathPoints(indicator, targetYear);
  const expected = expectedOn(points, day, finest([value, ...points.map((point) => point.value)]));
  const onPath = direction === "up" ? value >= expected : value <= expected;
  return { onPath, value, day, expected, expectedTo: null };
}
