import { coursesOn } from "../../decisions/course/facts.ts";
import { isClosed } from "../../decisions/course/rules/course.ts";
import { dueNow, ownerNow } from "../../decisions/course/rules/present.ts";
import { thingOf } from "../../decisions/store/carried-on.ts";
import { inForce } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { holders } from "../../organisation/holdings.ts";
import { people } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { actionPlanRoutes, type MeasureInHand, type PlanInHand } from "../contract.ts";
import { ACTION_PLAN } from "../kind.ts";
import { DECIDED_STATE, effectsTkr } from "../rules/measures-in-hand.ts";

/** The measures of a body's decided action plan as they stand on a day (U-8); none where no plan is decided. */
export async function planInHand(tx: Tx, at: { body: string; year: number }, day: Day): Promise<PlanInHand> {
  const version = await inForce(tx, { kind: ACTION_PLAN.kind, ...at }, day);
  if (!version) return { measures: [], ...effectsTkr([]) };
  const has = await holders(tx, day, [version.matter.id]);
  const courses = await coursesOn(tx, day);
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  const name = (id: string) => names.get(id) ?? id;
  const measures = actionPlanRoutes.read(version).measures.map((measure): MeasureInHand => {
    const thing = thingOf(version.matter.id, measure.id);
    const course = courses(thing);
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
  return { measures, ...effectsTkr(measures) };
}
