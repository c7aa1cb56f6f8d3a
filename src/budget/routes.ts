import type { Handler } from "../platform/http/handle.ts";
import { companyHandlers } from "./company/routes.ts";
import { budgetDocumentHandlers } from "./document/routes.ts";
import { explainHandlers } from "./figures/routes.ts";
import { unitPartHandlers } from "./internal/part/routes.ts";
import { internalHandlers } from "./internal/routes.ts";
import { budgetMatterHandlers } from "./matter/routes.ts";
import { populationHandlers } from "./population/routes.ts";
import { scenarioHandlers } from "./scenarios/routes.ts";
import { stageHandlers } from "./way/routes.ts";

/** The routes of the sub-chapters, from the ground up. */
export const budgetHandlers: readonly Handler[] = [
  ...populationHandlers,
  ...budgetMatterHandlers,
  ...internalHandlers,
  ...unitPartHandlers,
  ...companyHandlers,
  ...stageHandlers,
  ...scenarioHandlers,
  ...explainHandlers,
  ...budgetDocumentHandlers,
];
