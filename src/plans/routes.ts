import { readsOf } from "../decisions/facts/reading.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { listActions } from "./contract.ts";
import { actionsOfYear } from "./facts.ts";

export const planHandlers: Handler[] = [
  handle(listActions, async ({ params, ctx, tx }) =>
    actionsOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)),
  ),
];
