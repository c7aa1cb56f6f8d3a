import { assignmentsByGiver, assignmentsOfBody } from "../../decisions/assignments/facts.ts";
import type { Assignment } from "../../decisions/assignments/rules/assignment.ts";
import { type Body, nameOfBody } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { AssignmentFact } from "../rules/report-data.ts";
import type { Asking } from "./gather.ts";

/** What was asked of a body that a report is of, and of the group what the council asked of anybody. */
export async function assignmentFacts(
  tx: Tx,
  ctx: Asking,
  of: { readonly body: string; readonly year: number },
  { bodies, group }: { readonly bodies: readonly Body[]; readonly group: boolean },
): Promise<AssignmentFact[]> {
  const all = group
    ? await assignmentsByGiver(tx, of, ctx.today)
    : await assignmentsOfBody(tx, of, { today: ctx.today, bodies });
  const name = (id: string) => nameOfBody(bodies, id);
  return all.map((one) => ({
    id: one.id,
    text: one.text,
    giver: name(one.giver),
    to: name(one.to),
    givenOn: one.givenOn,
    due: one.due,
    state: one.state,
    late: one.late,
    said: saidOf(one),
  }));
}

const saidOf = ({ steps }: Assignment): string | null =>
  steps.findLast(({ sort }) => sort === "reported")?.text ?? null;
