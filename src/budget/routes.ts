import type { Handler } from "../platform/http/handle.ts";
import { budgetDocumentHandlers } from "./document/routes.ts";
import { explainHandlers } from "./figures/routes.ts";
import { internalBudgetKind } from "./internal/kinds.ts";
import { internalHandlers } from "./internal/routes.ts";
import { budgetMatterHandlers, budgetMatterKinds } from "./matter/routes.ts";
import { populationForecastKind } from "./population/kinds.ts";
import { populationHandlers } from "./population/routes.ts";
import { scenarioHandlers } from "./scenarios/routes.ts";
import { stageHandlers, stageKinds } from "./way/routes.ts";

/** All that can be decided of §2.2, from the sub-chapters. */
export const budgetKinds = [populationForecastKind, ...budgetMatterKinds, internalBudgetKind, ...stageKinds];

/** The routes of the sub-chapters, from the ground up. */
export const budgetHandlers: readonly Handler[] = [
  ...populationHandlers,
  ...budgetMatterHandlers,
  ...internalHandlers,
  ...stageHandlers,
  ...scenarioHandlers,
  ...explainHandlers,
  ...budgetDocumentHandlers,
];
