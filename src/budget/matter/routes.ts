import { readsOf } from "../../decisions/facts/reading.ts";
import { inForceOrDraft, restsOn, type Version } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { NoBudget } from "../base/contract.ts";
import type { Allocation } from "../base/rules/allocation.ts";
import { goalsOf } from "../position/complete.ts";
import { getPosition } from "../position/contract.ts";
import { shownDeficits } from "../position/rules/balance-requirement.ts";
import { budgetRoutes, getAllocation, listNeeds } from "./contract.ts";
import { needsOfYear, shownBudget } from "./facts.ts";
import { PLANNING_CONDITIONS } from "./kind.ts";

export const budgetMatterHandlers: Handler[] = [
  handle(getAllocation, async ({ params, ctx, tx }) => {
    const version = await allocatingVersion(tx, ctx, params.year);
    if (!version) refuse(NoBudget, { params: { year: params.year } });
    const budget = budgetRoutes.read(version);
    const results = budget.results ?? [];
    const asOf = await restsOn(tx, version, ctx.today);
    const names = new Map((await allBodies(tx, asOf)).map((body) => [body.id, body.name]));
    return {
      matter: version.matter.id,
      version: version.number,
      state: version.state,
      decision: version.decision?.number ?? null,
      years: [...budget.input.years],
      bodies: budget.input.bodies.map((id) => ({ id, name: names.get(id) ?? id })),
      input: budget.input,
      allocation: budget.allocation as Allocation,
      results,
      financialGoals: goalsOf(budget),
      sources: budget.sources,
    };
  }),

  handle(listNeeds, async ({ params, ctx, tx }) => needsOfYear(tx, ctx, params.year)),

  handle(getPosition, async ({ params, ctx, tx }) => {
    const version = await shownBudget(tx, ctx, params.year);
    if (!version) refuse(NoBudget, { params: { year: params.year } });
    const budget = budgetRoutes.read(version);
    const { position, statements } = budget;
    return {
      matter: version.matter.id,
      version: version.number,
      state: version.state,
      decision: version.decision?.number ?? null,
      years: [...budget.input.years],
      bodies: (await allBodies(tx, await restsOn(tx, version, ctx.today))).map(({ id, name }) => ({
        id,
        name,
      })),
      results: budget.results ?? [],
      resultInput: budget.resultInput,
      financialGoals: goalsOf(budget),
      position: position ?? null,
      statements: statements ?? null,
      restoring: shownDeficits(budget),
    };
  }),
];

/**
 * The council's budget, else the planning conditions with their preliminary allocations (§2.4); a draft only for who
 * may read it.
 */
async function allocatingVersion(tx: Tx, ctx: Context, year: number): Promise<Version | undefined> {
  const budget = await shownBudget(tx, ctx, year);
  if (budget) return budget;
  const [conditions] = await inForceOrDraft(
    tx,
    { kind: PLANNING_CONDITIONS.kind, year },
    ctx.today,
    await readsOf(tx, ctx),
  );
  return conditions;
}
