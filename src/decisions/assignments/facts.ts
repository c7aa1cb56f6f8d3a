import { type Held, holders } from "../../organisation/holdings.ts";
import { nearestManagers } from "../../organisation/rules/managers.ts";
import type { MayAnswer } from "../../organisation/rules/may.ts";
import { nameOfBody, type Person, postsOn } from "../../organisation/rules/organisation.ts";
import type { Tx } from "../../platform/database/door.ts";
import type { Context } from "../../platform/http/handle.ts";
import { mayTend, type Tending, tending } from "../course/facts.ts";
import { decisionAlone } from "../store/chain.ts";
import { openMarkings } from "../store/secrecy.ts";
import type { AssignmentLine, AssignmentView } from "./contract.ts";
import { ASSIGNMENT, assignmentThing } from "./kind.ts";
import { isUnder } from "./rules/asked-for.ts";
import { type Assignment, livedIn } from "./rules/assignment.ts";
import { assignmentsOn } from "./store.ts";

/** Who answers for what a body is asked to do: whoever leads it, or those who work for it (§3.2, R-6). */
export const leaderOf =
  ({ people, who, today }: Pick<Tending, "people" | "who" | "today">) =>
  (body: string): Person | undefined =>
    nearestManagers(people, who.bodies, { body, day: today })[0];

/** Who has each of some assignments on the day, by its id; of what is closed nobody. */
export async function holdersOf(
  tx: Tx,
  ctx: Pick<Context, "today">,
  all: readonly Assignment[],
): Promise<ReadonlyMap<string, Held>> {
  const has = await holders(
    tx,
    ctx.today,
    all.filter(({ state }) => state !== "closed").map(({ id }) => assignmentThing(id)),
  );
  return new Map([...has.values()].map((one) => [one.thing.slice(assignmentThing("").length), one]));
}

/** Assignments as they are shown in lists. */
export async function linesOf(tx: Tx, ctx: Context, all: readonly Assignment[]): Promise<AssignmentLine[]> {
  if (all.length === 0) return [];
  const { who, people: known } = await tending(tx, ctx);
  const has = await holdersOf(tx, ctx, all);
  const byId = new Map(known.map((person) => [person.id, person]));
  return all.map((one) => {
    const person = byId.get(has.get(one.id)?.person ?? "");
    return {
      id: one.id,
      decision: one.decision,
      paragraph: one.paragraph,
      giver: one.giver,
      giverName: nameOfBody(who.bodies, one.giver),
      givenOn: one.givenOn,
      text: one.text,
      to: one.to,
      toName: nameOfBody(who.bodies, one.to),
      holder: person
        ? { person: person.id, name: person.name, title: postsOn(person, ctx.today)[0]?.title ?? "" }
        : null,
      due: one.due,
      movedFrom: one.due === one.decidedDue ? null : one.decidedDue,
      report: one.report,
      state: one.state,
      since: one.since,
      late: one.late,
    };
  });
}

/** An assignment with all that is written of it, and what the one who asks may write. */
export async function viewOf(tx: Tx, ctx: Context, one: Assignment): Promise<AssignmentView> {
  const [line] = await linesOf(tx, ctx, [one]);
  const of = await tending(tx, ctx);
  const nameOf = (id: string) => of.people.find((person) => person.id === id)?.name ?? id;
  const decision = await decisionAlone(tx, one.decision);
  // A note is for those who work with it; what was done and decided is everybody's to read
  const signedIn = ctx.personId !== undefined;
  return {
    ...(line as AssignmentLine),
    sentence: decision?.sentence ?? null,
    matter: one.matter,
    registeredBy: nameOf(one.registeredBy),
    registeredOn: one.registeredOn,
    steps: one.steps
      .filter(({ sort }) => signedIn || sort !== "note")
      .map(({ step, sort, text, meetingDay, paragraph, due, dueBefore, by, on }) => ({
        step,
        sort,
        text,
        meetingDay,
        paragraph,
        due,
        dueBefore,
        by: nameOf(by),
        on,
      })),
    may: {
      tell: mayTell(of, one, (await holdersOf(tx, ctx, [one])).get(one.id)),
      answer: of.who.may(`edit:${ASSIGNMENT.object}`, one.giver),
    },
  };
}

/** Whether somebody tells how an assignment goes: who answers for it, that person's manager, or the organ that has got it. */
export const mayTell = (of: Tending, { to }: Pick<Assignment, "to">, held: Held | undefined): MayAnswer =>
  mayTend(of, { person: held?.person ?? "", body: held?.body ?? to, object: ASSIGNMENT.object });

/**
 * The assignments that a body, or those who work under it, had in a year, as they stood on a day: for what is decided and open to all. What
 * is given in a matter that is secret by law stands in neither plan nor report.
 */
export async function assignmentsOfBody(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  { today, bodies }: Pick<Context, "today"> & Pick<Tending["who"], "bodies">,
): Promise<Assignment[]> {
  const secret = await openMarkings(tx);
  const receivers = under(bodies, of.body);
  return (await assignmentsOn(tx, { receivers, lived: of.year }, today))
    .filter((one) => livedIn(one, of.year) && !secret.has(one.matter))
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

/** The bodies of which what is given to them is a body's too: itself, and those who work under it. */
export const under = (bodies: Tending["who"]["bodies"], body: string): string[] =>
  bodies.filter(({ id }) => isUnder(bodies, id, body)).map(({ id }) => id);

/** Those that an organ gave, of which something was to do in a year. */
export async function assignmentsByGiver(
  tx: Tx,
  of: { readonly body: string; readonly year: number },
  today: Context["today"],
): Promise<Assignment[]> {
  const secret = await openMarkings(tx);
  return (await assignmentsOn(tx, { giver: of.body, lived: of.year }, today))
    .filter((one) => livedIn(one, of.year) && !secret.has(one.matter))
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}
