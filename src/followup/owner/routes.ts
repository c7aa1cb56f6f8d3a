import { versionToPrint } from "../../decisions/facts/printed.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { refuse } from "../../kernel/problem.ts";
import { Answer, type Handler, handle } from "../../platform/http/handle.ts";
import { NoReport } from "../contract.ts";
import { getOwnerReportPdf, listOwnerReports } from "./contract.ts";
import { ownerReports } from "./facts.ts";
import { OWNER_REPORT } from "./kind.ts";
import { ownerReportDocument, ownerReportFilename } from "./paper/document.ts";

export const ownerReportHandlers: Handler[] = [
  handle(listOwnerReports, ({ params, ctx, tx }) => ownerReports(tx, params.year, ctx.today)),

  handle(getOwnerReportPdf, async ({ params, query, ctx, tx }) => {
    const id = matterId(OWNER_REPORT.kind, params.body, params.year);
    const version = await versionToPrint(tx, ctx, id, query.version);
    if (!version) refuse(NoReport, { params: { matter: id } });
    return new Answer(await ownerReportDocument(tx, ctx, version), {
      filename: ownerReportFilename(version),
    });
  }),
];
