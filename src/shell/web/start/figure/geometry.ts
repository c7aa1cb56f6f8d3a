import { arc } from "d3-shape";
import type { Day } from "../../../../kernel/day.ts";

/** Angles are in radians from twelve o'clock, clockwise; lengths in the units of the figure's own square. */
const FULL = 2 * Math.PI;
const DAY_MS = 86_400_000;

/** How large each ring is. `compact` is the picture on a phone: fewer words, larger letters. */
export interface Rings {
  readonly half: number;
  readonly vision: number;
  readonly strategic: readonly [number, number];
  readonly goals: number;
  readonly dot: number;
  readonly bodies: number;
  readonly plans: readonly [number, number];
  readonly followUp: number;
  readonly months: readonly [number, number];
  readonly planning: number;
  readonly lane: number;
  readonly letters: { readonly step: number; readonly month: number; readonly strategic: number };
}

export const WIDE: Rings = {
  half: 430,
  vision: 84,
  strategic: [90, 146],
  goals: 178,
  dot: 16,
  bodies: 210,
  plans: [226, 238],
  followUp: 302,
  months: [304, 330],
  planning: 332,
  lane: 24,
  letters: { step: 14.5, month: 15, strategic: 18 },
};

export const COMPACT: Rings = {
  half: 240,
  vision: 56,
  strategic: [60, 96],
  goals: 117,
  dot: 10.5,
  bodies: 0,
  plans: [134, 142],
  followUp: 172,
  months: [173, 198],
  planning: 199,
  lane: 10,
  letters: { step: 0, month: 15, strategic: 14 },
};

/** Where a day stands in its year; days of the years around it come before 0 or after a full turn. */
export function angleOf(day: Day | string, year: number): number {
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / DAY_MS;
  return ((Date.parse(`${day}T00:00:00Z`) - start) / DAY_MS / days) * FULL;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of a year that a step takes, its last day included, cut at the turns of the year; undefined if it lies outside. */
export function spanIn(year: number, from: string, due: string): Span | undefined {
  const start = Math.max(0, angleOf(from, year));
  const end = Math.min(FULL, angleOf(due, year) + FULL / 366);
  return end > start ? { from: start, to: end } : undefined;
}

export const monthSpan = (month: number): Span => ({
  from: ((month - 1) / 12) * FULL,
  to: (month / 12) * FULL,
});

/**
 * Gives each span a lane so that none overlap, using as few lanes as there are spans at the same time. Spans keep their
 * order of beginning: what begins first lies nearest the months.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  const lanes: number[] = new Array<number>(spans.length).fill(0);
  const order = spans.map((span, index) => ({ span, index }));
  order.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to || a.index - b.index);
  for (const { span, index } of order) {
    const free = ends.findIndex((end) => end <= span.from + 1e-9);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = span.to;
    lanes[index] = lane;
  }
  return lanes;
}

/** The two radii of a lane: planning lies outside the months, follow-up inside. */
export function laneRadii(rings: Rings, track: "planning" | "follow-up", lane: number): [number, number] {
  const gap = rings.lane * 0.12;
  if (track === "planning") {
    const inner = rings.planning + lane * rings.lane;
    return [inner + gap / 2, inner + rings.lane - gap / 2];
  }
  const outer = rings.followUp - lane * rings.lane;
  return [outer - rings.lane + gap / 2, outer - gap / 2];
}

const MAX_ROUNDING = 4;

/** A slice of a ring as an SVG path, with a little air around it. */
export function slice([inner, outer]: readonly [number, number], { from, to }: Span, air = 1.5): string {
  return (
    arc<null>()
      .innerRadius(inner)
      .outerRadius(outer)
      .startAngle(from)
      .endAngle(to)
      .padAngle(Math.min(air / outer, (to - from) / 3))
      .padRadius(outer)
      .cornerRadius(Math.min(MAX_ROUNDING, (outer - inner) / 4))(null) ?? ""
  );
}

export const pointAt = (radius: number, angle: number): { x: number; y: number } => ({
  x: radius * Math.sin(angle),
  y: -radius * Math.cos(angle),
});

/** A line for words along a ring, turned so that they are never upside down. */
export function wordLine(radius: number, { from, to }: Span): string {
  const middle = (from + to) / 2;
  const below = middle > FULL / 4 && middle < (3 * FULL) / 4;
  const [a, b] = below ? [to, from] : [from, to];
  const start = pointAt(radius, a);
  const end = pointAt(radius, b);
  const large = to - from > Math.PI ? 1 : 0;
  return `M${n(start.x)},${n(start.y)}A${radius},${radius} 0 ${large} ${below ? 0 : 1} ${n(end.x)},${n(end.y)}`;
}

const n = (value: number): string => value.toFixed(2);

const LETTER_WIDTH = 0.5;

/** Whether words of a size fit along a slice; narrow letters of a humanist sans are about half as wide as high. */
export const fits = (words: string, size: number, radius: number, { from, to }: Span): boolean =>
  words.length * size * LETTER_WIDTH + size * 0.6 <= (to - from) * radius;

/** Sectors of equal width for the strategic goals, the first one's middle at the top. */
export function sectors(count: number): Span[] {
  const width = FULL / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({
    from: index * width - width / 2,
    to: (index + 1) * width - width / 2,
  }));
}

/** Cuts a span in equal parts, with air at both ends. */
export function parts({ from, to }: Span, count: number, air = 0.06): Span[] {
  const width = (to - from - 2 * air) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({
    from: from + air + index * width,
    to: from + air + (index + 1) * width,
  }));
}

/** Breaks words into lines of at most so many letters. */
export function linesOf(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
