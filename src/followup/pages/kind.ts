import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { ACTION_PLAN, ANNUAL_REPORT, EXTRA_FOLLOW_UP, FOLLOW_UP, INTERIM_REPORT } from "../kind.ts";
import { OWNER_REPORT } from "../owner/kind.ts";

const reports = () => import("./report-content.tsx");
const write = lazy(async () => ({ default: (await import("./report-page.tsx")).ReportPage }));

/** How the kinds of matter of §2.5 are read and written. */
export const followupPages: readonly KindPages[] = [
  kindPages(FOLLOW_UP, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await reports()).FollowUpContent })),
    write,
  }),
  kindPages(EXTRA_FOLLOW_UP, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await reports()).ExtraFollowUpContent })),
    write,
  }),
  kindPages(INTERIM_REPORT, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await reports()).InterimReportContent })),
    write,
  }),
  kindPages(ANNUAL_REPORT, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await reports()).AnnualReportContent })),
    write,
  }),
  kindPages(OWNER_REPORT, {
    inTkr: true,
    Read: lazy(async () => ({
      default: (await import("../owner/pages/owner-report-view.tsx")).OwnerReportContent,
    })),
    write: lazy(async () => ({
      default: (await import("../owner/pages/owner-report-page.tsx")).OwnerReportPage,
    })),
  }),
  kindPages(ACTION_PLAN, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await import("./plan-content.tsx")).PlanContent })),
    write: lazy(async () => ({ default: (await import("./action-plan-page.tsx")).ActionPlanPage })),
  }),
];
