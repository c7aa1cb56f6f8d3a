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
