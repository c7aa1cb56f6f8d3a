import { matterId } from "../../decisions/rules/kind.ts";
import { allInForce, newestOn } from "../../decisions/store/versions.ts";
import { type Body, nameOfBody, upFrom } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { actionPlanRoutes } from "../contract.ts";
import { ACTION_PLAN } from "../kind.ts";
import { measuresTkr, uncoveredTkr } from "../rules/action-plan.ts";
import { openEndsFirst, type PlanBelow } from "./rules/plans-below.ts";

/** The action plans of those under a body that are laid forward or decided (U-8): what is only being written is its writer's own. */
export async function plansBelow(
  tx: Tx,
  ctx: Context,
  bodies: readonly Body[],
  { body, year }: { readonly body: string; readonly year: number },
): Promise<PlanBelow[]> {
  const below = bodies.filter(
    ({ id, kind }) =>
      id !== body &&
      (kind === "unit" || kind === "department") &&
      upFrom(bodies, id).some((up) => up.id === body),
  );
  const decided = new Map(
    (await allInForce(tx, { kind: ACTION_PLAN.kind, year }, ctx.today)).map((one) => [one.matter.body, one]),
  );
  const plans: PlanBelow[] = [];
  for (const { id } of below) {
    const newest = await newestOn(tx, matterId(ACTION_PLAN.kind, id, year), ctx.today);
    const shown = newest?.state === "proposed" ? newest : decided.get(id);
    if (!shown) continue;
    const plan = actionPlanRoutes.read(shown);
    const deviationTkr = plan.deviationTkr ?? 0;
    plans.push({
      body: id,
      name: nameOfBody(bodies, id),
      state: shown.state === "proposed" ? "proposed" : "decided",
      deviationTkr,
      measuresTkr: measuresTkr(plan.measures),
      lackingTkr: uncoveredTkr(deviationTkr, plan.measures),
      asked: plan.escalation?.text ?? null,
      measures: plan.measures,
    });
  }
  return openEndsFirst(plans);
}
