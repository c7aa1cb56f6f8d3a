import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";

/** How the kinds of matter of §2.3 are read and written. */
export const controlPages: readonly KindPages[] = [
  kindPages(CONTROL_PLAN, {
    Read: lazy(async () => ({ default: (await import("./plan-content.tsx")).PlanContent })),
    write: lazy(async () => ({ default: (await import("./plan-editor-page.tsx")).PlanEditorPage })),
  }),
  kindPages(CONTROL_REPORT, {
    Read: lazy(async () => ({ default: (await import("./report-content.tsx")).ReportContent })),
    write: lazy(async () => ({ default: (await import("./report-editor-page.tsx")).ReportEditorPage })),
  }),
];
