import type { DecidedDocuments } from "../../decisions/jobs.ts";
import { decisionNumbered } from "../../decisions/store/chain.ts";
import { documentOf, restsOn, type Version } from "../../decisions/store/versions.ts";
import { dayOfMoment } from "../../kernel/moment.ts";
import { upFrom } from "../../organisation/rules/organisation.ts";
import { allBodies } from "../../organisation/store.ts";
import type { Tx } from "../../platform/database/door.ts";
import { Document } from "../../platform/rendering/document.ts";
import { readReport } from "../contract.ts";
import type { Asking } from "../facts/gather.ts";
import { isGroup, reportData } from "../facts/report.ts";
import { REPORT_KINDS, type ReportKind } from "../rules/occasions.ts";
import { type ReportAbout, reportPdf } from "./pdf.ts";

/** Whose report a version is, of what, and what decided it. */
export async function reportAbout(tx: Tx, ctx: Asking, version: Version): Promise<ReportAbout> {
  const decision = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
  const bodies = await allBodies(tx, await restsOn(tx, version, ctx.today));
  const organ = decision && upFrom(bodies, decision.organId)[0]?.name;
  const { body, year } = version.matter;
  const kind = version.matter.kind as ReportKind;
  return {
    kind,
    body,
    year,
    group: isGroup(kind, body, bodies),
    version: version.number,
    decision: decision ? { ...decision, organ: organ ?? decision.organId } : null,
  };
}

/** A version of a report as PDF. */
export function reportDocument(tx: Tx, ctx: Asking, version: Version, about: ReportAbout): Document {
  const report = readReport(version);
  const { decided, of } = documentOf(version, "report-pdf");
  const { data } = report;
  if (data) return new Document(() => reportPdf({ ...report, data }, about), { decided, of });
  // A report from before facts were kept with it: as they were on the day of its decision, gathered each time
  return new Document(
    async () => {
      const then = { ...ctx, today: dayOfMoment(await restsOn(tx, version, ctx.today)) };
      return reportPdf({ ...report, data: await reportData(tx, then, about, report) }, about);
    },
    { decided },
  );
}

/** What readers ask for when a report has been decided. */
export const reportDocuments: DecidedDocuments = {
  kinds: REPORT_KINDS,
  of: async (tx, ctx, version) => [reportDocument(tx, ctx, version, await reportAbout(tx, ctx, version))],
};
