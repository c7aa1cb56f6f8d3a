/** A bar of a waterfall: a `total` stands on the ground, a `change` hangs where the one before it ended. Amounts in tkr. */
export interface WaterfallPart {
  readonly id: string;
  readonly label: string;
  readonly kind: "total" | "change";
  readonly amountTkr: number;
}

export interface WaterfallBar extends WaterfallPart {
  /** The running amount before and after the bar, in tkr; a total goes from 0. */
  readonly fromTkr: number;
  readonly toTkr: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly labelX: number;
  readonly labelY: number;
  readonly valueX: number;
  readonly valueY: number;
}

export interface WaterfallLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly WaterfallBar[];
  /** Thin lines from where a bar ends down to where the next begins. */
  readonly joints: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  readonly ticks: readonly { readonly tkr: number; readonly x: number }[];
  /** Where the scale begins, in tkr; above 0 the totals are cut and the picture must say so. */
  readonly scaleFromTkr: number;
  readonly plot: {
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Below this width a label stands above its bar instead of beside it. */
const NARROW = 560;
const LABEL_COLUMN = 208;
const BAR = 24;
const ROW_WIDE = 44;
const ROW_NARROW = 64;
const LABEL_ABOVE = 20;
const AXIS = 28;
const GAP = 8;
/** Room that a value beside its bar needs at most: a figure of a character each, in the text's size. */
const CHARACTER = 9;
/** A change that is not nothing is never thinner than a line. */
const THINNEST = 2;
/** When the changes are less than this part of the totals the scale begins above 0, so that they can be seen. */
const SMALL_SHARE = 0.25;

const end = (part: WaterfallPart, running: number) =>
  part.kind === "total" ? part.amountTkr : running + part.amountTkr;

/**
 * Places a waterfall's bars row by row for a width in px (model §2.2, E-8). Lengths are in proportion to amounts on one
 * scale for all bars. Each row has its own label and value, so nothing overlaps at any width. `format` gives a value its text,
 * which is as wide as it is long.
 */
export function waterfallLayout(
  parts: readonly WaterfallPart[],
  width: number,
  format: (part: WaterfallPart) => string,
): WaterfallLayout {
  const narrow = width < NARROW;
  const row = narrow ? ROW_NARROW : ROW_WIDE;
  const valueRoom = Math.max(0, ...parts.map((part) => format(part).length)) * CHARACTER + GAP;
  const plotX = narrow ? 0 : LABEL_COLUMN;
  const plotWidth = Math.max(80, width - plotX - valueRoom);
  const spans = spansOf(parts);
  const scale = scaleOf(spans);
  const at = (tkr: number) =>
    plotX + ((Math.max(tkr, scale.from) - scale.from) / (scale.to - scale.from || 1)) * plotWidth;

  const bars = spans.map(({ part, fromTkr, toTkr }, index): WaterfallBar => {
    const left = at(Math.min(fromTkr, toTkr));
    const length = at(Math.max(fromTkr, toTkr)) - left;
    const thick = part.amountTkr === 0 ? 0 : Math.max(length, THINNEST);
    const y = index * row + (narrow ? LABEL_ABOVE : (row - BAR) / 2);
    return {
      ...part,
      fromTkr,
      toTkr,
      x: left,
      width: thick,
      y,
      height: BAR,
      labelX: 0,
      labelY: narrow ? y - 6 : y + BAR / 2 + 5,
      valueX: left + thick + GAP,
      valueY: y + BAR / 2 + 5,
    };
  });
  const bottom = parts.length * row;
  return {
    width,
    height: bottom + AXIS,
    bars,
    joints: bars.slice(1).map((bar, i) => {
      const above = bars[i] as WaterfallBar;
      return { x: at(above.toTkr), y1: above.y + BAR, y2: bar.y };
    }),
    ticks: ticksBetween(scale.from, scale.to, plotWidth).map((tkr) => ({ tkr, x: at(tkr) })),
    scaleFromTkr: scale.from,
    plot: { x: plotX, width: plotWidth, top: 0, bottom },
  };
}

function spansOf(parts: readonly WaterfallPart[]) {
  let running = 0;
  return parts.map((part) => {
    const fromTkr = part.kind === "total" ? 0 : running;
    running = end(part, running);
    return { part, fromTkr, toTkr: running };
  });
}

/** From 0 (or below) where changes are large; else from a round amount just under what the bars reach. */
function scaleOf(spans: readonly { part: WaterfallPart; toTkr: number }[]): { from: number; to: number } {
  const ends = spans.map((span) => span.toTkr);
  const lowest = Math.min(...ends, Number.POSITIVE_INFINITY);
  const highest = Math.max(...ends, 0);
  if (ends.length === 0) return { from: 0, to: 1 };
  if (lowest <= 0 || highest - lowest > highest * SMALL_SHARE)
    return { from: Math.min(0, lowest), to: highest };
  const spread = highest - lowest || highest * 0.01 || 1;
  const step = niceStep(spread);
  return { from: Math.max(0, Math.floor((lowest - spread * 0.6) / step) * step), to: highest };
}

const TICK_ROOM = 96;

function ticksBetween(from: number, to: number, width: number): number[] {
  const step = niceStep((to - from) / Math.max(1, Math.floor(width / TICK_ROOM)));
  const ticks: number[] = [];
  for (let tkr = Math.ceil(from / step) * step; tkr <= to; tkr += step) ticks.push(tkr + 0);
  return ticks;
}

/** The nearest of 1, 2, 5 × a power of ten that is not below the amount; whole, since amounts are whole tkr. */
export function niceStep(amount: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(amount, 1)));
  return [1, 2, 5, 10].map((n) => n * power).find((step) => step >= amount) ?? 10 * power;
}
