import { matterHandlers } from "../decisions/routes.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { controlPlanRoutes, controlReportRoutes, getControlOverview } from "./contract.ts";
import { controlPlanKind, controlReportKind } from "./kinds.ts";
import { controlOverview } from "./overview.ts";

export const controlKinds = [controlPlanKind, controlReportKind];

export const controlHandlers: Handler[] = [
  ...matterHandlers(controlPlanRoutes, controlPlanKind),
  ...matterHandlers(controlReportRoutes, controlReportKind),

  handle(getControlOverview, async ({ params, ctx, tx }) => ({
    year: params.year,
    bodies: await controlOverview(tx, ctx, params.year),
  })),
];
