import { readsOf, refuseUnread } from "../decisions/facts/reading.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { headsOn, type Version, versionOfHead } from "../decisions/store/versions.ts";
import { mustWrite } from "../decisions/writers/facts.ts";
import { refuse } from "../kernel/problem.ts";
import { shownVersion } from "../kernel/version.ts";
import { whoAsks } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { Answer, type Context, type Handler, handle } from "../platform/http/handle.ts";
import { getOccasions, getPlanInHand, getProposal, getReportPdf, NoReport } from "./contract.ts";
import { occasionsOf } from "./facts/occasions.ts";
import { planInHand } from "./facts/plan-in-hand.ts";
import { reportData } from "./facts/report.ts";
import { listJudgedGoals } from "./judged/contract.ts";
import { judgedGoals } from "./judged/facts.ts";
import { ownerReportHandlers } from "./owner/routes.ts";
import { reportAbout, reportDocument } from "./paper/document.ts";
import { reportFilename } from "./paper/pdf.ts";
import { proposalTexts } from "./paper/texts.ts";
import type { ReportKind } from "./rules/occasions.ts";
import { proposeReport, withGrounds } from "./rules/proposal.ts";
import { unitForecastHandlers } from "./unit/routes.ts";

export const followupHandlers: Handler[] = [
  ...unitForecastHandlers,
  ...ownerReportHandlers,

  handle(getOccasions, ({ params, ctx, tx }) => occasionsOf(tx, ctx, params.year)),

  handle(listJudgedGoals, ({ params, ctx, tx }) => judgedGoals(tx, params.year, ctx.today)),

  handle(getPlanInHand, ({ params, ctx, tx }) => planInHand(tx, params, ctx.today)),

  handle(getProposal, async ({ params, ctx, tx }) => {
    const who = await whoAsks(tx, ctx);
    const { kind, body, year } = params;
    if (!who.bodies.some((b) => b.id === body))
      refuse(NoReport, { params: { matter: matterId(kind, body, year) } });
    await mustWrite(tx, ctx, who, { id: matterId(kind, body, year), kind, body });
    return proposeReport(kind, withGrounds(await reportData(tx, ctx, params), proposalTexts));
  }),

  handle(getReportPdf, async ({ params, query, ctx, tx }) => {
    const version = await versionToPrint(tx, ctx, params, query.version);
    const about = await reportAbout(tx, ctx, version);
    return new Answer(reportDocument(tx, ctx, version, about), { filename: reportFilename(about) });
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
  const heads = await headsOn(tx, id, ctx.today);
  const head = shownVersion(heads, await readsOf(tx, ctx), number);
  if (head) return versionOfHead(tx, head);
  await refuseUnread(tx, ctx, number === undefined ? heads[0] : heads.find((one) => one.number === number));
  return refuse(NoReport, { params: { matter: id } });
}
