import { coursesOn } from "../decisions/course/facts.ts";
import type { Course } from "../decisions/course/rules/course.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { inForceOrDraft } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { type Held, holders } from "../organisation/holdings.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import {
  type ActionView,
  bodyGoalsRoutes,
  type GoalTree,
  type GoalView,
  type OperationsPlan,
  operationsPlanRoutes,
} from "./contract.ts";
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

const setsOfYear = (tx: Tx, year: number, asOf: Day, drafts: boolean) =>
  inForceOrDraft(tx, { kind: BODY_GOALS.kind, year }, asOf, drafts);

/**
 * All bodies' goals of a year with what is measured and done: those in force on a day, and with `drafts` also those of bodies
 * that have decided none yet.
 */
export async function goalsOfYear(tx: Tx, year: number, asOf: Day, drafts: boolean): Promise<GoalView[]> {
  const sets = await setsOfYear(tx, year, asOf, drafts);
  const plans = await inForceOrDraft(tx, { kind: OPERATIONS_PLAN.kind, year }, asOf, drafts);
  const values = await valuesUntil(tx, asOf);
  const all = await allBodies(tx);
  const bodies = new Map(all.map((body) => [body.id, body.name]));
  const serves = new Map(all.map((body) => [body.id, body.parent]));
  // A goal's id is its body's own, so an action belongs to the goal of the body that its administration serves
  const actions = plans.flatMap((plan) =>
    operationsPlanRoutes.read(plan).actions.map((action) => ({
      ...action,
      thing: thingOf(plan.matter.id, action.id),
      body: serves.get(plan.matter.body),
    })),
  );
  const has = await holders(tx, asOf);
  const courses = await coursesOn(tx, asOf);
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  const nameOf = (person: string) => names.get(person) ?? person;
  return sets.flatMap((set) =>
    bodyGoalsRoutes.read(set).goals.map((goal) => ({
      ...goal,
      ...ownerOf(has, thingOf(set.matter.id, goal.id), goal.responsible, nameOf),
      body: set.matter.body,
      bodyName: bodies.get(set.matter.body) ?? set.matter.body,
      year,
      state: set.state,
      decision: set.decision?.number ?? null,
      indicators: goal.indicators.map((indicator) => {
        const own = values.filter(
          (v) => v.body === set.matter.body && v.goal === goal.id && v.indicator === indicator.id,
        );
        const judging = judgingValue(own, { year, targetYear: goal.targetYear });
        return {
          ...indicator,
          ...indicatorOwner(has, thingOf(set.matter.id, goal.id, indicator.id), goal.responsible, nameOf),
          values: own,
          judging: judging ?? null,
          status: indicatorStatus(indicator, judging?.value),
        };
      }),
      time: goalTime({ year, targetYear: goal.targetYear }),
      actions: actions
        .filter((action) => action.goal === goal.id && action.body === set.matter.body)
        .map((action) => actionView(action, { has, course: courses(action.thing), nameOf })),
    })),
  );
}

type Action = OperationsPlan["actions"][number];
type Holders = ReadonlyMap<string, Held>;
type NameOf = (person: string) => string;

/** Who has a goal now, and whom it was decided with where that is another. */
function ownerOf(has: Holders, thing: string, decided: string, nameOf: NameOf) {
  const responsible = has.get(thing)?.person ?? decided;
  return {
    responsible,
    responsibleName: nameOf(responsible),
    decidedResponsibleName: responsible === decided ? null : nameOf(decided),
  };
}

function indicatorOwner(has: Holders, thing: string, decided: string, nameOf: NameOf) {
  const responsible = has.get(thing)?.person ?? decided;
  return { responsible, responsibleName: nameOf(responsible) };
}

function actionView(
  { id, thing, text, responsible, due }: Action & { readonly thing: string },
  { has, course, nameOf }: { readonly has: Holders; readonly course: Course; readonly nameOf: NameOf },
): ActionView {
  const present = has.get(thing)?.person ?? responsible;
  const moved = course.due !== undefined && course.due !== due;
  return {
    id,
    thing,
    text,
    responsible: nameOf(present),
    decidedResponsible: present === responsible ? null : nameOf(responsible),
    due: course.due ?? due,
    movedFrom: moved ? due : null,
    state: course.state ?? "not-begun",
  };
}
