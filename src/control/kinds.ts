import { matterKind } from "../decisions/matter-kinds.ts";
import { inForce, versionsOf } from "../decisions/store/versions.ts";
import { externalLaws } from "../documents/store.ts";
import type { Day } from "../kernel/day.ts";
import { inOffice } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { controlPlanRoutes, controlReportRoutes } from "./contract.ts";
import { CONTROL_PLAN } from "./kind.ts";
import { planRemarks, withValues } from "./rules/plan.ts";
import { reportRemarks } from "./rules/report.ts";

export const controlPlanKind = matterKind(controlPlanRoutes, {
  things: {
    of: ({ risks, controls }) => [
      ...risks.map(({ id, text }, i) => ({ ids: [id], name: text, at: `risks.${i}` })),
      ...controls.map(({ id, text }, i) => ({ ids: [id], name: text, at: `controls.${i}` })),
    ],
  },
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
  complete: async ({ tx, ctx, matter, content }) => ({
    ...content,
    plan: (await planInForce(tx, matter, ctx.today))?.source ?? null,
  }),
  remarks: async ({ tx, ctx, matter, content }) =>
    reportRemarks(content, {
      year: matter.year,
      planned: (await planInForce(tx, matter, ctx.today))?.controls,
      people: await inOffice(tx, ctx.today),
      decidedPeriods: (await decidedReports(tx, matter.id, ctx.today)).map((report) => report.period),
    }),
});

/** The plan for internal control that a body follows in a year, as in force on a day. */
async function planInForce(tx: Tx, of: { body: string; year: number }, asOf: Day) {
  const version = await inForce(tx, { kind: CONTROL_PLAN.kind, body: of.body, year: of.year }, asOf);
  if (!version?.decision) return undefined;
  return {
    source: {
      matter: version.matter.id,
      version: version.number,
      decision: version.decision.number,
    },
    controls: controlPlanRoutes.read(version).controls,
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
