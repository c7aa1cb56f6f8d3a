import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { BUDGET, PLANNING_CONDITIONS } from "../kind.ts";

const views = () => import("./content-views.tsx");
const write = lazy(async () => ({ default: (await import("./inputs/inputs-page.tsx")).InputsPage }));

/** How the budget and the planning conditions are read, and where their inputs are written (E-1). */
export const budgetPages: readonly KindPages[] = [
  kindPages(BUDGET, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await views()).BudgetView })),
    write,
  }),
  kindPages(PLANNING_CONDITIONS, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await views()).PlanningConditionsView })),
    write,
  }),
];
