import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { BODY_GOALS, ENVIRONMENT_ANALYSIS, SITUATION_ANALYSIS } from "../kind.ts";
import { governingPages } from "../vision/pages/kind.ts";

const views = () => import("./content-views.tsx");

/** How the kinds of matter of §2.1 and §2.4 are read and written. */
export const goalPages: readonly KindPages[] = [
  ...governingPages,
  kindPages(BODY_GOALS, {
    Read: lazy(async () => ({ default: (await views()).BodyGoalsView })),
    write: lazy(async () => ({ default: (await import("./goals-editor-page.tsx")).GoalsEditorPage })),
  }),
  kindPages(SITUATION_ANALYSIS, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await views()).SituationAnalysisView })),
  }),
  kindPages(ENVIRONMENT_ANALYSIS, {
    Read: lazy(async () => ({ default: (await views()).EnvironmentAnalysisView })),
  }),
];
