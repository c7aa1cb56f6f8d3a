import { lazy } from "react";
import type { KindPages } from "../../decisions/pages/matter-pages.tsx";
import { companyBudgetPages } from "../company/pages/kind.ts";
import { internalBudgetPages } from "../internal/pages/kind.ts";
import { budgetPages } from "../matter/pages/kind.ts";
import { populationPages } from "../population/pages/kind.ts";
import { trueUpPages } from "../way/pages/kind.ts";

const ScenarioField = lazy(async () => ({
  default: (await import("../scenarios/pages/scenario-field.tsx")).ScenarioField,
}));

const SharedScenarios = lazy(async () => ({
  default: (await import("../scenarios/pages/shared-scenarios.tsx")).SharedScenarios,
}));

const touched = () => import("../document/pages/goals-touched.tsx");
const Goals = lazy(async () => ({ default: (await touched()).GoalsOfBudget }));
const GoalsOfBody = lazy(async () => ({ default: (await touched()).GoalsOfInternalBudget }));

const before = () => import("../document/pages/before-budget.tsx");
/** What a budget, or the planning conditions, changes for whom before it is decided. */
const beforeDecision = {
  BeforeDecision: lazy(before),
  Alternative: lazy(async () => ({ default: (await before()).AlternativeBudget })),
  Way: lazy(async () => ({ default: (await before()).WayToBudget })),
  Goals,
  Shared: SharedScenarios,
};

/** The kinds of matter of §2.2, from the sub-chapters. */
export const budgetChapterPages: readonly KindPages[] = [
  ...populationPages,
  ...budgetPages.map((pages) => ({ ...pages, ScenarioField, ...beforeDecision })),
  ...internalBudgetPages.map((pages) => ({ ...pages, Goals: GoalsOfBody })),
  ...companyBudgetPages,
  ...trueUpPages,
];
