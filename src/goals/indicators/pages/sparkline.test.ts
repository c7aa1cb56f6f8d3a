import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sparkline } from "./sparkline.ts";

const size = { width: 240, height: 64 };
const reading = { baseline: 71, baselineYear: 2025, target: 90, targetYear: 2027, values: [] };

describe("an indicator's line", () => {
  test("V-7: a higher value stands higher, a later one further to the right", () => {
    const { baseline, target, points } = sparkline(
      {
        ...reading,
        values: [
          { day: "2027-06-15", value: 84 },
          { day: "2026-06-15", value: 78 },
        ],
      },
      size,
    );
    expect(points.map((p) => p.day)).toEqual(["2026-06-15", "2027-06-15"]);
    expect(baseline.y).toBeGreaterThan(points[0]?.y ?? 0);
    expect(points[1]?.y ?? 0).toBeGreaterThan(target.y);
    expect(points[1]?.x ?? 0).toBeGreaterThan(points[0]?.x ?? 0);
  });

  test("V-7: without a value there is a way to go but no line", () => {
    const { path, wayPath } = sparkline(reading, size);
    expect(path).toBe("");
    expect(wayPath).toMatch(/^M/);
  });

  test("V-7: all of it stays inside the picture and is a number, also when nothing shall change", () => {
    const value = fc.record({
      day: fc
        .integer({ min: 0, max: 4000 })
        .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)),
      value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), fc.boolean(), (values, keep) => {
        const { baseline, target, points } = sparkline(
          { ...reading, ...(keep ? { target: 71 } : {}), values },
          size,
        );
        for (const { x, y } of [baseline, target, ...points]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(size.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(size.height);
        }
      }),
    );
  });
});
