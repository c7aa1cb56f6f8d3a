import { readsOf, refuseUnread } from "../../decisions/facts/reading.ts";
import { matterId } from "../../decisions/rules/kind.ts";
import { headsOn, versionOfHead } from "../../decisions/store/versions.ts";
import { refuse } from "../../kernel/problem.ts";
import { shownVersion } from "../../kernel/version.ts";
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
    const heads = await headsOn(tx, id, ctx.today);
    const head = shownVersion(heads, await readsOf(tx, ctx), query.version);
    if (!head) {
      await refuseUnread(
        tx,
        ctx,
        query.version === undefined ? heads[0] : heads.find(({ number }) => number === query.version),
      );
      return refuse(NoReport, { params: { matter: id } });
    }
    const version = await versionOfHead(tx, head);
    return new Answer(await ownerReportDocument(tx, ctx, version), {
      filename: ownerReportFilename(version),
    });
  }),
];
