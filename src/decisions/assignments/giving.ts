import { type Day, yearOf } from "../../kernel/day.ts";
import type { Remark } from "../../kernel/remark.ts";
import { nearestManagers } from "../../organisation/rules/managers.ts";
import { type Body, nameOfBody, type Person } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { tending } from "../course/facts.ts";
import { keepAlongside } from "../store/alongside.ts";
import { assignmentsChapter, type KeptAssignment } from "./chapter.ts";
import type { AssignmentInput } from "./contract.ts";
import { leaderOf } from "./facts.ts";
import { ASSIGNMENT, assignmentThing } from "./kind.ts";
import type { Given } from "./rules/assignment.ts";
import { givingFaults } from "./rules/giving.ts";
import { countIn, storeAssignment } from "./store.ts";

/** The decision in which something is given: whose it is, and when it was made. */
interface GivingDecision {
  readonly giver: Body;
  readonly decidedOn: Day;
}

/** Why assignments can't be given in a decision as they are written; of a decision that is being registered there are none before. */
export async function assignmentFaults(
  tx: Tx,
  ctx: Context,
  { giver, decidedOn, decision }: GivingDecision & { readonly decision?: number },
  asked: readonly AssignmentInput[],
): Promise<Remark[]> {
  if (asked.length === 0) return [];
  const of = await tending(tx, ctx);
  return givingFaults(asked, {
    bodies: of.who.bodies,
    people: of.people,
    giver,
    decidedOn,
    today: ctx.today,
    leads: leaderOf(of),
    before: decision === undefined ? 0 : await countIn(tx, decision),
    at: "assignments",
  });
}

/** Gives assignments in a decision: each is somebody's from the day that it is registered, tied to its decision and found by its words. */
export async function give(
  tx: Tx,
  ctx: Context,
  { number, matter, giver, decidedOn }: GivingDecision & { readonly number: number; readonly matter: string },
  asked: readonly AssignmentInput[],
): Promise<string[]> {
  if (asked.length === 0) return [];
  const of = await tending(tx, ctx);
  const before = await countIn(tx, number);
  const ids: string[] = [];
  for (const [i, { text, to, person, due, report }] of asked.entries()) {
    const id = `${number}-${before + i + 1}`;
    const one = {
      id,
      decision: number,
      matter,
      giver: giver.id,
      givenOn: decidedOn,
      text,
      to,
      person,
      due,
      report,
      registeredBy: of.who.person?.id as string,
      registeredOn: ctx.present,
    };
    await storeAssignment(tx, ctx.municipality, one);
    await keepAssignment(tx, ctx.municipality, one, { bodies: of.who.bodies, people: of.people });
    ids.push(id);
  }
  return ids;
}

/** Keeps beside an assignment who has it from the day that it was registered, what it hangs on, and how it is found. */
export async function keepAssignment(
  tx: Tx,
  municipality: string,
  one: Omit<Given, "paragraph">,
  { bodies, people }: { readonly bodies: readonly Body[]; readonly people: readonly Person[] },
): Promise<void> {
  const { id, matter, giver, givenOn, text, report, to, registeredOn } = one;
  const leader = nearestManagers(people, bodies, { body: to, day: registeredOn })[0];
  const content: KeptAssignment = {
    text,
    report,
    giver,
    giverName: nameOfBody(bodies, giver),
    matter,
    holder: one.person ?? (leader?.id as string),
  };
  await keepAlongside(tx, municipality, assignmentsChapter, {
    source: assignmentThing(id),
    kind: ASSIGNMENT.object,
    body: to,
    year: yearOf(givenOn),
    on: givenOn,
    heldFrom: registeredOn,
    knownFrom: registeredOn,
    content,
  });
}
