import { matterHandlers } from "../decisions/routes.ts";
import { latestOfAll, type Version } from "../decisions/store.ts";
import type { Day } from "../kernel/day.ts";
import { refuse } from "../kernel/problem.ts";
import { allBodies, people, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Handler, handle, NotFound } from "../platform/http/handle.ts";
import {
  BODY_GOALS,
  BodyGoals,
  bodyGoalsRoutes,
  checkWording,
  environmentAnalysisRoutes,
  type GoalView,
  getGoalTree,
  OPERATIONS_PLAN,
  OperationsPlan,
  operationsPlanRoutes,
  registerValue,
  removeValue,
  situationAnalysisRoutes,
  strategicGoalsRoutes,
  visionRoutes,
} from "./contract.ts";
import {
  bodyGoalsKind,
  environmentAnalysisKind,
  operationsPlanKind,
  situationAnalysisKind,
  strategicGoalsKind,
  visionKind,
} from "./kinds.ts";
import { goalCountRemarks } from "./rules/goal-set.ts";
import { indicatorStatus } from "./rules/indicator.ts";
import { wordingRemarks } from "./rules/wording.ts";
import { deleteValue, governing, storeValue, valuesUntil } from "./store.ts";

export const goalKinds = [
  visionKind,
  strategicGoalsKind,
  environmentAnalysisKind,
  situationAnalysisKind,
  bodyGoalsKind,
  operationsPlanKind,
];

export const goalHandlers: Handler[] = [
  ...matterHandlers(visionRoutes, visionKind),
  ...matterHandlers(strategicGoalsRoutes, strategicGoalsKind),
  ...matterHandlers(environmentAnalysisRoutes, environmentAnalysisKind),
  ...matterHandlers(situationAnalysisRoutes, situationAnalysisKind),
  ...matterHandlers(bodyGoalsRoutes, bodyGoalsKind),
  ...matterHandlers(operationsPlanRoutes, operationsPlanKind),

  handle(getGoalTree, async ({ params, ctx, tx }) => ({
    ...(await governing(tx, params.year, ctx.today)),
    goals: await goalsOfYear(tx, params.year, ctx.today, ctx.personId !== undefined),
    deviations: await deviationsOfYear(tx, params.year, ctx.today, ctx.personId !== undefined),
  })),

  handle(checkWording, async ({ body }) => wordingRemarks(body.wording, body)),

  handle(registerValue, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.must("edit:indicator-value", params.body);
    const goals = await goalsOfYear(tx, body.year, ctx.today, true);
    const indicator = goals
      .find((goal) => goal.id === params.goal && goal.body === params.body)
      ?.indicators.find((i) => i.id === params.indicator);
    if (!indicator) refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}` } });
    await storeValue(tx, {
      municipality_id: ctx.municipality,
      body_id: params.body,
      goal_id: params.goal,
      indicator_id: params.indicator,
      measured_on: params.day,
      value: body.value,
      source: body.source,
      registered_by: who.person?.id as string,
    });
    return { status: indicatorStatus(indicator, body.value) };
  }),

  handle(removeValue, async ({ params, ctx, tx }) => {
    (await whoAsks(tx, ctx)).must("edit:indicator-value", params.body);
    if (!(await deleteValue(tx, params)))
      refuse(NotFound, { params: { what: `${params.goal}/${params.indicator}/${params.day}` } });
    return { removed: true as const };
  }),
];

/** Bodies with more goals than the model recommends (V-4). */
async function deviationsOfYear(tx: Tx, year: number, asOf: Day, drafts: boolean) {
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  return (await setsOfYear(tx, year, asOf, drafts)).flatMap(({ matter, content }) => {
    const { goals, moreThanThreeReason } = BodyGoals.parse(content);
    if (goalCountRemarks(goals.length, moreThanThreeReason).length === 0) return [];
    const bodyName = bodies.get(matter.body) ?? matter.body;
    return [
      { body: matter.body, bodyName, count: goals.length, reason: moreThanThreeReason?.trim() || null },
    ];
  });
}

/** Decided until a day; drafts only for those who have signed in. */
const isShown = (asOf: Day, drafts: boolean) => (version: Version) =>
  version.decision ? version.decision.decidedOn <= asOf : drafts;

const setsOfYear = async (tx: Tx, year: number, asOf: Day, drafts: boolean) =>
  (await latestOfAll(tx, { kind: BODY_GOALS.kind, year })).filter(isShown(asOf, drafts));

/** All bodies' goals of a year with what is measured and done; drafts only for those who have signed in. */
export async function goalsOfYear(tx: Tx, year: number, asOf: Day, drafts: boolean): Promise<GoalView[]> {
  const sets = await setsOfYear(tx, year, asOf, drafts);
  const plans = (await latestOfAll(tx, { kind: OPERATIONS_PLAN.kind, year })).filter(isShown(asOf, drafts));
  const values = await valuesUntil(tx, asOf);
  const all = await allBodies(tx);
  const bodies = new Map(all.map((body) => [body.id, body.name]));
  const serves = new Map(all.map((body) => [body.id, body.parent]));
  // A goal's id is its body's own, so an action belongs to the goal of the body that its administration serves
  const actions = plans.flatMap((plan) =>
    OperationsPlan.parse(plan.content).actions.map((action) => ({
      ...action,
      body: serves.get(plan.matter.body),
    })),
  );
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  return sets.flatMap((set) =>
    BodyGoals.parse(set.content).goals.map((goal) => ({
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
        return { ...indicator, values: own, status: indicatorStatus(indicator, own.at(-1)?.value) };
      }),
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
