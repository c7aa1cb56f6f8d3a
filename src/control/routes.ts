import { mustTend, tending } from "../decisions/course/facts.ts";
import { lockMatter } from "../decisions/store/versions.ts";
import { refuse } from "../kernel/problem.ts";
import { endHoldings, holders, keepHoldings } from "../organisation/holdings.ts";
import { inOffice } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type Context, type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import {
  CarriedOutFull,
  getControlOverview,
  getControlsInHand,
  NoControl,
  NotCarriedOut,
  registerCarriedOut,
  takeBackCarriedOut,
} from "./contract.ts";
import { controlsInHand, controlThing } from "./facts/in-hand.ts";
import { controlOverview } from "./facts/overview.ts";
import { CONTROL_PLAN, controlPage } from "./kind.ts";
import { planInForce, registeredMeasure } from "./kinds.ts";
import { carriedOutRemarks } from "./rules/carried-out.ts";
import { registeredCounts, registeredOn, storeCarriedOut, takeBack } from "./store.ts";

/** Every day of the year, and some that were taken back. */
const MAX_A_CONTROL = 400;
const MAX_A_YEAR = 2000;

export const controlHandlers: Handler[] = [
  handle(getControlOverview, async ({ params, ctx, tx }) => ({
    year: params.year,
    bodies: await controlOverview(tx, ctx, params.year),
  })),

  handle(getControlsInHand, async ({ params, ctx, tx }) => controlsInHand(tx, ctx, params)),

  handle(registerCarriedOut, async ({ params, body, ctx, tx }) => {
    const { control, by } = await mustCarryOut(tx, ctx, params);
    const people = await inOffice(tx, ctx.today);
    const stops = carriedOutRemarks(body, { year: params.year, today: ctx.today, people });
    if (stops.length > 0) refuse(BadInput, { remarks: stops, cite: stops[0]?.cite });
    const counts = await registeredCounts(tx, { ...params, control: control.id });
    if (counts.own >= MAX_A_CONTROL || counts.all >= MAX_A_YEAR)
      refuse(CarriedOutFull, { params: { max: counts.own >= MAX_A_CONTROL ? MAX_A_CONTROL : MAX_A_YEAR } });
    const at = { body: params.body, year: params.year, control: control.id, time: counts.own + 1 };
    const { result, doneOn, sample, finding, measure } = body;
    await storeCarriedOut(tx, ctx.municipality, {
      ...at,
      result,
      doneOn,
      sample,
      finding,
      measure: measure && { text: measure.text, due: measure.due },
      by,
      from: ctx.today,
    });
    if (measure) {
      const thing = registeredMeasure(at);
      await keepHoldings(tx, ctx.municipality, thing, ctx.today, [
        {
          thing,
          what: "measure",
          person: measure.responsible,
          body: params.body,
          name: measure.text,
          href: controlPage(params.body, params.year),
        },
      ]);
    }
    return controlsInHand(tx, ctx, params);
  }),

  handle(takeBackCarriedOut, async ({ params, body, ctx, tx }) => {
    const { by } = await mustCarryOut(tx, ctx, params);
    const there = (await registeredOn(tx, params, ctx.today)).find(
      ({ control, time }) => control === params.control && time === params.time,
    );
    if (!there) refuse(NotCarriedOut, { params: { time: params.time } });
    await takeBack(tx, params, { by, on: ctx.today, reason: body.reason });
    await endHoldings(tx, [registeredMeasure(there)], ctx.today);
    return controlsInHand(tx, ctx, params);
  }),
];

/** The control of the decided plan, for one who may say what was done of it: its owner, the manager, who writes the plan. */
async function mustCarryOut(
  tx: Tx,
  ctx: Context,
  at: { readonly body: string; readonly year: number; readonly control: string },
) {
  await lockMatter(tx, ctx.municipality, `carried-out ${at.body} ${at.year} ${at.control}`);
  const plan = await planInForce(tx, at, ctx.today);
  const control = plan?.controls.find(({ id }) => id === at.control);
  if (!plan || !control) refuse(NoControl, { params: { control: at.control, year: at.year } });
  const of = await tending(tx, ctx);
  const person = (await holders(tx, ctx.today)).get(controlThing(plan.matter, control.id))?.person;
  mustTend(of, {
    person: person ?? control.responsible,
    body: at.body,
    object: CONTROL_PLAN.kind,
    name: control.text,
  });
  return { control, by: of.who.person?.id as string };
}
