import { area, line } from "d3-shape";
import { twelfths } from "../../budget/internal/rules/to-date.ts";
import { niceScale } from "../../platform/ui/nice-scale.ts";

/** What a body's year looks like so far. Net costs in whole tkr. */
export interface YearFacts {
  readonly allocationTkr: number | null;
  /** How the allocation falls on the months; null in reports from before that was kept, which had twelfths. */
  readonly budgetMonthsTkr: readonly number[] | null;
  readonly forecastTkr: number | null;
  /** January first, as far as the accounts reach. */
  readonly byMonth: readonly { readonly month: number; readonly outcomeTkr: number }[];
}

export interface MonthRow {
  readonly month: number;
  readonly outcomeTkr: number | null;
  readonly budgetTkr: number | null;
  /** Since January. */
  readonly outcomeSumTkr: number | null;
  readonly budgetSumTkr: number | null;
  /** Budget − outcome since January: negative when more is used. */
  readonly deviationTkr: number | null;
}

/** The year month by month, with sums since January: the picture's table. */
export function monthRows({ allocationTkr, budgetMonthsTkr, byMonth }: YearFacts): MonthRow[] {
  const budgets = allocationTkr === null ? undefined : (budgetMonthsTkr ?? twelfths(allocationTkr));
  let outcomeSum: number | null = 0;
  let budgetSum = 0;
  return Array.from({ length: MONTHS }, (_, i) => {
    const month = i + 1;
    const outcomeTkr: number | null = byMonth.find((m) => m.month === month)?.outcomeTkr ?? null;
    outcomeSum = outcomeTkr === null || outcomeSum === null ? null : outcomeSum + outcomeTkr;
    const budgetTkr = budgets?.[i] ?? null;
    budgetSum += budgetTkr ?? 0;
    const budgetSumTkr = budgets ? budgetSum : null;
    return {
      month,
      outcomeTkr,
      budgetTkr,
      outcomeSumTkr: outcomeSum,
      budgetSumTkr,
      deviationTkr: outcomeSum === null || budgetSumTkr === null ? null : budgetSumTkr - outcomeSum,
    };
  });
}

export interface EndLabel {
  readonly of: "budget" | "outcome" | "forecast";
  readonly tkr: number;
  readonly x: number;
  readonly y: number;
}

export interface OutcomeLayout {
  readonly width: number;
  readonly height: number;
  /** `deviation`: budget − outcome since January, the budget is the line at 0; `sum`: outcome since January, without a budget. */
  readonly shows: "deviation" | "sum";
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly months: readonly { readonly month: number; readonly x: number }[];
  readonly ticks: readonly { readonly tkr: number; readonly y: number }[];
  readonly zeroY: number;
  readonly outcomePath: string;
  /** The area between the outcome and the budget. */
  readonly areaPath: string;
  /** From where the accounts end to what the body believes of the year. */
  readonly forecastPath: string;
  readonly points: readonly {
    readonly month: number;
    readonly tkr: number;
    readonly x: number;
    readonly y: number;
  }[];
  readonly forecastPoint: { readonly x: number; readonly y: number } | undefined;
  readonly labels: readonly EndLabel[];
}

const MONTHS = 12;
const NARROW = 520;
const TICK_ROOM = 72;
const LABEL_ROOM_WIDE = 176;
const LABEL_ROOM_NARROW = 12;
const TOP = 24;
const PLOT_HEIGHT = 240;
const BELOW = 32;
const LABEL_HEIGHT = 22;
const TICKS = 4;

/**
 * A body's year as a line, for a width in px (§2.5): how much less (up) or more (down) than budgeted has been used since
 * January, where there is a budget; a year's outcome lies so near its budget that two lines would look like one. The lines
 * end with labels that never overlap.
 */
export function outcomeLayout(facts: YearFacts, width: number): OutcomeLayout {
  const { allocationTkr, forecastTkr } = facts;
  const shows = allocationTkr === null ? "sum" : "deviation";
  const outcome = monthRows(facts).flatMap((row): readonly (readonly [number, number])[] => {
    const tkr = shows === "sum" ? row.outcomeSumTkr : row.deviationTkr;
    return tkr === null ? [] : [[row.month, tkr]];
  });
  const last = outcome.at(-1);
  const believed =
    forecastTkr === null ? undefined : allocationTkr === null ? forecastTkr : allocationTkr - forecastTkr;
  const forecast =
    believed !== undefined && last && last[0] < MONTHS ? ([MONTHS, believed] as const) : undefined;
  const narrow = width < NARROW;
  const plot = {
    left: TICK_ROOM,
    right: Math.max(TICK_ROOM + 120, width - (narrow ? LABEL_ROOM_NARROW : LABEL_ROOM_WIDE)),
    top: TOP,
    bottom: TOP + PLOT_HEIGHT,
  };
  const all = [0, ...outcome.map(([, tkr]) => tkr), ...(forecast ? [forecast[1]] : [])];
  const scale = niceScale(Math.min(...all), Math.max(...all), TICKS);
  const x = (month: number) => plot.left + (month / MONTHS) * (plot.right - plot.left);
  const y = (tkr: number) =>
    plot.bottom - ((tkr - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top);
  const at = ([month, tkr]: readonly [number, number]): [number, number] => [x(month), y(tkr)];
  const path = (points: readonly (readonly [number, number])[]) =>
    points.length > 1 ? (line()(points.map(at)) ?? "") : "";
  const drawn = outcome.length > 0 ? [[0, 0] as const, ...outcome] : [];
  const end = forecast ?? last;
  const ends: EndLabel[] = [
    ...(shows === "deviation" ? [{ of: "budget" as const, tkr: 0, x: x(MONTHS), y: y(0) }] : []),
    ...(end
      ? [
          {
            of: forecast ? ("forecast" as const) : ("outcome" as const),
            tkr: end[1],
            x: x(end[0]),
            y: y(end[1]),
          },
        ]
      : []),
  ];
  return {
    width: plot.right + (narrow ? LABEL_ROOM_NARROW : LABEL_ROOM_WIDE),
    height: plot.bottom + BELOW,
    shows,
    plot,
    months: Array.from({ length: MONTHS }, (_, i) => ({ month: i + 1, x: x(i + 1) })),
    ticks: scale.ticks.map((tkr) => ({ tkr, y: y(tkr) })),
    zeroY: y(0),
    outcomePath: path(drawn),
    areaPath:
      drawn.length > 1
        ? (area<readonly [number, number]>(
            ([m]) => x(m),
            y(0),
            ([, tkr]) => y(tkr),
          )(drawn) ?? "")
        : "",
    forecastPath: last && forecast ? path([last, forecast]) : "",
    points: outcome.map(([month, tkr]) => ({ month, tkr, x: x(month), y: y(tkr) })),
    forecastPoint: forecast ? { x: x(MONTHS), y: y(forecast[1]) } : undefined,
    // On a phone the sentence over the picture says the figures
    labels: narrow ? [] : apart(ends),
  };
}

/** Moves labels apart so that each has a line of its own, in the order of their places. On whole px: sums of them are exact. */
function apart(labels: readonly EndLabel[]): EndLabel[] {
  const ordered = [...labels].sort((a, b) => a.y - b.y);
  const placed: EndLabel[] = [];
  for (const label of ordered) {
    const above = placed.at(-1);
    const own = Math.round(label.y);
    const y = above ? Math.max(own, above.y + LABEL_HEIGHT) : own;
    placed.push({ ...label, y });
  }
  return placed;
}
