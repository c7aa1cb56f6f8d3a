import { expect, test } from "vitest";
import { AGES, type PopulationYear } from "../rules/population.ts";
import { ALL_AGES, endsOf, PANEL, panelLayout, seriesOf } from "./layout.ts";

const year = (y: number, n: number): PopulationYear => ({
  year: y,
  people: Array.from({ length: AGES }, (_, age) => (age === 7 ? n : 0)),
  women: null,
});
const shown = { outcomes: [year(2024, 10), year(2025, 20)], forecast: [year(2026, 30), year(2027, 40)] };
const other = { outcomes: [year(2020, 5)], forecast: [year(2026, 60)] };

test("E-3: a forecast's line begins at the last count, and a hole before it is left open", () => {
  const series = seriesOf(ALL_AGES, shown, other);
  expect(series.map(({ id, points }) => [id, points.map((p) => [p.year, p.people])])).toEqual([
    [
      "outcome",
      [
        [2024, 10],
        [2025, 20],
      ],
    ],
    [
      "forecast",
      [
        [2025, 20],
        [2026, 30],
        [2027, 40],
      ],
    ],
    ["other", [[2026, 60]]],
  ]);
  expect(seriesOf({ id: "80-", from: 80, to: 100 }, { outcomes: [], forecast: [] }, undefined)).toEqual([]);
});

test("E-3: a picture's scale is its own: the lowest stands at the bottom, the highest at the top", () => {
  const layout = panelLayout(seriesOf(ALL_AGES, shown, undefined));
  expect(layout).toMatchObject({ low: 10, high: 40, firstYear: 2024, lastYear: 2027 });
  expect(layout?.lines[0]?.path).toMatch(new RegExp(`^M${PANEL.plot.left},${PANEL.plot.bottom}L`));
  expect(layout?.lines[1]?.last).toEqual({ x: PANEL.plot.right, y: PANEL.plot.top });
  expect(panelLayout([])).toBeUndefined();
  // One year of one number is a point in the middle, not a division by nothing
  expect(
    panelLayout(seriesOf(ALL_AGES, { outcomes: [year(2024, 3)], forecast: [] }, undefined))?.lines[0]?.path,
  ).toBe("M160,51");
});

test("E-3: what the picture says in words is the first and the last year of the forecast that is looked at", () => {
  expect(endsOf(seriesOf(ALL_AGES, shown, other))).toEqual({
    first: { year: 2024, people: 10 },
    last: { year: 2027, people: 40 },
  });
});
