import { analysisHandlers } from "../analysis/routes.ts";
import { budgetHandlers, budgetKinds } from "../budget/routes.ts";
import { controlHandlers, controlKinds } from "../control/routes.ts";
import type { AnyMatterKind } from "../decisions/matter-kinds.ts";
import { decisionRoutes } from "../decisions/routes.ts";
import { documentHandlers } from "../documents/routes.ts";
import { followupHandlers, followupKinds } from "../followup/routes.ts";
import { goalHandlers, goalKinds } from "../goals/routes.ts";
import { ledgerHandlers } from "../ledger/routes.ts";
import { organisationRoutes } from "../organisation/routes.ts";
import type { Handler } from "../platform/http/handle.ts";
import { yearHandlers, yearKinds } from "../year/routes.ts";

/** Everything that can be decided, from all chapters. */
const kinds: readonly AnyMatterKind[] = [
  ...goalKinds,
  ...budgetKinds,
  ...controlKinds,
  ...yearKinds,
  ...followupKinds,
];

/** All routes, in the order of the model's chapters. */
export const handlers: readonly Handler[] = [
  ...organisationRoutes,
  ...decisionRoutes(kinds),
  ...documentHandlers,
  ...goalHandlers,
  ...ledgerHandlers,
  ...budgetHandlers,
  ...controlHandlers,
  ...yearHandlers,
  ...analysisHandlers,
  ...followupHandlers,
];
