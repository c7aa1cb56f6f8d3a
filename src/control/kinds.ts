import { matterKind } from "../decisions/matter-kinds.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { thingOf } from "../decisions/store/carried-on.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { inForce, versionsOf } from "../decisions/store/versions.ts";
import { externalLaws } from "../documents/store.ts";
import { type Day, day } from "../kernel/day.ts";
import { keepHoldings } from "../organisation/holdings.ts";
import { inOffice } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { controlPlanRoutes, controlReportRoutes } from "./contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT, controlPage } from "./kind.ts";
import { planRemarks, withValues } from "./rules/plan.ts";
import { reportRemarks } from "./rules/report.ts";
import { type Registered, registeredOn } from "./store.ts";

export const controlPlanKind = matterKind(controlPlanRoutes, {
  complete: async ({ content }) => withValues(content),
  remarks: async ({ tx, ctx, matter, content }) =>
    planRemarks(content, {
      year: matter.year,
      people: await inOffice(tx, ctx.today),
      laws: (await externalLaws(tx)).map((law) => law.id),
    }),
});

export const controlReportKind = matterKind(controlReportRoutes, {
  facts: ({ content }) => ({ occasion: content.period }),
  complete: async ({ tx, ctx, matter, content }) => {
    const registered = await registeredOn(tx, matter, ctx.today);
    const measures = new Set(registered.filter(({ measure }) => measure).map(registeredMeasure));
    return {
      ...content,
      plan: (await planInForce(tx, matter, ctx.today))?.source ?? null,
      // A measure is one that was registered, or the report's own: nobody names another's
      results: content.results.map((result) => {
        if (!result.measure?.thing || measures.has(result.measure.thing)) return result;
        const { thing: _, ...measure } = result.measure;
        return { ...result, measure };
      }),
      carriedOut: registered.map(({ control, time, doneOn, result }) => ({ control, time, doneOn, result })),
    };
  },
  remarks: async ({ tx, ctx, matter, content }) =>
    reportRemarks(content, {
      year: matter.year,
      planned: (await planInForce(tx, matter, ctx.today))?.controls,
      people: await inOffice(tx, ctx.today),
      decidedPeriods: (await decidedReports(tx, matter.id, ctx.today)).map((report) => report.period),
      registered: await registeredOn(tx, matter, ctx.today),
    }),
  // Whom the report names for a measure that was registered with its control has it, by the rule of every decision
  adopted: async ({ tx, ctx, matter, content }, _version, decision) => {
    const decided = await decisionNumbered(tx, decision);
    for (const { measure } of content.results)
      if (measure?.thing)
        await keepHoldings(
          tx,
          ctx.municipality,
          measure.thing,
          decided ? day(decided.decision.decidedOn) : ctx.today,
          [
            {
              thing: measure.thing,
              what: "measure",
              person: measure.responsible,
              body: matter.body,
              name: measure.text,
              href: controlPage(matter.body, matter.year),
            },
          ],
        );
  },
});

/** A registered measure's id in the house: its report's, its control's, and which time it was. */
export const registeredMeasure = (of: Pick<Registered, "body" | "year" | "control" | "time">): string =>
  thingOf(matterId(CONTROL_REPORT.kind, of.body, of.year), "measures", of.control, String(of.time));

/** A measure's id in the house where only the report speaks of it. */
export const reportedMeasure = (matter: string, control: string): string =>
  thingOf(matter, "measures", control);

/** The plan for internal control that a body follows in a year, as in force on a day. */
export async function planInForce(tx: Tx, of: { body: string; year: number }, asOf: Day) {
  const version = await inForce(tx, { kind: CONTROL_PLAN.kind, body: of.body, year: of.year }, asOf);
  if (!version?.decision) return undefined;
  return {
    source: {
      matter: version.matter.id,
      version: version.number,
      decision: version.decision.number,
    },
    matter: version.matter.id,
    ...controlPlanRoutes.read(version),
  };
}

/** A body's decided reports of a year until a day, oldest first. */
export async function decidedReports(tx: Tx, matter: string, asOf: Day) {
  const decided = (await versionsOf(tx, matter)).flatMap((version) =>
    version.decision && version.decision.decidedOn <= asOf
      ? [{ content: controlReportRoutes.read(version), decision: version.decision }]
      : [],
  );
  return decided.reverse().map(({ content, decision }) => ({
    period: content.period,
    results: content.results,
    decision: decision.number,
    decidedOn: decision.decidedOn,
  }));
}

/** What can be decided of §2.3. */
export const controlKinds = [controlPlanKind, controlReportKind];
