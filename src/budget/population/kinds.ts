import { matterKind } from "../../decisions/matter-kinds.ts";
import { refuse } from "../../kernel/problem.ts";
import { remark } from "../../kernel/remark.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { PopulationForecast, populationForecastRoutes } from "./contract.ts";
import { POPULATION_LIMITS, type PopulationYear } from "./rules/population.ts";
import { project } from "./rules/projection.ts";
import { forecastRemarks, populationFaults, projectionRemarks } from "./rules/remarks.ts";

/** A projection is computed when it is saved, by the same function as in the browser; nobody types its people. */
function projected(content: PopulationForecast): PopulationForecast {
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

export const populationForecastKind = matterKind(populationForecastRoutes, {
  complete: async ({ content }) => {
    const own = content.method === "projected" ? { ...content, forecast: [] } : content;
    const faults = populationFaults(own as { outcomes: PopulationYear[]; forecast: PopulationYear[] });
    if (faults.length > 0) refuse(BadInput, { remarks: faults.slice(0, 50) });
    return content.method === "projected" ? projected(own) : own;
  },
  remarks: async ({ matter, content }) => forecastRemarks(content, matter.year),
});
