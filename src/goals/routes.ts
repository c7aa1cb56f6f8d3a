import { readsOf } from "../decisions/facts/reading.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { checkWording, getGoalTree, listGoalYears } from "./contract.ts";
import { deviationsOfYear, goalsOfYear, strategicGoalsOfYear, yearsOfGoal } from "./facts.ts";
import { getGoalGrounds } from "./grounds/contract.ts";
import { goalGrounds } from "./grounds/facts.ts";
import type { ComputedSources } from "./indicators/computed/sources.ts";
import { indicatorHandlers } from "./indicators/routes.ts";
import { wordingRemarks } from "./rules/wording.ts";
import { governing } from "./vision/store.ts";

export const goalHandlers = (sources: ComputedSources): Handler[] => [
  handle(getGoalTree, async ({ params, ctx, tx }) => ({
    ...(await governing(tx, params.year, ctx.today)),
    strategicGoals: await strategicGoalsOfYear(tx, params.year, ctx.today),
    goals: await goalsOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)),
    deviations: await deviationsOfYear(tx, params.year, ctx.today, await readsOf(tx, ctx)),
  })),

  handle(listGoalYears, async ({ params, ctx, tx }) =>
    yearsOfGoal(tx, params, ctx.today, await readsOf(tx, ctx)),
  ),

  handle(getGoalGrounds, async ({ params, ctx, tx }) => goalGrounds(tx, ctx, params, await readsOf(tx, ctx))),

  handle(checkWording, async ({ body }) => wordingRemarks(body.wording, body)),

  ...indicatorHandlers(sources),
];
