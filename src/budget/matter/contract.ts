import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { AllocationView, Budget, NoBudget } from "../base/contract.ts";
import { liftBudget } from "../base/rules/row-ids.ts";
import { BUDGET, PLANNING_CONDITIONS } from "./kind.ts";

const chapter = "budget";

export const budgetRoutes = matterRoutes(BUDGET, Budget, liftBudget);
export const planningConditionsRoutes = matterRoutes(PLANNING_CONDITIONS, Budget, liftBudget);

export const getAllocation = route({
  id: "getAllocation",
  method: "GET",
  path: "/budget/allocation/{year}",
  chapter,
  summary: "Ramarna för ett budgetår: beslutade, det senaste förslaget, eller preliminära (§2.2, §2.4)",
  access: "public",
  params: z.object({ year: Year }),
  returns: AllocationView,
  problems: [NoBudget],
});

export const listNeeds = route({
  id: "listNeeds",
  method: "GET",
  path: "/budget/needs/{year}",
  chapter,
  summary: "Ekonomiska behov ur årets nulägesanalyser, med var de kommer ifrån (§2.4)",
  params: z.object({ year: Year }),
  returns: z.array(
    z.object({
      body: z.string(),
      bodyName: z.string(),
      /** The need's own id in its analysis. */
      id: z.string(),
      text: z.string(),
      amountTkr: z.number().int(),
      oneOff: z.boolean(),
      matter: z.string(),
      state: z.string(),
      decision: z.number().int().nullable(),
    }),
  ),
});
