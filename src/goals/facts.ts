import { decisionNumbered } from "../decisions/store/chain.ts";
import { inForceOrDraft } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import type { AsOf } from "../kernel/moment.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { bodyGoalsRoutes, type GoalTree, type GoalView, operationsPlanRoutes } from "./contract.ts";
import { BODY_GOALS, OPERATIONS_PLAN } from "./kind.ts";
import { goalCountRemarks } from "./rules/goal-set.ts";
import { goalTime, judgingValue } from "./rules/goal-time.ts";
import { indicatorStatus } from "./rules/indicator.ts";
import { valuesUntil } from "./store.ts";

/** Bodies with more goals than the model recommends, with the reason that is given in the goals or with their decision (V-4). */
export async function deviationsOfYear(tx: Tx, year: number, asOf: Day, drafts: boolean) {
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  const deviations: GoalTree["deviations"] = [];
  for (const version of await setsOfYear(tx, year, asOf, drafts)) {
    const { matter, decision } = version;
    const { goals, moreThanThreeReason } = bodyGoalsRoutes.read(version);
    const [remark] = goalCountRemarks(goals.length, moreThanThreeReason);
    if (!remark) continue;
    const decided = decision ? await decisionNumbered(tx, decision.number) : undefined;
    const reason = moreThanThreeReason?.trim() || decided?.decision.reasons[remark.code] || null;
    deviations.push({
      body: matter.body,
      bodyName: bodies.get(matter.body) ?? matter.body,
      count: goals.length,
      reason,
    });
  }
  return deviations;
}

const setsOfYear = (tx: Tx, year: number, asOf: AsOf, drafts: boolean) =>
  inForceOrDraft(tx, { kind: BODY_GOALS.kind, year }, asOf, drafts);

/**
 * All bodies' goals of a year with what is measured and done: those in force on a day or at a moment, and with `drafts` also
 * those of bodies that have decided none yet.
 */
export async function goalsOfYear(tx: Tx, year: number, asOf: AsOf, drafts: boolean): Promise<GoalView[]> {
  const sets = await setsOfYear(tx, year, asOf, drafts);
  const plans = await inForceOrDraft(tx, { kind: OPERATIONS_PLAN.kind, year }, asOf, drafts);
  const values = await valuesUntil(tx, asOf);
  const all = await allBodies(tx, asOf);
  const bodies = new Map(all.map((body) => [body.id, body.name]));
  const serves = new Map(all.map((body) => [body.id, body.parent]));
  // A goal's id is its body's own, so an action belongs to the goal of the body that its administration serves
  const actions = plans.flatMap((plan) =>
    operationsPlanRoutes.read(plan).actions.map((action) => ({
      ...action,
      body: serves.get(plan.matter.body),
    })),
  );
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  return sets.flatMap((set) =>
    bodyGoalsRoutes.read(set).goals.map((goal) => ({
      ...goal,
      body: set.matter.body,
      bodyName: bodies.get(set.matter.body) ?? set.matter.body,
      year,
      state: set.state,
      decision: set.decision?.number ?? null,
      responsibleName: names.get(goal.responsible) ?? goal.responsible,
      indicators: goal.indicators.map((indicator) => {
        const own = values.filter(
          (v) => v.body === set.matter.body && v.goal === goal.id && v.indicator === indicator.id,
        );
        const judging = judgingValue(own, { year, targetYear: goal.targetYear });
        return {
          ...indicator,
          values: own,
          judging: judging ?? null,
          status: indicatorStatus(indicator, judging?.value),
        };
      }),
      time: goalTime({ year, targetYear: goal.targetYear }),
      actions: actions
        .filter((action) => action.goal === goal.id && action.body === set.matter.body)
        .map(({ id, text, responsible, due }) => ({
          id,
          text,
          due,
          responsible: names.get(responsible) ?? responsible,
        })),
    })),
  );
}
