import { refuse } from "../../kernel/problem.ts";
import { endHoldings } from "../../organisation/holdings.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { allowed, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { tending } from "../course/facts.ts";
import { decisionAlone } from "../store/chain.ts";
import { unreadMatters } from "../store/secrecy.ts";
import { lockMatter } from "../store/versions.ts";
import {
  AssignmentFull,
  AssignmentNotSo,
  type AssignmentsAsked,
  type AssignmentView,
  answerAssignment,
  getAssignment,
  getAssignmentsPdf,
  getAssignmentsWord,
  giveAssignments,
  listAssignments,
  MAX_ASSIGNMENTS,
  NoAssignment,
  NoDecisionOfOrgan,
  tellAssignment,
} from "./contract.ts";
import { holdersOf, linesOf, mayTell, under, viewOf } from "./facts.ts";
import { assignmentFaults, give } from "./giving.ts";
import { ASSIGNMENT, assignmentThing } from "./kind.ts";
import { assignmentsDocument } from "./paper/list.ts";
import { isAskedFor } from "./rules/asked-for.ts";
import { ASSIGNMENT_LIMITS, type Assignment, canBeWritten } from "./rules/assignment.ts";
import { stepFaults, type Written } from "./rules/steps.ts";
import { assignmentsOn, storeStep } from "./store.ts";

const CITE = "§3.2";

/** §3.2, R-6: what organs ask of somebody in their decisions, and what becomes of it. */
export const assignmentHandlers: Handler[] = [
  handle(listAssignments, async ({ query, ctx, tx }) => listed(tx, ctx, query)),

  ...(
    [
      { route: getAssignmentsPdf, form: "pdf", ending: "pdf" },
      { route: getAssignmentsWord, form: "word", ending: "docx" },
    ] as const
  ).map(({ route, form, ending }) =>
    handle(
      route,
      async ({ query, ctx, tx }) =>
        new Answer(assignmentsDocument(tx, ctx, await listed(tx, ctx, query), form), {
          filename: `uppdrag-${ctx.today}.${ending}`,
        }),
    ),
  ),

  handle(getAssignment, async ({ params, ctx, tx }) => viewOf(tx, ctx, await known(tx, ctx, params.id))),

  handle(giveAssignments, async ({ params, body: { decision, assignments }, ctx, tx }) => {
    const giver = params.body;
    const who = await whoAsks(tx, ctx);
    who.mustBy(giveAssignments, giver);
    await lockMatter(tx, ctx.municipality, `assignments ${decision}`);
    const found = await decisionAlone(tx, decision);
    const there = found && found.organId === giver && found.decidedOn <= ctx.today;
    if (!there || (await unreadMatters(tx)).has(found.matterId))
      refuse(NoDecisionOfOrgan, { params: { decision } });
    const of = {
      giver: who.bodies.find(({ id }) => id === giver) as Body,
      decidedOn: found.decidedOn as Context["today"],
    };
    const faults = await assignmentFaults(tx, ctx, { ...of, decision }, assignments);
    if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: CITE });
    const ids = await give(tx, ctx, { ...of, number: decision, matter: found.matterId }, assignments);
    const all = await assignmentsOn(tx, { decision }, ctx.today);
    return linesOf(
      tx,
      ctx,
      all.filter(({ id }) => ids.includes(id)),
    );
  }),

  handle(tellAssignment, async ({ params, body, ctx, tx }) => {
    await lockMatter(tx, ctx.municipality, assignmentThing(params.id));
    const one = await known(tx, ctx, params.id);
    const of = await tending(tx, ctx);
    const held = (await holdersOf(tx, ctx, [one])).get(one.id);
    allowed(mayTell(of, one, held), {
      action: `edit:${ASSIGNMENT.object}`,
      body: held?.body ?? one.to,
      bodies: of.who.bodies,
    });
    const meetingDay = body.sort === "reported" ? body.meetingDay : null;
    return write(tx, ctx, one, { sort: body.sort, text: body.text, meetingDay, paragraph: null, due: null });
  }),

  handle(answerAssignment, async ({ params, body, ctx, tx }) => {
    await lockMatter(tx, ctx.municipality, assignmentThing(params.id));
    const one = await known(tx, ctx, params.id);
    (await whoAsks(tx, ctx)).mustBy(answerAssignment, one.giver);
    const { sort, text } = body;
    return write(tx, ctx, one, {
      sort,
      text,
      meetingDay: body.sort === "closed" ? body.meetingDay : null,
      paragraph: body.sort === "closed" ? (body.paragraph?.replace(/^§ ?/, "§ ") ?? null) : null,
      due: body.sort === "moved" ? body.due : null,
    });
  }),
];

/** Those that are asked for, as they stand on the day. */
async function listed(tx: Tx, ctx: Context, query: AssignmentsAsked) {
  const { bodies } = await whoAsks(tx, ctx);
  const of = { ...query, late: query.late === undefined ? undefined : query.late === "true" };
  const { body, ...asked } = query;
  const either = body === undefined ? {} : { givers: [body], receivers: under(bodies, body), either: true };
  const open = of.late === true || (of.state !== undefined && of.state !== "closed");
  const all = await assignmentsOn(tx, { ...asked, ...either, open, limit: MAX_ASSIGNMENTS }, ctx.today);
  return linesOf(
    tx,
    ctx,
    all.filter((one) => isAskedFor(one, of, bodies)),
  );
}

/** An assignment by its id, as it stands on the day; refuses where there is none that the one who asks reads. */
async function known(tx: Tx, ctx: Context, id: string): Promise<Assignment> {
  const [found] = await assignmentsOn(tx, { id }, ctx.today);
  return found ?? refuse(NoAssignment, { params: { id } });
}

/** Writes a step after those that are there; what was written before stands. What is closed is nobody's any more. */
async function write(tx: Tx, ctx: Context, one: Assignment, step: Written): Promise<AssignmentView> {
  if (!canBeWritten(step.sort, one.state))
    refuse(AssignmentNotSo, { cite: CITE, params: { state: one.state, since: one.since } });
  if (one.steps.length >= ASSIGNMENT_LIMITS.steps)
    refuse(AssignmentFull, { cite: CITE, params: { max: ASSIGNMENT_LIMITS.steps } });
  const faults = stepFaults(step, one, ctx.today);
  if (faults.length > 0) refuse(BadInput, { remarks: faults, cite: CITE });
  await storeStep(tx, ctx.municipality, one, {
    ...step,
    step: (one.steps.at(-1)?.step ?? 0) + 1,
    dueBefore: step.due === null ? null : one.due,
    by: ctx.personId as string,
    on: ctx.present,
  });
  if (step.sort === "closed") await endHoldings(tx, [assignmentThing(one.id)], ctx.present);
  return viewOf(tx, ctx, await known(tx, ctx, one.id));
}
