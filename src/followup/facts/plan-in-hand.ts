import { coursesOn } from "../../decisions/course/facts.ts";
import { isClosed } from "../../decisions/course/rules/course.ts";
import { dueNow, ownerNow } from "../../decisions/course/rules/present.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { inForce } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { holders } from "../../organisation/holdings.ts";
import { namesOfPeople } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { sha256 } from "../../platform/hash.ts";
import { type ActionPlan, actionPlanRoutes, type MeasureInHand, type PlanInHand } from "../contract.ts";
import { ACTION_PLAN } from "../kind.ts";
import { DECIDED_STATE, effectsTkr } from "../rules/measures-in-hand.ts";

/** What a plan has taken to somebody, as a thing that is held: another question is another thing, the same one said again is not. */
export const escalationThing = (plan: string, text: string): string =>
  thingOf(plan, "escalation", sha256(text).slice(0, 12));

/** The measures of a body's decided action plan and what it has taken to somebody, as they stand on a day (U-8); none where no plan is decided. */
export async function planInHand(tx: Tx, at: { body: string; year: number }, day: Day): Promise<PlanInHand> {
  const version = await inForce(tx, { kind: ACTION_PLAN.kind, ...at }, day);
  if (!version) return { measures: [], escalation: null, ...effectsTkr([]) };
  const has = await holders(tx, day, [version.matter.id]);
  const courses = await coursesOn(tx, day);
  const name = await namesOfPeople(tx);
  const plan: ActionPlan = actionPlanRoutes.read(version);
  const measures = plan.measures.map((measure): MeasureInHand => {
    const thing = thingOf(version.matter.id, measure.id);
    const course = courses(thing, "measure");
    const state = course.state ?? DECIDED_STATE[measure.status];
    const { responsible: _person, ...owner } = ownerNow(has, thing, measure.responsible, name);
    const { due, movedFrom } = dueNow(course, measure.effectBy);
    return {
      id: measure.id,
      thing,
      text: measure.text,
      ...owner,
      amountTkr: measure.amountTkr,
      effectTkr: course.effectTkr ?? null,
      effectBy: due,
      movedFrom,
      state,
      note: course.note ?? null,
      late: !isClosed(state) && due < day,
    };
  });
  return { measures, escalation: escalationInHand(), ...effectsTkr(measures) };

  function escalationInHand(): PlanInHand["escalation"] {
    if (!plan.escalation) return null;
    const thing = escalationThing(version?.matter.id ?? "", plan.escalation.text);
    const { responsible: _person, ...owner } = ownerNow(has, thing, plan.escalation.to, name);
    const { state = "not-begun", stateReason, note = null } = courses(thing, "measure");
    return { thing, text: plan.escalation.text, ...owner, state, answer: stateReason, note };
  }
}
