import { type Handler, handle } from "../../platform/http/handle.ts";
import type { Kinds } from "../matter-kinds.ts";
import { getThread, getThreadBelow, listOrphans, listTies } from "./contract.ts";
import { orphansIn, threadBelow, threadView } from "./facts.ts";
import { tiesOf } from "./store/walk.ts";

export const threadHandlers = (kinds: Kinds): Handler[] => [
  handle(listTies, async ({ query, ctx, tx }) => tiesOf(tx, query.of, ctx.today)),
  handle(getThread, async ({ query, ctx, tx }) => threadView(tx, ctx, kinds, query)),
  handle(getThreadBelow, async ({ query, ctx, tx }) => threadBelow(tx, ctx, kinds, query)),
  handle(listOrphans, async ({ query, ctx, tx }) => orphansIn(tx, ctx, kinds, query)),
];
