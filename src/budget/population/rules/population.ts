import { sumOf } from "../../../kernel/sum.ts";

/** The oldest age that is counted by itself; it holds everyone of that age and above. */
export const TOP_AGE = 100;
export const AGES = TOP_AGE + 1;
export const POPULATION_LIMITS = { people: 200_000, years: 60 } as const;

/** The people of a municipality on the last day of a year, by age 0–100 (100: and above); men are the rest of `women`. */
export interface PopulationYear {
  readonly year: number;
  readonly people: readonly number[];
  /** Null where nobody has counted by sex. */
  readonly women: readonly number[] | null;
}

export interface AgeGroup {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The ages that municipal services follow: from the first year of life to those who need the most help. */
export const AGE_GROUPS: readonly AgeGroup[] = [
  { id: "0", from: 0, to: 0 },
  { id: "1-5", from: 1, to: 5 },
  { id: "6-9", from: 6, to: 9 },
  { id: "10-15", from: 10, to: 15 },
  { id: "16-18", from: 16, to: 18 },
  { id: "19-64", from: 19, to: 64 },
  { id: "65-79", from: 65, to: 79 },
  { id: "80-", from: 80, to: TOP_AGE },
];

export const peopleOf = (people: readonly number[], { from, to }: Pick<AgeGroup, "from" | "to">): number =>
  sumOf(people.slice(from, to + 1));

export const menOf = ({ people, women }: PopulationYear): number[] | null =>
  women && people.map((all, age) => all - (women[age] as number));

/** The people by year and age as the allocation counts them (E-3). */
export const populationInput = (years: readonly PopulationYear[]): Record<string, Record<string, number>> =>
  Object.fromEntries(
    years.map(({ year, people }) => [
      String(year),
      Object.fromEntries(people.map((n, age) => [String(age), n])),
    ]),
  );

/**
 * The last known years, then the forecast from where they end. The allocation's first change is from a year that may have
 * been counted already when the forecast was made.
 */
export function knownAndForecast(
  outcomes: readonly PopulationYear[],
  forecast: readonly PopulationYear[],
): PopulationYear[] {
  const forecastYears = new Set(forecast.map(({ year }) => year));
  return [...outcomes.filter(({ year }) => !forecastYears.has(year)), ...forecast].sort(
    (a, b) => a.year - b.year,
  );
}
