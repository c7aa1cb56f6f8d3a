import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "../../../kernel/sum.ts";
import { defaultAssumptions } from "./default-assumptions.ts";
import { backTest, forecastErrors } from "./forecast-error.ts";
import { readPopulation } from "./import.ts";
import { AGES, menOf, type PopulationYear, populationInput } from "./population.ts";
import { type Assumptions, lifeExpectancy, project } from "./projection.ts";

const flat = (n: number): number[] => Array.from({ length: AGES }, () => n);
const only = (age: number, n: number): number[] => flat(0).map((_, a) => (a === age ? n : 0));
const nothing: Assumptions = {
  ...defaultAssumptions(undefined),
  childrenPerWoman: 0,
  mortalityFactor: 0,
  outFactor: 0,
  inMovers: 0,
};
const start = (people: readonly number[], women: readonly number[]): PopulationYear => ({
  year: 2025,
  people,
  women,
});

/** Everyone who is there at the end was there, came or was born; everyone who is gone died or moved. */
function expectExact(first: PopulationYear, years: ReturnType<typeof project>) {
  let before = sumOf(first.people);
  for (const year of years) {
    const now = sumOf(year.people);
    expect(now - before).toBe(year.births - year.deaths + year.movedIn - year.movedOut);
    for (const [age, people] of year.people.entries()) {
      const women = year.women[age] as number;
      if (!(Number.isInteger(people) && Number.isInteger(women) && women >= 0 && women <= people))
        throw new Error(`${year.year}, ${age}: ${people} people, ${women} women`);
    }
    before = now;
  }
}

describe("E-3: a population is moved on year by year", () => {
  test("everyone becomes a year older, and the oldest stay together, when nothing else happens", () => {
    const [next] = project(
      start(
        only(99, 7).map((n, a) => (a === 100 ? 5 : n)),
        flat(0),
      ),
      2026,
      nothing,
    );
    expect(next?.people[100]).toBe(12);
    expect(sumOf(next?.people ?? [])).toBe(12);
    const [child] = project(start(only(0, 3), only(0, 1)), 2026, nothing);
    expect([child?.people[1], child?.women[1]]).toEqual([3, 1]);
  });
  test("children are born by the women of each age, and boys and girls by their share", () => {
    const given = { ...nothing, childrenPerWoman: 2, fertilityCurve: only(30, 1), boys: 0.6 };
    // A rate above 1 is no rate: two children at one age become one a year
    const [next] = project(start(only(30, 100), only(30, 10)), 2026, given);
    expect(next).toMatchObject({ births: 10, deaths: 0, movedIn: 0, movedOut: 0 });
    expect([next?.women[0], next?.people[0]]).toEqual([4, 10]);
  });
  test("people die and move out by the rates of the age they reach, women and men apart", () => {
    const given = {
      ...nothing,
      mortalityFactor: 1,
      mortalityWomen: only(81, 0.1),
      mortalityMen: only(81, 0.2),
      outFactor: 1,
      outRates: only(81, 0.5),
    };
    const [next] = project(start(only(80, 200), only(80, 100)), 2026, given);
    expect(next).toMatchObject({ deaths: 30, movedOut: 85 });
    expect([next?.women[81], menOf(next as PopulationYear)?.[81]]).toEqual([45, 40]);
  });
  test("planned housing brings people the year it stands ready, by the ages that move in", () => {
    const given = {
      ...nothing,
      housing: [{ year: 2027, dwellings: 50 }],
      peoplePerDwelling: 2.1,
      housingCurve: only(35, 1),
    };
    const [first, second] = project(start(flat(0), flat(0)), 2027, given);
    expect([first?.intoNew, second?.intoNew, second?.movedIn, second?.people[35]]).toEqual([
      0, 105, 105, 105,
    ]);
  });
  test("the rates that one starts from are of Sweden's size", () => {
    const given = defaultAssumptions(start(flat(150), flat(75)));
    expect(lifeExpectancy(given.mortalityWomen)).toBeGreaterThan(84);
    expect(lifeExpectancy(given.mortalityWomen)).toBeLessThan(86);
    expect(lifeExpectancy(given.mortalityMen)).toBeGreaterThan(81);
    expect(lifeExpectancy(given.mortalityMen)).toBeLessThan(83);
    const [year] = project(start(flat(150), flat(75)), 2026, given);
    expect(Math.abs((year?.movedIn ?? 0) - (year?.movedOut ?? 0))).toBeLessThan(15);
  });
  test("a population that is not counted by sex can't be moved on", () => {
    expect(() => project({ year: 2025, people: flat(1), women: null }, 2026, nothing)).toThrow(
      "not counted by sex",
    );
  });

  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  const byAge = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: AGES, maxLength: AGES });
  const population = byAge(
    fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 })),
  ).map(
    (cells): PopulationYear =>
      start(
        cells.map(([women, men]) => women + men),
        cells.map(([women]) => women),
      ),
  );
  const assumptions: fc.Arbitrary<Assumptions> = fc.record({
    source: fc.constant(""),
    childrenPerWoman: fc.double({ min: 0, max: 8, noNaN: true }),
    fertilityCurve: byAge(rate),
    boys: rate,
    mortalityWomen: byAge(rate),
    mortalityMen: byAge(rate),
    mortalityFactor: fc.double({ min: 0, max: 3, noNaN: true }),
    outRates: byAge(rate),
    outFactor: fc.double({ min: 0, max: 3, noNaN: true }),
    inMovers: fc.integer({ min: 0, max: 5000 }),
    inCurve: byAge(rate),
    housing: fc.array(
      fc.record({ year: fc.integer({ min: 2024, max: 2030 }), dwellings: fc.integer({ min: 0, max: 900 }) }),
      {
        maxLength: 5,
      },
    ),
    peoplePerDwelling: fc.double({ min: 0, max: 6, noNaN: true }),
    housingCurve: byAge(rate),
  });
  test("births − deaths + in − out is the change, to the person, whatever the rates", () => {
    fc.assert(
      fc.property(population, assumptions, (first, given) => expectExact(first, project(first, 2030, given))),
      { numRuns: 60 },
    );
  });
});

