import { type Day, dayOf, yearOf } from "../../../kernel/day.ts";
import { niceScale } from "../../../platform/ui/nice-scale.ts";
import { type OnItsWay, pathPoints } from "../rules/target-path.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An indicator's time as a picture of some px: what was measured beside the way to the target. */
export interface IndicatorLayout {
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Each year in its middle, as many as there is room for. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
  /** The way to the target, or where values are to stay. */
  readonly wayPath: string;
  readonly valuePath: string;
  readonly points: readonly (Point & { readonly day: string; readonly value: number })[];
  readonly target: Point;
  /** Where values are good, where that lies between two. */
  readonly band: { readonly y: number; readonly height: number } | undefined;
}

export interface PictureFacts extends OnItsWay {
  readonly values: readonly { readonly day: string; readonly value: number }[];
}

const HEIGHT = 220;
const LEFT = 56;
const RIGHT = 16;
const TOP = 16;
const BELOW = 28;
const TICKS = 4;
const YEAR_ROOM = 48;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export function indicatorLayout(facts: PictureFacts, targetYear: number, width: number): IndicatorLayout {
  const way = pathPoints(facts, targetYear);
  const [start, end] = [way[0] as { day: Day }, way.at(-1) as { day: Day }];
  const values = [...facts.values].sort((a, b) => a.day.localeCompare(b.day));
  const days = [start.day, end.day, ...values.map(({ day }) => day)].sort();
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  const between = bandOf(facts);
  const all = [...way, ...values].map(({ value }) => value).concat(between ?? []);
  const scale = niceScale(Math.min(...all), Math.max(...all), TICKS);
  const plot = { left: LEFT, right: Math.max(width - RIGHT, LEFT + 1), top: TOP, bottom: HEIGHT - BELOW };
  const span = Math.max(timeOf(last) - timeOf(first), 1);
  const x = (day: string) =>
    round(plot.left + ((timeOf(day) - timeOf(first)) / span) * (plot.right - plot.left));
  const y = (value: number) =>
    round(plot.bottom - ((value - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top));
  const at = ({ day, value }: { readonly day: string; readonly value: number }): Point => ({
    x: x(day),
    y: y(value),
  });
  const points = values.map((one) => ({ ...one, ...at(one) }));
  return {
    height: HEIGHT,
    plot,
    ticks: scale.ticks.map((value) => ({ value, y: y(value) })),
    years: yearsBetween(first, last, plot.right - plot.left).map((year) => ({
      year,
      x: x(middle(year, first, last)),
    })),
    wayPath: between ? "" : straight(way.map(at)),
    valuePath: points.length > 1 ? straight(points) : "",
    points,
    target: at(way.at(-1) as { day: string; value: number }),
    band: between && { y: y(between[1]), height: y(between[0]) - y(between[1]) },
  };
}

/** From where to where values are good, where they are to be kept or to lie in a range. */
function bandOf({ baseline, target, targetTo, direction }: OnItsWay): readonly [number, number] | undefined {
  if (direction === "keep") return [Math.min(baseline, target), Math.max(baseline, target)];
  return direction === "within" && targetTo !== undefined && targetTo >= target
    ? [target, targetTo]
    : undefined;
}

/** The years of which a part is in the picture; every other, or fewer, where there is not room for all. */
function yearsBetween(first: Day, last: Day, width: number): number[] {
  // A way that begins on the last day of a year begins the next
  const from = first.slice(5) === "12-31" ? yearOf(first) + 1 : yearOf(first);
  const count = Math.max(yearOf(last) - from + 1, 1);
  const each = Math.max(1, Math.ceil((count * YEAR_ROOM) / Math.max(width, 1)));
  return Array.from({ length: count }, (_, i) => from + i).filter((_, i) => i % each === 0);
}

/** The middle of what of a year is in the picture. */
function middle(year: number, first: Day, last: Day): string {
  const from = Math.max(timeOf(dayOf(year, 1, 1)), timeOf(first));
  const to = Math.min(timeOf(dayOf(year, 12, 31)), timeOf(last));
  return new Date((from + to) / 2).toISOString().slice(0, 10);
}

const straight = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${x},${y}`).join("L")}`;

/** A tenth of a px is nothing to see. */
const round = (px: number): number => Math.round(px * 10) / 10;
