import { coursesOn } from "../../decisions/course/facts.ts";
import { dueNow, ownerNow } from "../../decisions/course/rules/present.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import type { Reads } from "../../decisions/rules/reading.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { inForceOrDraft, type Version } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../../kernel/moment.ts";
import { servedOn } from "../../organisation/bodies/store/bodies.ts";
import { holders } from "../../organisation/holdings.ts";
import { type Body, COMMITTEES_AND_BOARDS, nameOfBody } from "../../organisation/rules/organisation.ts";
import { allBodies, personNames } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type ActionView, type OperationsPlan, operationsPlanRoutes, unitPlanRoutes } from "../contract.ts";
import { OPERATIONS_PLAN, UNIT_PLAN } from "../kind.ts";
import { planBody } from "../rules/serves.ts";
import { isLate } from "../rules/tally.ts";

/** A plan with its actions as they stand on a day. */
export interface StandingPlan {
  readonly version: Version;
  readonly content: OperationsPlan;
  readonly actions: readonly ActionView[];
}

/** What a version of either kind of plan holds. */
export const readPlan = (version: Version): OperationsPlan =>
  (version.matter.kind === UNIT_PLAN.kind ? unitPlanRoutes : operationsPlanRoutes).read(version);

/**
 * A year's operations plans and units' plans with who has each action and how far it has come: those in force on a day or at a moment,
 * and with drafts that are read also those that are being written (V-8).
 */
export async function plansOfYear(tx: Tx, year: number, asOf: AsOf, reads: Reads): Promise<StandingPlan[]> {
  const plans = [
    ...(await inForceOrDraft(tx, { kind: OPERATIONS_PLAN.kind, year }, asOf, reads)),
    ...(await inForceOrDraft(tx, { kind: UNIT_PLAN.kind, year }, asOf, reads)),
  ];
  if (plans.length === 0) return [];
  const on = dayOfMoment(asOf);
  const bodies = await allBodies(tx, asOf);
  const worksFor = await worksForOn(tx, bodies);
  const has = await holders(
    tx,
    on,
    plans.map(({ matter }) => matter.id),
  );
  const courses = await coursesOn(tx, on);
  const nameOf = await personNames(tx);
  const contents = new Map(plans.map((plan) => [plan.matter.id, readPlan(plan)]));
  /** A unit's part of an action serves what that serves. */
  const goalAbove = (plan: string, id: string) =>
    contents.get(plan)?.actions.find((action) => action.id === id)?.goal ?? "";
  return plans.map((version) => {
    const { matter } = version;
    const content = contents.get(matter.id) as OperationsPlan;
    // A goal's id is its body's own, so an action belongs to the goal of the body that its plan's body works for
    const body = worksFor(matter.body, (version.decision?.decidedOn as Day | undefined) ?? on) ?? "";
    const plan = planBody(bodies, matter.body)?.id;
    const above = plan === undefined ? "" : matterId(OPERATIONS_PLAN.kind, plan, year);
    const actions = content.actions.map((action): ActionView => {
      const { id, text, goal, assignment, under, unit, responsible, from, due, effect, costTkr } = action;
      const thing = thingOf(matter.id, id);
      const owner = ownerNow(has, thing, responsible, nameOf);
      const course = courses(thing, "action");
      const state = course.state ?? "not-begun";
      const day = dueNow(course, due);
      return {
        id,
        thing,
        text,
        body,
        goal: goal === "" && under !== "" ? goalAbove(above, under) : goal,
        assignment,
        plan: matter.body,
        unit,
        unitName: nameOfBody(bodies, unit),
        under: under === "" ? null : thingOf(above, under),
        responsible: owner.responsibleName,
        decidedResponsible: owner.decidedResponsibleName,
        from,
        ...day,
        effect,
        costTkr,
        state,
        stateReason: course.stateReason,
        stateFrom: course.stateFrom,
        late: isLate({ due: day.due, state }, on),
        note: course.note ?? null,
      };
    });
    return { version, content, actions };
  });
}

/** All actions of a year's operations plans, which reports tell of: what units have made of them is theirs (V-8). */
export const actionsOfYear = async (tx: Tx, year: number, asOf: AsOf, reads: Reads): Promise<ActionView[]> =>
  (await plansOfYear(tx, year, asOf, reads))
    .filter(({ version }) => version.matter.kind === OPERATIONS_PLAN.kind)
    .flatMap(({ actions }) => actions)
    .filter(({ body }) => body !== "");

/** The committee or the board that a body worked for on a day, whatever has come of them since. */
async function worksForOn(
  tx: Tx,
  bodies: readonly Body[],
): Promise<(body: string, day: Day) => string | null> {
  const served = await servedOn(tx);
  const kinds = new Map(bodies.map(({ id, kind }) => [id, kind]));
  return (body, day) => {
    let at: string | null = body;
    for (let step = 0; at !== null && step < MAX_STEPS; step++) {
      const kind = kinds.get(at);
      if (kind !== undefined && COMMITTEES_AND_BOARDS.includes(kind)) return at;
      at = served(at, day);
    }
    return null;
  };
}
/** No organisation is so deep; a circle in one ends here. */
const MAX_STEPS = 30;
