import { z } from "zod";
import { problemKind } from "../../../kernel/problem.ts";
import { Year } from "../../../organisation/contract.ts";
import { SETUP } from "../../../organisation/setup/kind.ts";
import { route } from "../../../platform/http/contract.ts";

/** Nobody has been counted of that code in what ships: a table is read in instead. */
export const NoCount = problemKind("no-count", 404);
export const ForecastBegun = problemKind("forecast-begun", 409);

const chapter = "budget";
const Ages = z.array(z.number().int());

export const getStartPopulation = route({
  id: "getStartPopulation",
  method: "GET",
  path: "/budget/population-start",
  chapter,
  summary: "SCB:s folkmängd efter ålder och kön som en början, med sitt år (§2.2)",
  returns: z.object({
    year: Year,
    source: z.string(),
    /** By age 0–100; the last is 100 and above. Empty where the municipality is not among those counted. */
    women: Ages,
    men: Ages,
    /** The year that a forecast would be begun for, and whether one is there. */
    budgetYear: Year,
    begun: z.boolean(),
  }),
  answerName: "StartPopulation",
});

export const beginPopulation = route({
  id: "beginPopulation",
  method: "POST",
  path: "/budget/population-start",
  chapter,
  allow: { action: `edit:${SETUP.object}`, of: "council" },
  summary: "Börja en befolkningsprognos från SCB:s folkmängd, som utkast (§2.2)",
  /** The year of the count that was shown: what ships may have become another meanwhile. */
  body: z.object({ counted: Year }),
  returns: z.object({ matter: z.string(), body: z.string(), year: Year }),
  answerName: "PopulationBegun",
  problems: [NoCount, ForecastBegun],
});
