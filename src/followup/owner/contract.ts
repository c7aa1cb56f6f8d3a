import { z } from "zod";
import { DraftNotYours, matterRoutes } from "../../decisions/contract.ts";
import { BodyId, DayText, Year } from "../../organisation/contract.ts";
import { NoDocumentYet, route } from "../../platform/http/contract.ts";
import { NoReport } from "../contract.ts";
import { OWNER_REPORT } from "./kind.ts";
import { OWNER_OCCASIONS, OWNER_RISKS } from "./rules/owner-report.ts";

const Text = z.string().max(4000);
const Tkr = z.number().int().min(-1_000_000_000).max(1_000_000_000);

/** A part-owned company has no goals of its own here, and reports shortly. Amounts in tkr, of the whole company. */
export const OwnerReport = z.object({
  occasion: z.enum(OWNER_OCCASIONS),
  happened: Text,
  resultTkr: Tkr.nullable(),
  equityTkr: Tkr.nullable(),
  /** How the owners' demands are kept. */
  demands: Text,
  risk: z.enum(OWNER_RISKS).nullable(),
  riskText: Text,
  /** The municipality's share when it was written; filled in by the server. */
  sharePercent: z.number().nullable().optional(),
});
export type OwnerReport = z.output<typeof OwnerReport>;

export const ownerReportRoutes = matterRoutes(OWNER_REPORT, OwnerReport);

const Told = z.object({
  occasion: z.enum(OWNER_OCCASIONS),
  due: DayText.nullable(),
  late: z.boolean(),
  /** The decided report; null until there is one. */
  report: z
    .object({
      version: z.number().int(),
      decision: z.number().int(),
      decidedOn: DayText,
      resultTkr: Tkr.nullable(),
      equityTkr: Tkr.nullable(),
      risk: z.enum(OWNER_RISKS).nullable(),
      happened: z.string(),
    })
    .nullable(),
});
const OwnerReports = z.array(
  z.object({
    body: z.string(),
    name: z.string(),
    sharePercent: z.number().nullable(),
    told: z.array(Told),
  }),
);
export type OwnerReports = z.output<typeof OwnerReports>;

export const listOwnerReports = route({
  id: "listOwnerReports",
  method: "GET",
  path: "/followup/owner-reports/{year}",
  chapter: "followup",
  summary: "De delägda bolagens korta rapporter till ägaren, och vilka som återstår (§3.2)",
  access: "public",
  params: z.object({ year: Year }),
  returns: OwnerReports,
});

export const getOwnerReportPdf = route({
  id: "getOwnerReportPdf",
  method: "GET",
  path: "/followup/owner-reports/{body}/{year}/pdf",
  chapter: "followup",
  summary:
    "Det delägda bolagets rapport som tillgänglig PDF: den beslutade, annars utkastet för den som får läsa det (§3.2)",
  access: "public",
  params: z.object({ body: BodyId, year: Year }),
  query: z.object({ version: z.coerce.number().int().min(1).max(100_000).optional() }),
  returns: z.unknown(),
  produces: "application/pdf",
  problems: [NoReport, NoDocumentYet, DraftNotYours],
});
