import { type Handler, handle } from "../platform/http/handle.ts";
import { getControlOverview } from "./contract.ts";
import { controlOverview } from "./facts.ts";

export const controlHandlers: Handler[] = [
  handle(getControlOverview, async ({ params, ctx, tx }) => ({
    year: params.year,
    bodies: await controlOverview(tx, ctx, params.year),
  })),
];
