import { describe, expect, test } from "vitest";
import { allocate } from "../../allocation/rules/allocate.ts";
import { checkAllocationInput } from "../../allocation/rules/check-input.ts";
import { withParts } from "../../base/rules/result-parts.ts";
import { sampleFacts } from "../../document/testing/budget-facts.ts";
import { grownBy } from "../../live/rules/beyond.ts";
import { withResults } from "../../position/complete.ts";
import { withCapitalInFrames } from "../../position/rules/capital-in-frames.ts";
import { nextYear, sameYear } from "./next-year.ts";

const ORIGIN = { what: "Utgångspunkt", source: "Budget 2027, version 1" };
const { budget, allocation, results } = sampleFacts();
const { content, frozen } = nextYear(budget, ORIGIN);
const moved = allocate(content.input);

describe("E-2: a decided budget moved on one year", () => {
  test("is an input without faults, for the next budget year and two plan years", () => {
    expect(checkAllocationInput(content.input)).not.toHaveProperty("faults");
    expect(content.input.years).toEqual([2028, 2029, 2030]);
    expect(content.resultInput.map((line) => line.year)).toEqual([2028, 2029, 2030]);
    expect(content).not.toHaveProperty("allocation");
    expect(content.sources[0]).toEqual(ORIGIN);
    expect(content.exceptional).toBeNull();
  });

  test("each body starts from its allocation, and the years that both have get the same allocations", () => {
    expect(content.input.base).toEqual(allocation.years[0]?.frames);
    for (const [y, year] of [2028, 2029].entries())
      expect(moved.years[y], String(year)).toMatchObject({ year, frames: allocation.years[y + 1]?.frames });
  });

  test("what was given for the first year only becomes a one-off; what lasts is in the base already", () => {
    const once = budget.input.adjustments.filter((own) => own.oneOff && own.year === 2027);
    expect(once.length).toBeGreaterThan(0);
    expect(content.input.oneOffs).toEqual(
      once.map(({ body, amountTkr, text }) => ({ body, amountTkr, text })),
    );
    expect(content.input.adjustments.every((own) => own.year > 2027)).toBe(true);
  });

  test("what nobody knows of the new last year is carried on as the plan's last year, by what the content says", () => {
    const { assumed } = content;
    const percent = (now: number, before: number) => Math.round((now / before - 1) * 10_000) / 100;
    const [, before, now, carried] = [...budget.resultInput, content.resultInput[2]];
    expect(assumed).toMatchObject({ from: 2029, peopleFrom: 2029, peoplePercent: 0, source: ORIGIN.source });
    expect(assumed?.taxBasePercent).toBe(percent(now?.taxBaseTkr ?? 0, before?.taxBaseTkr ?? 0));
    expect(assumed?.taxBasePercent).toBeGreaterThan(0);
    expect(percent(carried?.taxBaseTkr ?? 0, now?.taxBaseTkr ?? 0)).toBe(assumed?.taxBasePercent);
    expect(assumed?.pricePercent).toBeGreaterThan(0);
    for (const { id, priceKr } of content.input.services)
      expect(priceKr[2030], id).toBe(grownBy(priceKr[2029] ?? 0, assumed?.pricePercent ?? 0));
    for (const line of content.input.indexation) expect(line.rate[2030]).toBe(line.rate[2029]);
    expect(carried?.settlementTkr).toBe(0);
    expect(carried?.equalisationTkr).toBe(
      (now?.equalisationTkr ?? 0) + (assumed?.linesTkr.equalisationTkr ?? 0),
    );
  });

  test("E-3: what is known of people beyond the plan goes along, and nobody is gone before a forecast begins", () => {
    const known = { ...budget.input.population, 2030: { 7: 300 }, 2031: { 7: 301 } };
    const far = nextYear({ ...budget, input: { ...budget.input, population: known } }, ORIGIN);
    expect(far.frozen).toEqual([]);
    expect(far.content.input.population).toMatchObject({ 2030: { 7: 300 }, 2031: { 7: 301 } });
    const late = nextYear(budget, ORIGIN, { 2028: { 7: 300 }, 2029: { 7: 310 }, 2030: { 7: 320 } });
    expect([late.frozen, late.content.input.population[2027]]).toEqual([[2027], { 7: 300 }]);
  });

  test("E-3: a year that no forecast reaches has the people of the last one, and is named; a forecast fills it", () => {
    expect(frozen).toEqual([2030]);
    expect(content.input.population[2030]).toEqual(content.input.population[2029]);
    const forecast = Object.fromEntries([2027, 2028, 2029, 2030].map((y) => [y, { "7": y }]));
    const own = nextYear(budget, ORIGIN, forecast);
    expect(own.frozen).toEqual([]);
    expect(own.content.input.population).toEqual(forecast);
    expect(own.content.sources.every((source) => !("from" in source))).toBe(true);
  });

  test("E-7: the results of the years that both have are the same, and the balance begins as the plan ended", () => {
    const own = withResults(content, content.input, moved);
    for (const [y, result] of own.results?.slice(0, 2).entries() ?? [])
      expect(result.resultTkr, String(result.year)).toBe(results[y + 1]?.resultTkr);
    const { assets, equityAndLiabilities, cash, reserve } = own.statements?.opening.lines ?? {};
    expect(assets).toBe(equityAndLiabilities);
    expect(cash).toBe(budget.statements?.years[0]?.lines.cash);
    expect(reserve).toBe(budget.statements?.years[0]?.lines.reserve);
  });

  test("E-1: an investment goes on with what is spent as long as it is written off, and no longer", () => {
    const school = {
      body: "bildningsnamnden",
      name: "Skola",
      amountsTkr: { 2027: 600, 2028: 400 },
      components: [{ name: "Allt", share: 100, years: 10 }],
      inUseFrom: "2028-01",
    };
    const road = { ...school, name: "Väg", amountsTkr: {}, spentBeforeTkr: 1000, inUseFrom: "2026-07" };
    const written = {
      ...road,
      name: "Inventarier",
      inUseFrom: "2015-01",
      earlier: { amountsTkr: { 2014: 1000 } },
    };
    const with2 = sampleFacts((own) => {
      own.investments = [school, road, written];
    });
    const { content: next } = nextYear(with2.budget, ORIGIN);
    expect(next.investments).toMatchObject([
      {
        name: "Skola",
        amountsTkr: { 2028: 400 },
        spentBeforeTkr: 600,
        earlier: { amountsTkr: { 2027: 600 } },
      },
      { name: "Väg", amountsTkr: {}, spentBeforeTkr: 1000, earlier: { amountsTkr: { 2026: 1000 } } },
    ]);
    const { results: own } = withResults(next, next.input, allocate(next.input));
    for (const y of [0, 1]) expect(own?.[y]?.resultTkr).toBe(with2.results[y + 1]?.resultTkr);
  });

  test("E-1: capital cost in the allocations goes on from where it was, and its income with it", () => {
    const building = {
      body: "bildningsnamnden",
      name: "Skola",
      amountsTkr: { 2026: 0, 2027: 60_000, 2028: 4_000 },
      components: [{ name: "Allt", share: 100, years: 30 }],
      inUseFrom: "2027-07",
    };
    const own = sampleFacts((of) => {
      of.investments = [building];
      of.resultParts = [
        { id: "pensioner", line: "centralTkr", name: "Pensioner", amountsTkr: { 2027: -9, 2028: -8 } },
      ];
      of.resultInput = withParts(of.resultInput, of.resultParts);
      if (of.position) of.position = { ...of.position, capitalInFrames: true };
      of.input = withCapitalInFrames({ input: of.input, investments: of.investments, position: of.position });
    });
    const { content: next } = nextYear(own.budget, ORIGIN);
    const input = withCapitalInFrames({
      input: next.input,
      investments: next.investments,
      position: next.position,
    });
    const later = allocate(input);
    const inFrames = (of: typeof later, year: number) =>
      of.years.find((one) => one.year === year)?.frames.bildningsnamnden ?? 0;
    expect(own.budget.input.adjustments.some((one) => one.capital && one.year === 2027)).toBe(true);
    for (const year of [2028, 2029]) expect(inFrames(later, year)).toBe(inFrames(own.allocation, year));
    expect(withParts(next.resultInput, next.resultParts ?? [])).toEqual(next.resultInput);
    const { results: given } = withResults({ ...next, input }, input, later);
    for (const y of [0, 1]) expect(given?.[y]?.resultTkr).toBe(own.results[y + 1]?.resultTkr);
  });

  test("E-1: in the allocations a finished project goes on as long as it costs, and what was spent last in it too", () => {
    const pool = {
      body: "kultur-och-fritidsnamnden",
      name: "Bad",
      // In use since before, and the last of it spent in the year that passes: written off from the year after
      amountsTkr: { 2027: 9_000 },
      components: [{ name: "Allt", share: 100, years: 30 }],
      inUseFrom: "2026-07",
      spentBeforeTkr: 12_000,
    };
    const old = {
      ...pool,
      name: "Väg",
      amountsTkr: {},
      components: [{ name: "Allt", share: 100, years: 20 }],
    };
    const own = sampleFacts((of) => {
      of.investments = [pool, old];
      if (of.position) of.position = { ...of.position, capitalInFrames: true, internalRate: 2.5 };
      of.input = withCapitalInFrames({ input: of.input, investments: of.investments, position: of.position });
    });
    const body = pool.body;
    const { content: next } = nextYear(own.budget, ORIGIN);
    const input = withCapitalInFrames(next);
    const capital = (of: typeof input, year: number) =>
      of.adjustments.filter((one) => one.capital && one.year === year).map((one) => one.amountTkr);
    expect(capital(input, 2028)).toEqual(capital(own.budget.input, 2028));
    expect(capital(input, 2028)[0]).toBeGreaterThan(0);
    expect(capital(input, 2028)[1]).toBeLessThan(0);
    for (const [y, { frames }] of allocate(input).years.slice(0, 2).entries())
      expect(frames[body]).toBe(own.allocation.years[y + 1]?.frames[body]);
  });

  test("U-5: the further follow-ups are asked for the same days a year later", () => {
    const leap = { ...budget, furtherFollowUps: ["2028-02-29", "2027-10-31"] } as typeof budget;
    expect(nextYear(leap, ORIGIN).content.furtherFollowUps).toEqual(["2029-02-28", "2028-10-31"]);
  });
});

test("§2.4: the same year's content begins another matter as it is, without what is computed", () => {
  const own = sameYear(budget, { what: "Utgångspunkt", source: "Planeringsförutsättningar 2027" });
  expect(own).not.toHaveProperty("results");
  expect(own.input).toEqual(budget.input);
  expect(own.sources).toHaveLength(budget.sources.length + 1);
});
