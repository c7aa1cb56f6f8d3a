import { AGE_GROUPS, type AgeGroup, type PopulationYear, peopleOf, TOP_AGE } from "../rules/population.ts";

export type SeriesId = "outcome" | "forecast" | "other";

export interface Point {
  readonly year: number;
  readonly people: number;
}
export interface Series {
  readonly id: SeriesId;
  readonly points: readonly Point[];
}

/** The ages of a picture or a row: a group, or all ages together. */
export const ALL_AGES: AgeGroup = { id: "all", from: 0, to: TOP_AGE };
export const GROUPS: readonly AgeGroup[] = [ALL_AGES, ...AGE_GROUPS];

export interface Shown {
  readonly outcomes: readonly PopulationYear[];
  readonly forecast: readonly PopulationYear[];
}

/** A group's people by year: counted, expected, and expected by the forecast that it is compared with. */
export function seriesOf(group: AgeGroup, shown: Shown, other: Shown | undefined): Series[] {
  const points = (years: readonly PopulationYear[]) =>
    years.map(({ year, people }): Point => ({ year, people: peopleOf(people, group) }));
  const outcome = points(shown.outcomes);
  // The forecast's line begins where the last count before it ends
  const joined = (of: Shown): Point[] => {
    const first = of.forecast[0]?.year ?? 0;
    const last = points(of.outcomes.filter(({ year }) => year < first)).at(-1);
    return [...(last && last.year === first - 1 ? [last] : []), ...points(of.forecast)];
  };
  const all: Series[] = [
    { id: "outcome", points: outcome },
    { id: "forecast", points: joined(shown) },
    ...(other ? [{ id: "other" as const, points: joined(other) }] : []),
  ];
  return all.filter(({ points: some }) => some.length > 0);
}

const PLOT = { left: 52, right: 268, top: 10, bottom: 92 };
export const PANEL = { width: 280, height: 116, plot: PLOT } as const;

export interface PanelLayout {
  readonly lines: readonly {
    readonly id: SeriesId;
    readonly path: string;
    readonly last: { x: number; y: number };
  }[];
  readonly low: number;
  readonly high: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** One group's picture: its scale holds what it shows and no more, with the lowest and the highest named. */
export function panelLayout(series: readonly Series[]): PanelLayout | undefined {
  const points = series.flatMap((one) => one.points);
  if (points.length === 0) return undefined;
  const years = points.map(({ year }) => year);
  const people = points.map((point) => point.people);
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  const [low, high] = [Math.min(...people), Math.max(...people)];
  const x = (year: number) =>
    lastYear === firstYear
      ? (PLOT.left + PLOT.right) / 2
      : PLOT.left + ((year - firstYear) / (lastYear - firstYear)) * (PLOT.right - PLOT.left);
  const y = (n: number) =>
    high === low
      ? (PLOT.top + PLOT.bottom) / 2
      : PLOT.bottom - ((n - low) / (high - low)) * (PLOT.bottom - PLOT.top);
  const lines = series.map(({ id, points: some }) => {
    const sorted = [...some].sort((a, b) => a.year - b.year);
    const end = sorted.at(-1) as Point;
    return {
      id,
      path: sorted.map((p, i) => `${i === 0 ? "M" : "L"}${round(x(p.year))},${round(y(p.people))}`).join(""),
      last: { x: round(x(end.year)), y: round(y(end.people)) },
    };
  });
  return { lines, low, high, firstYear, lastYear };
}

const round = (n: number) => Math.round(n * 10) / 10;

/** What a group's line says: its first and last year with a number, whichever series they come from. */
export function endsOf(
  series: readonly Series[],
): { readonly first: Point; readonly last: Point } | undefined {
  const points = series
    .filter(({ id }) => id !== "other")
    .flatMap((one) => one.points)
    .sort((a, b) => a.year - b.year);
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? { first, last } : undefined;
}
