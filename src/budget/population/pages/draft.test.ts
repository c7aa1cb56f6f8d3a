import { describe, expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import type { Budget } from "../../base/contract.ts";
import { withForecast } from "../../matter/pages/with-forecast.ts";
import type { PopulationForecast } from "../contract.ts";
import { AGES } from "../rules/population.ts";
import { beginForecast, projectedNow, withYears } from "./draft.ts";

const ages = (n: number) => Array.from({ length: AGES }, () => n);
const year = (y: number, n: number, sexes = true) => ({
  year: y,
  people: ages(n),
  women: sexes ? ages(Math.floor(n / 2)) : null,
});
const TODAY = "2027-03-01" as PopulationForecast["madeOn"];

describe("E-3: a forecast is begun from what is known", () => {
  test("the outcomes of the one before are there, and a projection from the last that is counted by sex", () => {
    const empty = beginForecast(undefined, TODAY, 2028);
    expect([empty.outcomes, empty.projection]).toEqual([[], null]);
    const begun = beginForecast(
      { ...empty, outcomes: [year(2024, 100), year(2025, 100), year(2026, 100, false)] },
      TODAY,
      2028,
    );
    expect(begun.projection).toMatchObject({ startYear: 2025, lastYear: 2035 });
    expect(projectedNow(begun)?.length).toBe(10);
    expect(projectedNow({ ...begun, method: "imported" })).toBeUndefined();
  });
  test("reading the same table in again changes nothing, and a year is never there twice", () => {
    const begun = beginForecast(undefined, TODAY, 2028);
    const once = withYears(begun, "outcomes", [year(2025, 100), year(2026, 110)], 2028);
    expect(once.projection?.startYear).toBe(2026);
    expect(withYears(once, "outcomes", [year(2025, 100), year(2026, 110)], 2028)).toEqual(once);
    const mended = withYears(once, "outcomes", [year(2026, 120)], 2028);
    expect(mended.outcomes.map((o) => [o.year, sumOf(o.people)])).toEqual([
      [2025, 100 * AGES],
      [2026, 120 * AGES],
    ]);
    const imported = withYears(once, "forecast", [year(2027, 100, false)], 2028);
    expect([imported.method, imported.forecast.length]).toEqual(["imported", 1]);
  });
});

test("E-8: a budget has one source of its people, whatever it had before", () => {
  const content = {
    sources: [
      { what: "Befolkningsprognos", source: "Gissat" },
      { what: "Priser", source: "Lista" },
    ],
  } as unknown as Budget;
  const words = { what: "Befolkningsprognos", source: "SCB (version 1)" };
  const once = withForecast(
    content,
    { matter: "population-forecast:kommunstyrelsen:2027", version: 1 },
    words,
  );
  const twice = withForecast(once, { matter: "population-forecast:kommunstyrelsen:2027", version: 2 }, words);
  expect(twice.sources).toEqual([
    { ...words, from: { matter: "population-forecast:kommunstyrelsen:2027", version: 2 } },
    { what: "Priser", source: "Lista" },
  ]);
});
