import { matterKind } from "../../decisions/matter-kinds.ts";
import { refuse } from "../../kernel/problem.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { populationForecastRoutes } from "./contract.ts";
import { projected } from "./projected.ts";
import type { PopulationYear } from "./rules/population.ts";
import { forecastRemarks, populationFaults } from "./rules/remarks.ts";

export const populationForecastKind = matterKind(populationForecastRoutes, {
  complete: async ({ content }) => {
    const own = content.method === "projected" ? { ...content, forecast: [] } : content;
    const faults = populationFaults(own as { outcomes: PopulationYear[]; forecast: PopulationYear[] });
    if (faults.length > 0) refuse(BadInput, { remarks: faults.slice(0, 50) });
    return content.method === "projected" ? projected(own) : own;
  },
  remarks: async ({ matter, content }) => forecastRemarks(content, matter.year),
});
