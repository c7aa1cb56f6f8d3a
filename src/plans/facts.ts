import { coursesOn } from "../decisions/course/facts.ts";
import { dueNow, ownerNow } from "../decisions/course/rules/present.ts";
import type { Reads } from "../decisions/rules/reading.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { inForceOrDraft } from "../decisions/store/versions.ts";
import type { Day } from "../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../kernel/moment.ts";
import { servedOn } from "../organisation/bodies/store/bodies.ts";
import { holders } from "../organisation/holdings.ts";
import { people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type ActionView, operationsPlanRoutes } from "./contract.ts";
import { OPERATIONS_PLAN } from "./kind.ts";

/**
 * All actions of a year's operations plans with who has them and how far they have come: of those in force on a day or at a moment, and
 * with drafts that are read also of those that are being written (V-8).
 */
export async function actionsOfYear(tx: Tx, year: number, asOf: AsOf, reads: Reads): Promise<ActionView[]> {
  const plans = await inForceOrDraft(tx, { kind: OPERATIONS_PLAN.kind, year }, asOf, reads);
  const served = await servedOn(tx);
  const on = dayOfMoment(asOf);
  const has = await holders(
    tx,
    on,
    plans.map(({ matter }) => matter.id),
  );
  const courses = await coursesOn(tx, on);
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  const nameOf = (person: string) => names.get(person) ?? person;
  return plans.flatMap((plan) => {
    // A goal's id is its body's own, so an action belongs to the goal of the body that its administration serves
    const body = served(plan.matter.body, (plan.decision?.decidedOn as Day | undefined) ?? on);
    if (body === null) return [];
    return operationsPlanRoutes.read(plan).actions.map(({ id, text, goal, responsible, due }) => {
      const thing = thingOf(plan.matter.id, id);
      const owner = ownerNow(has, thing, responsible, nameOf);
      const course = courses(thing);
      return {
        id,
        thing,
        text,
        body,
        goal,
        responsible: owner.responsibleName,
        decidedResponsible: owner.decidedResponsibleName,
        ...dueNow(course, due),
        state: course.state ?? "not-begun",
      };
    });
  });
}
