import { expect, test } from "vitest";
import { AGES, type PopulationYear } from "./population.ts";
import { replacedYears } from "./replaced.ts";

const of = (year: number, each: number, bySex: boolean): PopulationYear => ({
  year,
  people: Array.from({ length: AGES }, () => each),
  women: bySex ? Array.from({ length: AGES }, () => 1) : null,
});
const said = (present: readonly PopulationYear[], read: readonly PopulationYear[]) =>
  replacedYears(present, read).map(({ code, params }) => [code, params]);

test("E-3: a smaller or poorer year that would take a fuller one's place says so first", () => {
  expect(said([of(2025, 3, true)], [of(2025, 3, false)])).toEqual([["replaces-sex", { year: 2025 }]]);
  expect(said([of(2024, 3, true), of(2025, 3, false)], [of(2025, 2, true), of(2026, 1, false)])).toEqual([
    ["replaces-people", { year: 2025, before: AGES * 3, after: AGES * 2 }],
  ]);
  expect(said([of(2025, 3, true)], [of(2025, 3, true)])).toEqual([]);
  expect(said([], [of(2025, 3, true)])).toEqual([]);
});
