import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { CONTROL_JUDGEMENT, GROUP_RISKS } from "../supervision/kind.ts";

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
  kindPages(GROUP_RISKS, {
    Read: lazy(async () => ({
      default: (await import("../supervision/pages/group-risks-view.tsx")).GroupRisksContent,
    })),
    write: lazy(async () => ({
      default: (await import("../supervision/pages/group-risks-page.tsx")).GroupRisksPage,
    })),
  }),
  kindPages(CONTROL_JUDGEMENT, {
    Read: lazy(async () => ({
      default: (await import("../supervision/pages/judgement-view.tsx")).JudgementContent,
    })),
    write: lazy(async () => ({
      default: (await import("../supervision/pages/judgement-page.tsx")).JudgementPage,
    })),
  }),
];
