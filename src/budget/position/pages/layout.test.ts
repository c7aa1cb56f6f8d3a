import fc from "fast-check";
import { expect, test } from "vitest";
import { positionLayout } from "./layout.ts";

const year = (y: number, result: number, netInvestments: number, netDebt: number) => ({
  year: y,
  lines: { result, netInvestments, netDebt },
});

test("E-7: a deficit hangs below the zero line, an investment stands on it, and nothing leaves the picture", () => {
  const layout = positionLayout([year(2027, -10, 40, 100), year(2028, 20, 0, 90)], 720);
  const of = (series: string, at: number) =>
    layout.bars.find((bar) => bar.series === series && bar.year === at);
  expect(of("result", 2027)?.y).toBe(layout.zeroY);
  const built = of("netInvestments", 2027);
  expect((built?.y ?? 0) + (built?.height ?? 0)).toBeCloseTo(layout.zeroY);
  expect(of("netInvestments", 2028)?.height).toBe(0);
  expect(layout.debtPath).not.toBe("");
});

test("E-7: whatever the amounts and the width, all is a number within the picture", () => {
  const tkr = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tkr, tkr, tkr), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 200, max: 1400 }),
      (rows, width) => {
        const layout = positionLayout(
          rows.map(([a, b, c], i) => year(2027 + i, a, b, c)),
          width,
        );
        for (const bar of layout.bars) {
          expect(bar.y).toBeGreaterThanOrEqual(0);
          expect(bar.y + bar.height).toBeLessThanOrEqual(layout.height);
          expect(bar.x).toBeGreaterThanOrEqual(layout.left);
          expect(bar.x + bar.width).toBeLessThanOrEqual(layout.right);
        }
      },
    ),
  );
});
