import { lazy } from "react";
import type { MatterPages } from "../../decisions/pages/matter-pages.tsx";

const views = () => import("../matter/pages/content-views.tsx");
const BudgetContent = lazy(async () => ({ default: (await views()).BudgetView }));
const PlanningContent = lazy(async () => ({ default: (await views()).PlanningConditionsView }));
const chapter = "budget";

/** The kinds of matter of §2.2. */
export const budgetMatterPages: readonly MatterPages[] = [
  {
    kind: "budget",
    chapter,
    View: BudgetContent,
    write: (body, year) => `/ekonomi/indata/budget/${body}/${year}`,
  },
  {
    kind: "planning-conditions",
    chapter,
    View: PlanningContent,
    write: (body, year) => `/ekonomi/indata/planning-conditions/${body}/${year}`,
  },
  {
    kind: "population-forecast",
    chapter,
    View: lazy(async () => ({
      default: (await import("../population/pages/population-view.tsx")).PopulationView,
    })),
    write: (body, year) => `/ekonomi/befolkning/${body}/${year}`,
  },
  {
    kind: "demography-true-up",
    chapter,
    View: lazy(async () => ({ default: (await import("../way/pages/true-up-view.tsx")).TrueUpView })),
    write: (body, year) => `/ekonomi/avstamning/${body}/${year}`,
  },
  {
    kind: "internal-budget",
    chapter,
    View: lazy(async () => ({
      default: (await import("../internal/pages/internal-budget-view.tsx")).InternalBudgetView,
    })),
    write: (body, year) => `/ekonomi/internbudget/${body}/${year}`,
  },
];
