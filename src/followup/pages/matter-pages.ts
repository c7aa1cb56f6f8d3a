import { lazy } from "react";
import type { MatterPages } from "../../decisions/pages/matter-pages.tsx";
import { actionPlanPath, reportPath } from "./paths.ts";

const reports = () => import("./report-content.tsx");
const chapter = "followup";
const write = (kind: string) => (body: string, year: number) => reportPath(kind, body, year);

/** The kinds of matter of §2.5. */
export const followupMatterPages: readonly MatterPages[] = [
  {
    kind: "follow-up",
    chapter,
    View: lazy(async () => ({ default: (await reports()).FollowUpContent })),
    write: write("follow-up"),
  },
  {
    kind: "interim-report",
    chapter,
    View: lazy(async () => ({ default: (await reports()).InterimReportContent })),
    write: write("interim-report"),
  },
  {
    kind: "annual-report",
    chapter,
    View: lazy(async () => ({ default: (await reports()).AnnualReportContent })),
    write: write("annual-report"),
  },
  {
    kind: "action-plan",
    chapter,
    View: lazy(async () => ({ default: (await import("./plan-content.tsx")).PlanContent })),
    write: actionPlanPath,
  },
];
