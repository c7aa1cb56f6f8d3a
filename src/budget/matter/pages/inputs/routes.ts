import { budgetRoutes, planningConditionsRoutes } from "../../contract.ts";

/** The kinds of matter whose inputs are written in the same editor. */
export const INPUT_ROUTES = {
  budget: budgetRoutes,
  "planning-conditions": planningConditionsRoutes,
} as const;
export type InputKind = keyof typeof INPUT_ROUTES;