describe("E-3: all 290 municipalities are moved on exactly", () => {
  /** One generated municipality of each size, of the same shape as the real ones. */
  const generated = Array.from({ length: 290 }, (_, i): PopulationYear => {
    const size = 15 + ((i * 7919) % 1500);
    const people = flat(0).map(
      (_n, age) => Math.round(size * Math.min(1, (105 - age) / 60)) + ((age * i) % 5),
    );
    return {
      year: 2019,
      people,
      women: people.map((n, age) => Math.floor(n / 2) + (n > 4 && (age + i) % 3 === 0 ? 1 : 0)),
    };
  });
  const run = (municipalities: readonly PopulationYear[]) => {
    expect(municipalities.length).toBe(290);
    for (const first of municipalities) {
      const years = project(first, 2029, defaultAssumptions(first));
      expectExact(first, years);
      const input = populationInput(years);
      for (const { year, people } of years)
        expect(sumOf(Object.values(input[year] ?? {}))).toBe(sumOf(people));
    }
  };
  test("generated ones", () => run(generated));

  const file = join(
    import.meta.dirname,
    "../../../../../shared/data/scb/population-2019-by-age-sex-municipality.csv",
  );
  test.skipIf(!existsSync(file))(
    "those of 2019 in Statistics Sweden's own file (skipped where it is not at hand)",
    () => {
      const text = readFileSync(file, "utf8");
      const lines = text.trim().split("\n");
      const regions = [...new Set(lines.slice(1).map((line) => line.slice(1, line.indexOf('",'))))];
      // Each municipality's own rows, so that the file of 58,000 rows is not read 290 times
      const rows = Map.groupBy(lines.slice(1), (line) => line.slice(1, line.indexOf('",')));
      const read = regions.map((region) => {
        const table = readPopulation([lines[0], ...(rows.get(region) ?? [])].join("\n"), region);
        if ("faults" in table) throw new Error(`${region}: ${JSON.stringify(table.faults)}`);
        return table.years[0] as PopulationYear;
      });
      expect(sumOf(read.map(({ people }) => sumOf(people)))).toBe(10_327_589);
      const whole = readPopulation(text, "Åstorp");
      expect("years" in whole && sumOf(whole.years[0]?.people ?? [])).toBe(15_940);
      run(read);
    },
  );
});

describe("E-3, E-4: a forecast is held against what was counted", () => {
  const counted = { year: 2026, people: only(7, 110), women: null };
  const error = (rows: ReturnType<typeof forecastErrors>, group: string) =>
    rows.find((row) => (row.group === "all" ? "all" : row.group.id) === group);
  test("the error is told in people and per cent, by age group and for all", () => {
    const rows = forecastErrors([{ year: 2026, people: only(7, 121), women: null }], [counted]);
    expect(error(rows, "6-9")).toMatchObject({ forecast: 121, outcome: 110, error: 11 });
    expect(error(rows, "6-9")?.errorPercent).toBeCloseTo(10);
    expect(error(rows, "all")).toMatchObject({ error: 11 });
    expect(error(rows, "80-")).toMatchObject({ error: 0, errorPercent: null });
  });
  test("the assumptions are tried on the years that have been counted", () => {
    const rows = backTest([start(only(6, 100), only(6, 50)), counted], nothing);
    expect(error(rows, "6-9")).toMatchObject({ year: 2026, forecast: 100, outcome: 110, error: -10 });
    expect(backTest([counted], nothing)).toEqual([]);
  });
});
