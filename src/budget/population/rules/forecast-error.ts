import { AGE_GROUPS, type AgeGroup, type PopulationYear, peopleOf, TOP_AGE } from "./population.ts";
import { type Assumptions, project } from "./projection.ts";

export interface ForecastError {
  readonly group: AgeGroup | "all";
  readonly year: number;
  readonly forecast: number;
  readonly outcome: number;
  /** Forecast less outcome: plus is too many. */
  readonly error: number;
  /** Per cent of the outcome; null where nobody was there. */
  readonly errorPercent: number | null;
}

const WHOLE = { from: 0, to: TOP_AGE };

/** How far a forecast was from what was later counted, by age group and year, and for all ages (E-3, E-4). */
export function forecastErrors(
  forecast: readonly PopulationYear[],
  outcomes: readonly PopulationYear[],
): ForecastError[] {
  return outcomes.flatMap(({ year, people }) => {
    const expected = forecast.find((f) => f.year === year);
    if (!expected) return [];
    return [...AGE_GROUPS, "all" as const].map((group) => {
      const of = group === "all" ? WHOLE : group;
      const [forecastPeople, outcome] = [peopleOf(expected.people, of), peopleOf(people, of)];
      const error = forecastPeople - outcome;
      return {
        group,
        year,
        forecast: forecastPeople,
        outcome,
        error,
        errorPercent: outcome === 0 ? null : (error / outcome) * 100,
      };
    });
  });
}

/**
 * What the assumptions would have said of the years that have been counted since: from the first outcome that is counted by
 * sex, up to the last one. Empty where there is nothing to compare.
 */
export function backTest(outcomes: readonly PopulationYear[], given: Assumptions): ForecastError[] {
  const counted = [...outcomes].sort((a, b) => a.year - b.year);
  const start = counted.find((outcome) => outcome.women !== null);
  const last = counted.at(-1);
  if (!start || !last || last.year <= start.year) return [];
  return forecastErrors(
    project(start, last.year, given),
    counted.filter(({ year }) => year > start.year),
  );
}
