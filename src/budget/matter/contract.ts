import { z } from "zod";
import { matterRoutes } from "../../decisions/contract.ts";
import { Year } from "../../organisation/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { AllocationView, Budget, NoBudget } from "../base/contract.ts";

const chapter = "budget";
export const BUDGET = {
  kind: "budget",
  chapter,
  cite: "§2.2",
  content: Budget,
  bodies: ["council"],
} as const;
export const PLANNING_CONDITIONS = {
  kind: "planning-conditions",
  chapter,
  cite: "§2.4",
  content: Budget,
  bodies: ["executive"],
} as const;

export const budgetRoutes = matterRoutes(BUDGET, "Budget", "Budget med flerårsplan");
export const planningConditionsRoutes = matterRoutes(
  PLANNING_CONDITIONS,
  "PlanningConditions",
  "Planeringsförutsättningar",
);

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
