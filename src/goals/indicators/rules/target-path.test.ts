import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../../kernel/day.ts";
import { expectedOn, pathPoints, pathStanding } from "./target-path.ts";

const reading = { baseline: 79, baselineYear: 2025, target: 90, direction: "up", path: [] } as const;

test("V-7: the way is straight from the end of the baseline's year to the end of the goal's", () => {
  const way = pathPoints(reading, 2028);
  expect(way).toEqual([
    { day: "2025-12-31", value: 79 },
    { day: "2028-12-31", value: 90 },
  ]);
  expect([expectedOn(way, "2025-01-01", 0), expectedOn(way, "2030-01-01", 0)]).toEqual([79, 90]);
  expect([0, 1, 2].map((decimals) => expectedOn(way, "2027-06-15", decimals))).toEqual([84, 84.3, 84.33]);
});

test("V-7: where values are set out on the way it goes through them", () => {
  const path = [
    { day: "2027-12-31", value: 82 },
    { day: "2026-12-31", value: 80 },
  ] as const;
  const way = pathPoints({ ...reading, path }, 2028);
  expect(way.map(({ value }) => value)).toEqual([79, 80, 82, 90]);
  for (const { day, value } of path) expect(expectedOn(way, day, 0)).toBe(value);
  // What lies past the target's day is no part of the way
  const past = [{ day: "2031-01-01", value: 200 }] as const;
  expect(pathPoints({ ...reading, path: past }, 2028)).toHaveLength(2);
});

test("V-7: what is expected lies between the corners beside the day, and at a corner it is the corner's", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 0, max: 1500 }),
      (baseline, target, days) => {
        const way = pathPoints({ ...reading, baseline, target }, 2028);
        const expected = expectedOn(way, addDays("2025-06-01", days), 2);
        expect(expected).toBeGreaterThanOrEqual(Math.min(baseline, target));
        expect(expected).toBeLessThanOrEqual(Math.max(baseline, target));
      },
    ),
  );
});

test.each([
  ["more is better: at what is expected", reading, 84.33, true, 84.33, null],
  ["more is better: below it", reading, 84.2, false, 84.3, null],
  ["more is better: as finely as it is measured", reading, 84, true, 84, null],
  ["less is better", { ...reading, baseline: 12, target: 8, direction: "down" }, 9.9, true, 10.1, null],
  ["to be kept", { ...reading, baseline: 92, target: 90, direction: "keep" }, 91, true, 90, 92],
  ["in a range", { ...reading, target: 20, targetTo: 25, direction: "within" }, 26, false, 20, 25],
] as const)("V-7: on the way, %s", (_name, indicator, value, onPath, expected, expectedTo) => {
  const day = "2027-06-15";
  expect(pathStanding(indicator, 2028, { day, value })).toEqual({ onPath, value, day, expected, expectedTo });
});

test("V-7: a range that lacks its other end says nothing", () => {
  expect(
    pathStanding({ ...reading, direction: "within" }, 2028, { day: "2027-06-15", value: 1 }),
  ).toBeUndefined();
});
