import { matterId } from "../decisions/rules/kind.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { restsOn, type Version, versionOn } from "../decisions/store/versions.ts";
import { dayOfMoment } from "../kernel/moment.ts";
import { refuse } from "../kernel/problem.ts";
import { shownVersion } from "../kernel/version.ts";
import { upFrom } from "../organisation/rules/organisation.ts";
import { allBodies, whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../platform/http/handle.ts";
import { getOccasions, getPlanInHand, getProposal, getReportPdf, NoReport, readReport } from "./contract.ts";
import { occasionsOf } from "./facts/occasions.ts";
import { planInHand } from "./facts/plan-in-hand.ts";
import { isGroup, reportData } from "./facts/report.ts";
import { reportFilename, reportPdf } from "./paper/pdf.ts";
import { proposalTexts } from "./paper/texts.ts";
import type { ReportKind } from "./rules/occasions.ts";
import { proposeReport, withGrounds } from "./rules/proposal.ts";

export const followupHandlers: Handler[] = [
  handle(getOccasions, ({ params, ctx, tx }) => occasionsOf(tx, ctx, params.year)),

  handle(getPlanInHand, ({ params, ctx, tx }) => planInHand(tx, params, ctx.today)),

  handle(getProposal, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const { kind, body, year } = params;
    if (!who.bodies.some((b) => b.id === body))
      refuse(NoReport, { params: { matter: matterId(kind, body, year) } });
    who.must(`edit:${kind}`, body);
    return proposeReport(kind, withGrounds(await reportData(tx, ctx, params), proposalTexts));
  }),

  handle(getReportPdf, async ({ params, query, ctx, tx }) => {
    const version = await versionToPrint(tx, ctx, params, query.version);
    const decision = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
    const asOf = await restsOn(tx, version, ctx.today);
    const bodies = await allBodies(tx, asOf);
    const organ = decision && upFrom(bodies, decision.organId)[0]?.name;
    const about = {
      kind: params.kind,
      body: params.body,
      year: params.year,
      group: isGroup(params.kind, params.body, bodies),
      version: version.number,
      decision: decision ? { ...decision, organ: organ ?? decision.organId } : null,
    };
    const report = readReport(version);
    // A report from before facts were kept with it: as they were on the day of its decision
    const then = { ...ctx, today: dayOfMoment(asOf) };
    const data = report.data ?? (await reportData(tx, then, params, report));
    return new Answer(await reportPdf({ ...report, data }, about), { filename: reportFilename(about) });
  }),
];

/** The version to print, or that of a number. Refuses where there is none, or none for this reader. */
async function versionToPrint(
  tx: Tx,
  ctx: Context,
  about: { kind: ReportKind; body: string; year: number },
  number: number | undefined,
): Promise<Version> {
  const id = matterId(about.kind, about.body, about.year);
  const version = await versionOn(tx, id, ctx.today, (heads) =>
    shownVersion(heads, ctx.personId !== undefined, number),
  );
  return version ?? refuse(NoReport, { params: { matter: id } });
}
