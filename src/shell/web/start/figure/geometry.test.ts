import fc from "fast-check";
import { expect, test } from "vitest";
import { stepDates } from "../../../../year/rules/dates.ts";
import { MODEL_WHEEL } from "../../../../year/rules/model-wheel.ts";
import {
  angleOf,
  COMPACT,
  fits,
  laneRadii,
  lanesOf,
  linesOf,
  parts,
  sectors,
  slice,
  spanIn,
  WIDE,
  wordLine,
} from "./geometry.ts";

const FULL = 2 * Math.PI;

test("A-13: the year begins at the top and goes clockwise, leap years too", () => {
  expect(angleOf("2027-01-01", 2027)).toBe(0);
  expect(angleOf("2028-12-31", 2028)).toBeLessThan(FULL);
  expect(angleOf("2028-07-01", 2028)).toBeCloseTo((182 / 366) * FULL);
  expect(angleOf("2029-01-01", 2028)).toBeCloseTo(FULL);
});

test("A-13: a step is cut at the turns of the year, and its last day counts", () => {
  expect(spanIn(2027, "2027-12-01", "2028-01-31")?.to).toBe(FULL);
  expect(spanIn(2027, "2026-12-01", "2027-01-31")?.from).toBe(0);
  expect(spanIn(2027, "2026-01-01", "2026-03-31")).toBeUndefined();
  const day = spanIn(2027, "2027-03-31", "2027-03-31");
  expect(day && day.to > day.from).toBe(true);
});

test("A-13: no two steps in a lane overlap, and there are no more lanes than steps at once", () => {
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 1, max: 120 }))
      .map(([from, length]) => ({ from, to: from + length })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(spans, (all) => {
      const lanes = lanesOf(all);
      for (const [i, a] of all.entries())
        for (const [j, b] of all.entries())
          if (i < j && lanes[i] === lanes[j] && a.from < b.to && b.from < a.to) return false;
      const atOnce = Math.max(
        0,
        ...all.map((one) => all.filter((other) => other.from <= one.from && one.from < other.to).length),
      );
      return Math.max(0, ...lanes.map((lane) => lane + 1)) === atOnce;
    }),
  );
});

test("A-13: the rings lie outside each other in both sizes, four planning lanes and two of follow-up included", () => {
  for (const rings of [WIDE, COMPACT]) {
    const [plansInner, plansOuter] = rings.plans;
    expect(rings.vision).toBeLessThan(rings.strategic[0]);
    expect(rings.strategic[1]).toBeLessThanOrEqual(rings.goals - rings.dot);
    expect(rings.goals + rings.dot).toBeLessThanOrEqual(Math.max(rings.bodies, plansInner));
    expect(plansOuter).toBeLessThan(laneRadii(rings, "follow-up", 1)[0]);
    expect(laneRadii(rings, "follow-up", 0)[1]).toBeLessThanOrEqual(rings.months[0]);
    expect(rings.months[1]).toBeLessThanOrEqual(laneRadii(rings, "planning", 0)[0]);
    expect(laneRadii(rings, "planning", 3)[1]).toBeLessThanOrEqual(rings.half);
  }
});

test("T-1: words along a ring are turned in its lower half, so that they are never upside down", () => {
  const sweep = (line: string) => / 0 [01] ([01]) /.exec(line)?.[1];
  expect(sweep(wordLine(300, { from: 0.1, to: 0.5 }))).toBe("1");
  expect(sweep(wordLine(300, { from: 2.9, to: 3.4 }))).toBe("0");
  expect(sweep(wordLine(300, { from: 5.5, to: 6 }))).toBe("1");
});

test("T-1: words that do not fit along their slice are left to the panel and the list", () => {
  expect(fits("Budget", 14, 350, { from: 0, to: 0.5 })).toBe(true);
  expect(fits("Budget", 14, 350, { from: 0, to: 0.05 })).toBe(false);
});

test("V-9: sectors share the circle, the first one's middle at the top, and parts share their sector", () => {
  const three = sectors(3);
  expect(three[0]).toEqual({ from: -FULL / 6, to: FULL / 6 });
  expect(three.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(FULL);
  const four = parts({ from: 0, to: 1 }, 4, 0.1);
  expect(four).toHaveLength(4);
  expect(four[0]?.from).toBeCloseTo(0.1);
  expect(four[3]?.to).toBeCloseTo(0.9);
});

test("T-1: a slice is drawn even where it is thinner than its air, and long names break between words", () => {
  expect(slice([100, 120], { from: 1, to: 1.001 })).not.toContain("NaN");
  expect(linesOf("Söderåsstaden med mod att pröva nytt", 16)).toEqual([
    "Söderåsstaden",
    "med mod att",
    "pröva nytt",
  ]);
});

test("A-13: the model's own wheel takes no more lanes than the picture has", () => {
  for (const year of [2027, 2028])
    for (const [track, most] of [
      ["planning", 4],
      ["follow-up", 2],
    ] as const) {
      const spans = MODEL_WHEEL.filter((step) => step.track === track)
        .map((step) => stepDates(step, year))
        .filter(({ from, due }) => from !== due)
        .sort((a, b) => a.due.localeCompare(b.due))
        .flatMap(({ from, due }) => spanIn(year, from, due) ?? []);
      expect(Math.max(...lanesOf(spans)) + 1, `${track} ${year}`).toBeLessThanOrEqual(most);
    }
});
