import type { PopulationForecast } from "../contract.ts";
import { defaultAssumptions } from "../rules/default-assumptions.ts";
import { knownAndForecast, type PopulationYear } from "../rules/population.ts";
import { type ProjectedYear, project } from "../rules/projection.ts";
import { populationFaults, projectionRemarks } from "../rules/remarks.ts";

/** How far a projection goes unless somebody says another year: the budget's years and then as many as planning looks ahead. */
const YEARS_AHEAD = 10;

type Projection = NonNullable<PopulationForecast["projection"]>;

/** What a forecast is begun from: what has been counted by the one before it, and rates to move it on by. */
export function beginForecast(
  before: PopulationForecast | undefined,
  today: PopulationForecast["madeOn"],
  budgetYear: number,
): PopulationForecast {
  const outcomes = before?.outcomes ?? [];
  return {
    source: "",
    madeOn: today,
    method: "projected",
    grounds: "",
    outcomes,
    forecast: [],
    projection: beginProjection(outcomes, budgetYear, before?.projection ?? null),
  };
}

/** A projection from the last count by sex, with the assumptions there were; null where nothing is counted by sex. */
function beginProjection(
  outcomes: PopulationForecast["outcomes"],
  budgetYear: number,
  before: Projection | null,
): Projection | null {
  const start = outcomes.findLast(({ women }) => women !== null);
  if (!start) return null;
  return {
    startYear: start.year,
    lastYear: before?.lastYear ?? Math.max(budgetYear + 2, start.year + YEARS_AHEAD),
    assumptions: before?.assumptions ?? (defaultAssumptions(start) as Projection["assumptions"]),
  };
}

/** The draft with years read in: each replaces the same year, so that reading the same again changes nothing. */
export function withYears(
  content: PopulationForecast,
  as: "outcomes" | "forecast",
  years: readonly PopulationYear[],
  budgetYear: number,
): PopulationForecast {
  const merged = knownAndForecast(content[as], years).map(({ year, people, women }) => ({
    year,
    people: [...people],
    women: women && [...women],
  }));
  if (as === "forecast") return { ...content, method: "imported", forecast: merged };
  const startYear = merged.findLast(({ women }) => women !== null)?.year;
  const projection = beginProjection(merged, budgetYear, content.projection);
  return {
    ...content,
    outcomes: merged,
    projection:
      content.projection && content.projection.startYear === startYear ? content.projection : projection,
  };
}

/** The forecast as the assumptions have it at this moment, by the server's own function; undefined where there is none. */
export function projectedNow(
  content: Pick<PopulationForecast, "method" | "outcomes" | "projection">,
): ProjectedYear[] | undefined {
  const start = content.outcomes.find(({ year }) => year === content.projection?.startYear);
  const faults = [
    ...populationFaults({ outcomes: content.outcomes, forecast: [] }),
    ...projectionRemarks({ ...content, source: "", forecast: [] }),
  ];
  if (content.method !== "projected" || !content.projection || !start || faults.length > 0) return undefined;
  return project(start, content.projection.lastYear, content.projection.assumptions);
}
