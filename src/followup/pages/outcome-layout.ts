import { line } from "d3-shape";
import { budgetByMonth } from "../rules/economy.ts";

/** What a body's year looks like so far. Net costs in whole tkr. */
export interface YearFacts {
  readonly allocationTkr: number | null;
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
export function monthRows({ allocationTkr, byMonth }: YearFacts): MonthRow[] {
  const budgets = allocationTkr === null ? undefined : budgetByMonth(allocationTkr);
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
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly months: readonly { readonly month: number; readonly x: number }[];
  readonly ticks: readonly { readonly tkr: number; readonly y: number }[];
  readonly budgetPath: string;
  readonly outcomePath: string;
  /** From where the accounts end to what the body believes of the year. */
  readonly forecastPath: string;
  readonly points: readonly { readonly month: number; readonly x: number; readonly y: number }[];
  readonly forecastPoint: { readonly x: number; readonly y: number } | undefined;
  readonly labels: readonly EndLabel[];
}

const MONTHS = 12;
const NARROW = 520;
const TICK_ROOM = 72;
const LABEL_ROOM_WIDE = 168;
const LABEL_ROOM_NARROW = 12;
const TOP = 24;
const PLOT_HEIGHT = 240;
const BELOW = 32;
const LABEL_HEIGHT = 22;
const TICKS = 4;

/**
 * Outcome since January beside the budget since January, for a width in px (§2.5): where the outcome lies above the budget
 * more is used than planned. The lines end with labels that never overlap.
 */
export function outcomeLayout(facts: YearFacts, width: number): OutcomeLayout {
  const rows = monthRows(facts);
  const narrow = width < NARROW;
  const plot = {
    left: TICK_ROOM,
    right: Math.max(TICK_ROOM + 120, width - (narrow ? LABEL_ROOM_NARROW : LABEL_ROOM_WIDE)),
    top: TOP,
    bottom: TOP + PLOT_HEIGHT,
  };
  const sums = rows.flatMap((row) => [row.outcomeSumTkr ?? 0, row.budgetSumTkr ?? 0]);
  const scale = niceScale(
    Math.min(0, ...sums, facts.forecastTkr ?? 0),
    Math.max(1, ...sums, facts.forecastTkr ?? 0),
  );
  const x = (month: number) => plot.left + (month / MONTHS) * (plot.right - plot.left);
  const y = (tkr: number) =>
    plot.bottom - ((tkr - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top);
  const draw = line<readonly [number, number]>(
    ([month]) => x(month),
    ([, tkr]) => y(tkr),
  );
  const path = (points: readonly (readonly [number, number])[]) =>
    points.length > 1 ? (draw([...points]) ?? "") : "";
  const outcome = rows.flatMap((row) =>
    row.outcomeSumTkr === null ? [] : [[row.month, row.outcomeSumTkr] as const],
  );
  const last = outcome.at(-1);
  const { forecastTkr, allocationTkr } = facts;
  const forecast =
    forecastTkr !== null && last && last[0] < MONTHS ? ([MONTHS, forecastTkr] as const) : undefined;
  const ends: EndLabel[] = [
    ...(allocationTkr === null
      ? []
      : [{ of: "budget" as const, tkr: allocationTkr, x: x(MONTHS), y: y(allocationTkr) }]),
    ...(forecast ? [{ of: "forecast" as const, tkr: forecast[1], x: x(MONTHS), y: y(forecast[1]) }] : []),
    ...(last && (!forecast || last[0] === MONTHS)
      ? [{ of: "outcome" as const, tkr: last[1], x: x(last[0]), y: y(last[1]) }]
      : []),
  ];
  return {
    width: Math.max(width, plot.right + (narrow ? LABEL_ROOM_NARROW : LABEL_ROOM_WIDE)),
    height: plot.bottom + BELOW,
    plot,
    months: rows.map(({ month }) => ({ month, x: x(month) })),
    ticks: scale.ticks.map((tkr) => ({ tkr, y: y(tkr) })),
    budgetPath: path([
      [0, 0],
      ...rows.flatMap((r) => (r.budgetSumTkr === null ? [] : [[r.month, r.budgetSumTkr] as const])),
    ]),
    outcomePath: path(outcome.length > 0 ? [[0, 0], ...outcome] : []),
    forecastPath: last && forecast ? path([last, forecast]) : "",
    points: outcome.map(([month, tkr]) => ({ month, x: x(month), y: y(tkr) })),
    forecastPoint: forecast ? { x: x(MONTHS), y: y(forecast[1]) } : undefined,
    // On a phone the sentence over the picture says the figures
    labels: narrow ? [] : apart(ends),
  };
}

/** Moves labels apart so that each has a line of its own, in the order of their places. */
function apart(labels: readonly EndLabel[]): EndLabel[] {
  const ordered = [...labels].sort((a, b) => a.y - b.y);
  const placed: EndLabel[] = [];
  for (const label of ordered) {
    const above = placed.at(-1);
    const y = above ? Math.max(label.y, above.y + LABEL_HEIGHT) : label.y;
    placed.push({ ...label, y });
  }
  return placed;
}

function niceScale(low: number, high: number): { from: number; to: number; ticks: number[] } {
  const rough = (high - low) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power;
  const from = Math.floor(low / step) * step;
  const to = Math.ceil(high / step) * step;
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, i) => from + i * step) };
}
