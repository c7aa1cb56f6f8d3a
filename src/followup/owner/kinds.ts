import { type InWordsOf, type MatterWork, matterKind } from "../../decisions/matter-kinds.ts";
import { allBodies } from "../../organisation/store.ts";
import { type OwnerReport, ownerReportRoutes } from "./contract.ts";
import { ownerOccasion } from "./facts.ts";
import { ownerReportInWords, ownerReportRemarks } from "./rules/owner-report.ts";

/** The share that the municipality has is known: nobody types it. */
async function completed({ tx, matter, content }: MatterWork<OwnerReport>): Promise<OwnerReport> {
  const body = (await allBodies(tx)).find(({ id }) => id === matter.body);
  return { ...content, sharePercent: body?.sharePercent ?? null };
}

export const ownerReportKind = matterKind(ownerReportRoutes, {
  computed: ["sharePercent"],
  complete: completed,
  remarks: async ({ tx, ctx, matter, content }) =>
    ownerReportRemarks(content, {
      until: (await ownerOccasion(tx, content.occasion, matter.year, ctx.today))?.until,
      today: ctx.today,
    }),
  inWords: (content, { body, year, nameOf }: InWordsOf<OwnerReport>) =>
    ownerReportInWords(content, nameOf(body), year),
});
