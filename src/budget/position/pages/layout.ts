import { line } from "d3-shape";
import { niceScale } from "../../../platform/ui/nice-scale.ts";
import type { YearLines } from "../../base/rules/position.ts";

/** The series of the picture: what is earned, what is built, and what is owed beyond the cash. */
export const SERIES = ["result", "netInvestments", "netDebt"] as const;
export type SeriesId = (typeof SERIES)[number];

export interface PositionLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly zeroY: number;
  readonly ticks: readonly { readonly tkr: number; readonly y: number }[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly bars: readonly {
    readonly series: "result" | "netInvestments";
    readonly year: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly debtPath: string;
  readonly debtPoints: readonly { readonly year: number; readonly x: number; readonly y: number }[];
}

const LEFT = 80;
const TOP = 16;
const PLOT = 240;
const BELOW = 32;
const TICKS = 5;
/** Two bars and the air around them. */
const BAR_SHARE = 0.26;

/** Result and net investments as bars side by side, net debt as a line, in one scale of tkr, for a width in px. */
export function positionLayout(years: readonly YearLines[], width: number): PositionLayout {
  const of = (year: YearLines, series: SeriesId) => year.lines[series] ?? 0;
  const all = [0, ...years.flatMap((year) => SERIES.map((series) => of(year, series)))];
  const scale = niceScale(Math.min(...all), Math.max(...all), TICKS);
  const right = Math.max(LEFT + 160, width - 8);
  const y = (tkr: number) => TOP + PLOT - ((tkr - scale.from) / (scale.to - scale.from)) * PLOT;
  const band = (right - LEFT) / Math.max(1, years.length);
  const barWidth = Math.min(56, band * BAR_SHARE);
  const middle = (i: number) => LEFT + band * (i + 0.5);
  const debtPoints = years.map((year, i) => ({ year: year.year, x: middle(i), y: y(of(year, "netDebt")) }));
  return {
    width: right + 8,
    height: TOP + PLOT + BELOW,
    left: LEFT,
    right,
    zeroY: y(0),
    ticks: scale.ticks.map((tkr) => ({ tkr, y: y(tkr) })),
    years: years.map(({ year }, i) => ({ year, x: middle(i) })),
    bars: years.flatMap((year, i) =>
      (["result", "netInvestments"] as const).map((series, place) => {
        const tkr = of(year, series);
        return {
          series,
          year: year.year,
          x: middle(i) + (place - 1) * barWidth,
          y: Math.min(y(tkr), y(0)),
          width: barWidth,
          height: Math.abs(y(tkr) - y(0)),
        };
      }),
    ),
    debtPath:
      debtPoints.length > 1
        ? (line()(debtPoints.map((point): [number, number] => [point.x, point.y])) ?? "")
        : "",
    debtPoints,
  };
}
