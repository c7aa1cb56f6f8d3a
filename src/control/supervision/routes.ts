import { lockMatter } from "../../decisions/store/versions.ts";
import type { Day } from "../../kernel/day.ts";
import { refuse } from "../../kernel/problem.ts";
import { keepHoldings } from "../../organisation/holdings.ts";
import { postsOn } from "../../organisation/rules/organisation.ts";
import { people, whoAsks } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { type Context, type Handler, handle } from "../../platform/http/handle.ts";
import { BadInput } from "../../platform/http/problems.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { decidedReports, planInForce } from "../kinds.ts";
import {
  askForPlan,
  CoordinatorNotInOffice,
  getRunningReports,
  getSupervision,
  NoControlBody,
  NoReportToReceive,
  NothingToTell,
  NotToAsk,
  nameCoordinator,
  ReceivedAlready,
  receiveReport,
  sendRunningReport,
} from "./contract.ts";
import { coordination, coordinatorThing } from "./coordination.ts";
import { annualThing, MAX_TOLD, runningView, supervisionView, unreportedOf } from "./facts.ts";
import { receiptRemarks } from "./rules/running.ts";
import {
  coordinatorsOn,
  planRequests,
  receiptKey,
  receiptsUntil,
  runningReports,
  storeCoordinator,
  storePlanRequest,
  storeReceipt,
  storeRunningReport,
} from "./store.ts";

const CITE = "§2.3";
/** Asked so many times, one goes and talks with them. */
const MAX_ASKED = 20;

/** §2.3, K-5: what is told between the reports, what organs take note of, and the executive's answer for how it is organised. */
export const supervisionHandlers: Handler[] = [
  handle(getRunningReports, async ({ params, ctx, tx }) => runningView(tx, ctx, params)),

  handle(sendRunningReport, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(sendRunningReport, params.body);
    // Director and controller may send at the same time: the second finds nothing left
    await lockMatter(tx, ctx.municipality, `running-report ${params.body} ${params.year}`);
    const open = await unreportedOf(tx, params, ctx);
    const told = body.told ? open.filter(({ id }) => body.told?.includes(id)) : open.slice(0, MAX_TOLD);
    if (told.length < new Set(body.told).size || (told.length === 0 && body.text === ""))
      refuse(NothingToTell, { params: { year: params.year } });
    const id = crypto.randomUUID();
    await storeRunningReport(tx, ctx.municipality, annualThing(params.body, params.year), {
      id,
      body: params.body,
      year: params.year,
      text: body.text,
      told,
      by: who.person?.id as string,
      on: ctx.today,
    });
    return { ...(await runningView(tx, ctx, params)), id };
  }),

  handle(receiveReport, async ({ params: { body: organ }, body: { thing, meetingDay, text }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(receiveReport, organ);
    await lockMatter(tx, ctx.municipality, `receipt ${thing}`);
    const sent = await sentTo(tx, ctx, { thing, organ, executive: who.sole("executive") });
    if (!sent) refuse(NoReportToReceive, { params: { thing } });
    if ((await receiptsUntil(tx, ctx.today)).has(receiptKey(thing, organ))) refuse(ReceivedAlready);
    const remarks = receiptRemarks(meetingDay, sent, ctx.today);
    if (remarks.length > 0) refuse(BadInput, { remarks, cite: CITE });
    const by = who.person?.id as string;
    await storeReceipt(tx, ctx.municipality, { thing, organ, meetingDay, text, by, on: ctx.today });
    return { thing };
  }),

  handle(getSupervision, async ({ params, ctx, tx }) => supervisionView(tx, ctx, params.year)),

  handle(askForPlan, async ({ params, body, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(askForPlan);
    mustHaveControl(who.bodies, params.body);
    await lockMatter(tx, ctx.municipality, `plan-request ${params.body} ${params.year}`);
    const before = (await planRequests(tx, { year: params.year }, ctx.today)).find(
      (one) => one.body === params.body,
    );
    const number = (before?.number ?? 0) + 1;
    // Once a day is enough
    if ((await planInForce(tx, params, ctx.today)) || before?.on === ctx.today || number > MAX_ASKED)
      refuse(NotToAsk, { params: { year: params.year } });
    await storePlanRequest(tx, ctx.municipality, {
      ...params,
      number,
      text: body.text,
      by: who.person?.id as string,
      on: ctx.today,
    });
    return supervisionView(tx, ctx, params.year);
  }),

  handle(nameCoordinator, async ({ params: { body }, body: { person }, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    who.mustBy(nameCoordinator, body);
    const at = mustHaveControl(who.bodies, body);
    const named = (await people(tx)).find(({ id }) => id === person);
    if (!named || postsOn(named, ctx.today).length === 0)
      refuse(CoordinatorNotInOffice, { params: { person: named?.name ?? person } });
    await lockMatter(tx, ctx.municipality, coordinatorThing(body));
    const number = ((await coordinatorsOn(tx, ctx.today)).get(body)?.number ?? 0) + 1;
    const by = who.person?.id as string;
    await storeCoordinator(tx, ctx.municipality, { body, number, person, by, on: ctx.today });
    await keepHoldings(tx, ctx.municipality, coordinatorThing(body), ctx.today, [
      coordination(body, at.name, person),
    ]);
    return { body, person };
  }),
];

const mustHaveControl = <B extends { readonly id: string; readonly kind: string }>(
  bodies: readonly B[],
  body: string,
): B => {
  const found = bodies.find(({ id, kind }) => id === body && CONTROL_PLAN.bodies.some((one) => one === kind));
  return found ?? refuse(NoControlBody, { params: { body } });
};

/** The day that something was sent to an organ: a running report to its own body, a decided annual one to the executive. */
async function sentTo(
  tx: Tx,
  { today }: Pick<Context, "today">,
  { thing, organ, executive }: { readonly thing: string; readonly organ: string; readonly executive: string },
): Promise<Day | undefined> {
  const [kind, ...rest] = thing.split(":");
  if (kind === "running-report") {
    const [found] = await runningReports(tx, { id: rest.join(":") }, today);
    return found?.body === organ ? found.on : undefined;
  }
  if (organ !== executive) return undefined;
  const annual = (await decidedReports(tx, thing, today)).findLast(({ period }) => period === "annual");
  return annual?.decidedOn;
}
