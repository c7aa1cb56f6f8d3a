import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DecidedDocuments } from "../../../decisions/jobs.ts";
import { headText } from "../../../decisions/rules/heads.ts";
import { decisionNumbered } from "../../../decisions/store/chain.ts";
import { documentOf, restsOn, type Version } from "../../../decisions/store/versions.ts";
import { nameOfBody } from "../../../organisation/rules/organisation.ts";
import { allBodies, municipalityOf } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { Document } from "../../../platform/rendering/document.ts";
import { pdfOrder } from "../../../platform/rendering/pdf.ts";
import type { Asking } from "../../facts/gather.ts";
import { ownerReportRoutes } from "../contract.ts";
import { OWNER_REPORT } from "../kind.ts";
import sv from "../messages/sv.json" with { type: "json" };

const TEMPLATE = readFileSync(join(import.meta.dirname, "owner-report.typ"), "utf8");

/** "rapport-till-agaren-nsva-2027.pdf", with "utkast" for what is not decided. */
export const ownerReportFilename = ({ matter, decision }: Version): string =>
  `${["rapport-till-agaren", matter.body, matter.year, ...(decision ? [] : ["utkast"])].join("-")}.pdf`;

/** A part-owned company's report as tagged PDF/UA-1: a page or two (R-8, U-10). */
export async function ownerReportDocument(tx: Tx, ctx: Asking, version: Version): Promise<Document> {
  const report = ownerReportRoutes.read(version);
  const { decided, of } = documentOf(version, "owner-report-pdf");
  const decision = version.decision && (await decisionNumbered(tx, version.decision.number))?.decision;
  const bodies = await allBodies(tx, await restsOn(tx, version, ctx.today));
  const { name: municipality } = await municipalityOf(tx, ctx.municipality);
  return new Document(
    () =>
      pdfOrder(TEMPLATE, {
        report,
        municipality,
        company: nameOfBody(bodies, version.matter.body),
        year: version.matter.year,
        decision: decision ?? null,
        head: decision ? headText(decision) : "",
        t: sv.owner,
      }),
    { decided, of },
  );
}

/** What readers ask for when a report has been decided. */
export const ownerReportDocuments: DecidedDocuments = {
  kinds: [OWNER_REPORT.kind],
  of: async (tx, ctx, version) => [await ownerReportDocument(tx, ctx, version)],
};
