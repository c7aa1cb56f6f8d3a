import { lazy } from "react";
import type { KindPages } from "../../decisions/pages/matter-pages.tsx";
import { internalBudgetPages } from "../internal/pages/kind.ts";
import { budgetPages } from "../matter/pages/kind.ts";
import { populationPages } from "../population/pages/kind.ts";
import { trueUpPages } from "../way/pages/kind.ts";

const ScenarioField = lazy(async () => ({
  default: (await import("../scenarios/pages/scenario-field.tsx")).ScenarioField,
}));

/** The kinds of matter of §2.2, from the sub-chapters. */
export const budgetChapterPages: readonly KindPages[] = [
  ...populationPages,
  ...budgetPages.map((pages) => ({ ...pages, ScenarioField })),
  ...internalBudgetPages,
  ...trueUpPages,
];
