import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { PopulationForecast } from "./contract.ts";
import { POPULATION_LIMITS } from "./rules/population.ts";
import { project } from "./rules/projection.ts";
import { projectionRemarks } from "./rules/remarks.ts";

/** A projection is computed when it is saved, by the same function as in the browser; nobody types its people. */
export function projected(content: PopulationForecast): PopulationForecast {
  const { projection, outcomes } = content;
  const start = outcomes.find(({ year }) => year === projection?.startYear);
  if (!projection || !start || projectionRemarks(content).length > 0) return { ...content, forecast: [] };
  const forecast = project(start, projection.lastYear, projection.assumptions).map(
    ({ year, people, women }) => ({
      year,
      people: [...people],
      women: [...women],
    }),
  );
  if (!PopulationForecast.shape.forecast.safeParse(forecast).success)
    refuse(BadInput, {
      remarks: [remark("stops", "projection-range", "§2.2", { max: POPULATION_LIMITS.people }, "projection")],
    });
  return { ...content, forecast };
}
