import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "../kind.ts";

/** How the analyses before goals are read and written (§2.4). */
export const analysisPages: readonly KindPages[] = [
  kindPages(SITUATION_ANALYSIS, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await import("./situation-view.tsx")).SituationAnalysisView })),
    write: lazy(async () => ({ default: (await import("./situation-page.tsx")).SituationPage })),
  }),
  kindPages(ENVIRONMENT_ANALYSIS, {
    Read: lazy(async () => ({ default: (await import("./environment-view.tsx")).EnvironmentAnalysisView })),
    write: lazy(async () => ({ default: (await import("./environment-page.tsx")).EnvironmentPage })),
  }),
];
