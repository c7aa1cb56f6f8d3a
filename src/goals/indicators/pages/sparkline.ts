/** What a small line picture shows of an indicator: from its baseline towards its target, with what was measured (V-7). */
export interface SparklineFacts {
  readonly baseline: number;
  readonly baselineYear: number;
  readonly target: number;
  readonly targetYear: number;
  readonly values: readonly { readonly day: string; readonly value: number }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Sparkline {
  readonly baseline: Point;
  readonly target: Point;
  readonly points: readonly (Point & { readonly day: string; readonly value: number })[];
  /** From the baseline through the measured values. */
  readonly path: string;
  /** The straight way from the baseline to the target. */
  readonly wayPath: string;
}

const DAYS_A_YEAR = 365.25;
const PAD = 8;

/** A day as a year with its part: 2027-07-02 is about 2027.5. A year alone is its last day. */
const timeOf = (day: string) =>
  Number(day.slice(0, 4)) +
  (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${day.slice(0, 4)}-01-01T00:00:00Z`)) /
    86_400_000 /
    DAYS_A_YEAR;

/** Points in a picture of the given size in px. Values outside baseline and target widen the scale; nothing is cut off. */
export function sparkline(
  facts: SparklineFacts,
  size: { width: number; height: number },
  pad = PAD,
): Sparkline {
  const values = [...facts.values].sort((a, b) => (a.day < b.day ? -1 : 1));
  const from = { time: facts.baselineYear + 1, value: facts.baseline };
  const to = { time: facts.targetYear + 1, value: facts.target };
  const all = [from, to, ...values.map(({ day, value }) => ({ time: timeOf(day), value }))];
  const scale = (pick: (p: { time: number; value: number }) => number, length: number) => {
    const low = Math.min(...all.map(pick));
    const high = Math.max(...all.map(pick));
    const room = length - 2 * pad;
    return (n: number) => (high === low ? length / 2 : pad + ((n - low) / (high - low)) * room);
  };
  const x = scale((p) => p.time, size.width);
  const y = scale((p) => p.value, size.height);
  const point = (p: { time: number; value: number }): Point => ({
    x: x(p.time),
    y: size.height - y(p.value),
  });
  const points = values.map(({ day, value }) => ({ ...point({ time: timeOf(day), value }), day, value }));
  const [baseline, target] = [point(from), point(to)];
  return {
    baseline,
    target,
    points,
    path: points.length > 0 ? straight([baseline, ...points]) : "",
    wayPath: straight([baseline, target]),
  };
}

const straight = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${round(x)},${round(y)}`).join("L")}`;

/** A thousandth of a px is nothing to see. */
const round = (px: number): number => Math.round(px * 1000) / 1000;
