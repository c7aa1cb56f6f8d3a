import { lazy } from "react";
import type { MatterPages } from "../../decisions/pages/matter-pages.tsx";

const chapter = "control";

/** The kinds of matter of §2.3. */
export const controlMatterPages: readonly MatterPages[] = [
  {
    kind: "control-plan",
    chapter,
    View: lazy(async () => ({ default: (await import("./plan-content.tsx")).PlanContent })),
    write: (body, year) => `/kontroll/plan/${body}/${year}`,
  },
  {
    kind: "control-report",
    chapter,
    View: lazy(async () => ({ default: (await import("./report-content.tsx")).ReportContent })),
    write: (body, year) => `/kontroll/rapport/${body}/${year}`,
  },
];
