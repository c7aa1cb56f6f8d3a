import { versionToPrint } from "../decisions/facts/printed.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { mustWrite } from "../decisions/writers/facts.ts";
import { refuse } from "../kernel/problem.ts";
import { whoAsks } from "../organisation/store.ts";
import { Answer, type Handler, handle } from "../platform/http/handle.ts";
import { getOccasions, getPlanInHand, getProposal, getReportPdf, NoReport } from "./contract.ts";
import { occasionsOf } from "./facts/occasions.ts";
import { planInHand } from "./facts/plan-in-hand.ts";
import { reportData } from "./facts/report.ts";
import { listJudgedGoals, listReportedParts } from "./judged/contract.ts";
import { judgedGoals, reportedParts } from "./judged/facts.ts";
import { ownerReportHandlers } from "./owner/routes.ts";
import { reportAbout, reportDocument } from "./paper/document.ts";
import { reportFilename } from "./paper/pdf.ts";
import { proposalTexts } from "./paper/texts.ts";
import { proposeReport, withGrounds } from "./rules/proposal.ts";
import { unitForecastHandlers } from "./unit/routes.ts";

export const followupHandlers: Handler[] = [
  ...unitForecastHandlers,
  ...ownerReportHandlers,

  handle(getOccasions, ({ params, ctx, tx }) => occasionsOf(tx, ctx, params.year)),

  handle(listJudgedGoals, ({ params, ctx, tx }) => judgedGoals(tx, params.year, ctx.today)),
  handle(listReportedParts, ({ params, ctx, tx }) => reportedParts(tx, params.year, ctx.today)),

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
    const matter = matterId(params.kind, params.body, params.year);
    const version = await versionToPrint(tx, ctx, matter, query.version);
    if (!version) refuse(NoReport, { params: { matter } });
    const about = await reportAbout(tx, ctx, version);
    return new Answer(reportDocument(tx, ctx, version, about), { filename: reportFilename(about) });
  }),
];
