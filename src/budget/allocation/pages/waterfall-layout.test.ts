import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { niceStep, type WaterfallPart, waterfallLayout } from "./waterfall-layout.ts";

const parts = (opening: number, changes: readonly number[]): WaterfallPart[] => [
  { id: "opening", label: "Ram 2026", kind: "total", amountTkr: opening },
  ...changes.map((amountTkr, i) => ({ id: `s${i}`, label: `Steg ${i}`, kind: "change" as const, amountTkr })),
  {
    id: "frame",
    label: "Ram 2027",
    kind: "total",
    amountTkr: opening + changes.reduce((sum, change) => sum + change, 0),
  },
];
const format = (part: WaterfallPart) => String(part.amountTkr);
const amounts = fc.integer({ min: -90_000, max: 90_000 });
const any = fc.record({
  opening: fc.integer({ min: 0, max: 1_200_000 }),
  changes: fc.array(amounts, { minLength: 1, maxLength: 8 }),
  width: fc.integer({ min: 280, max: 1400 }),
});

describe("the waterfall's layout", () => {
  test("E-8: each change begins where the one before it ended, and the last ends at the frame", () => {
    const { bars } = waterfallLayout(parts(524_900, [-1500, 3_400, 16_000, -900]), 900, format);
    for (const [i, bar] of bars.slice(1, -1).entries()) expect(bar.fromTkr).toBe(bars[i]?.toTkr);
    expect(bars.at(-2)?.toTkr).toBe(bars.at(-1)?.toTkr);
    expect(bars.at(-1)?.toTkr).toBe(541_900);
  });

  test("E-8: lengths of changes are in proportion to their amounts", () => {
    const { bars } = waterfallLayout(parts(100_000, [4_000, -8_000]), 900, format);
    const [, up, down] = bars;
    expect((down?.width ?? 0) / (up?.width ?? 1)).toBeCloseTo(2, 6);
  });

  test("E-8: small changes of a large allocation can be seen, and the cut scale is told", () => {
    const { bars, scaleFromTkr } = waterfallLayout(parts(524_900, [-1_500, 3_400]), 900, format);
    expect(scaleFromTkr).toBeGreaterThan(0);
    expect(scaleFromTkr).toBeLessThan(523_400);
    expect(bars[1]?.width ?? 0).toBeGreaterThan(40);
  });

  test("E-8: large changes keep a scale from zero", () => {
    expect(waterfallLayout(parts(1_550, [-1_100, 40]), 900, format).scaleFromTkr).toBe(0);
  });

  test("E-8: an allocation below zero is drawn to the left of zero", () => {
    const { bars, scaleFromTkr } = waterfallLayout(parts(100, [-300]), 900, format);
    expect(scaleFromTkr).toBe(-200);
    expect(bars.at(-1)?.width ?? 0).toBeGreaterThan(0);
  });

  test("E-8: a step of nothing has no bar, and every other step has one that shows", () => {
    fc.assert(
      fc.property(any, ({ opening, changes, width }) => {
        for (const bar of waterfallLayout(parts(opening, changes), width, format).bars)
          if (bar.kind === "change") expect(bar.width >= 2).toBe(bar.amountTkr !== 0);
      }),
    );
  });

  test("T-1: labels, bars and values stay inside the picture and never share a row's room", () => {
    fc.assert(
      fc.property(any, ({ opening, changes, width }) => {
        const layout = waterfallLayout(parts(opening, changes), width, format);
        for (const [i, bar] of layout.bars.entries()) {
          expect(bar.x).toBeGreaterThanOrEqual(layout.plot.x - 1e-6);
          expect(bar.valueX + format(bar).length * 9).toBeLessThanOrEqual(width + 4);
          const next = layout.bars[i + 1];
          if (next) expect(Math.min(next.y, next.labelY - 14)).toBeGreaterThanOrEqual(bar.y + bar.height);
          expect(bar.y + bar.height).toBeLessThanOrEqual(layout.height);
        }
      }),
    );
  });

  test("T-1: ticks are round and apart", () => {
    fc.assert(
      fc.property(any, ({ opening, changes, width }) => {
        const { ticks } = waterfallLayout(parts(opening, changes), width, format);
        for (const [i, tick] of ticks.slice(1).entries())
          expect(tick.x - (ticks[i]?.x ?? 0)).toBeGreaterThan(30);
      }),
    );
    expect([0, 1, 3, 7, 12, 480, 5001].map(niceStep)).toEqual([1, 1, 5, 10, 20, 500, 10_000]);
  });
});
