import type { KindPages } from "../../decisions/pages/matter-pages.tsx";
import { internalBudgetPages } from "../internal/pages/kind.ts";
import { budgetPages } from "../matter/pages/kind.ts";
import { populationPages } from "../population/pages/kind.ts";
import { trueUpPages } from "../way/pages/kind.ts";

/** The kinds of matter of §2.2, from the sub-chapters. */
export const budgetChapterPages: readonly KindPages[] = [
  ...populationPages,
  ...budgetPages,
  ...internalBudgetPages,
  ...trueUpPages,
];
