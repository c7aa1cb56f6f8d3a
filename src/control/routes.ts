import { mustTend, sharingCourse, tending, thingIn } from "../decisions/course/facts.ts";
import { writeEntry } from "../decisions/course/store.ts";
import { lockMatter } from "../decisions/store/versions.ts";
import { refuse } from "../kernel/problem.ts";
import { endHoldings, keepHoldings } from "../organisation/holdings.ts";
import { inOffice } from "../organisation/store.ts";
import { type Handler, handle } from "../platform/http/handle.ts";
import { BadInput } from "../platform/http/problems.ts";
import {
  CarriedOutFull,
  checkMeasure,
  getControlOverview,
  getControlsInHand,
  NoMeasure,
  NotCarriedOut,
  registerCarriedOut,
  takeBackCarriedOut,
} from "./contract.ts";
import { mustCarryOut } from "./facts/carry-out.ts";
import { controlsInHand } from "./facts/in-hand.ts";
import { measuresOn } from "./facts/measures.ts";
import { controlOverview } from "./facts/overview.ts";
import { CONTROL_REPORT } from "./kind.ts";
import { registeredMeasure, registeredMeasureHeld } from "./kinds.ts";
import { carriedOutRemarks } from "./rules/carried-out.ts";
import { checkRemarks } from "./rules/measure.ts";
import { registeredCounts, registeredOn, storeCarriedOut, storeMeasureCheck, takeBack } from "./store.ts";

/** Every day of the year, and some that were taken back. */
const MAX_A_CONTROL = 400;
const MAX_A_YEAR = 2000;
/** What is written of a thing is not longer. */
const MAX_REASON = 1000;

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
      measure,
      by,
      from: ctx.today,
    });
    if (measure) {
      const thing = registeredMeasure(at);
      await keepHoldings(tx, ctx.municipality, thing, ctx.today, [
        registeredMeasureHeld({ ...at, measure, by }),
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

  handle(checkMeasure, async ({ body: { thing, verdict, text }, ctx, tx }) => {
    await lockMatter(tx, ctx.municipality, "course");
    const measure = (await measuresOn(tx, {}, ctx.today)).find((one) => one.thing === thing);
    if (!measure) refuse(NoMeasure, { params: { measure: thing } });
    const of = await tending(tx, ctx);
    mustTend(of, {
      person: measure.responsible,
      body: measure.body,
      object: CONTROL_REPORT.kind,
      name: measure.text,
    });
    const by = of.who.person?.id as string;
    const stops = checkRemarks(by, measure, measure.checks);
    if (stops.length > 0) refuse(BadInput, { remarks: stops, cite: stops[0]?.cite });
    const entry = measure.stateEntry as number;
    await storeMeasureCheck(tx, ctx.municipality, thing, { entry, verdict, text, by, on: ctx.today });
    // What is not enough goes back to whoever has it, with what is left to do
    if (verdict === "not-enough") {
      const { series } = await thingIn(tx, thing);
      const things = sharingCourse(series, thing, "measure");
      await writeEntry(tx, ctx.municipality, {
        thing,
        things,
        sort: "state",
        value: "under-way",
        reason: text.slice(0, MAX_REASON),
        by,
        from: ctx.today,
      });
    }
    return controlsInHand(tx, ctx, { body: measure.body, year: measure.year });
  }),
];
