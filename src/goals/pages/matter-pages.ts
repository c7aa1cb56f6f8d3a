import { lazy } from "react";
import type { MatterPages } from "../../decisions/pages/matter-pages.tsx";

const views = () => import("./content-views.tsx");
const chapter = "goals";

/** The kinds of matter of §2.1 and §2.4 that this chapter shows. */
export const goalMatterPages: readonly MatterPages[] = [
  { kind: "vision", chapter, View: lazy(async () => ({ default: (await views()).VisionView })) },
  {
    kind: "strategic-goals",
    chapter,
    View: lazy(async () => ({ default: (await views()).StrategicGoalsView })),
  },
  {
    kind: "body-goals",
    chapter,
    View: lazy(async () => ({ default: (await views()).BodyGoalsView })),
    write: (body, year) => `/mal/${body}/${year}/skriv`,
  },
  {
    kind: "situation-analysis",
    chapter,
    View: lazy(async () => ({ default: (await views()).SituationAnalysisView })),
  },
  {
    kind: "environment-analysis",
    chapter,
    View: lazy(async () => ({ default: (await views()).EnvironmentAnalysisView })),
  },
  {
    kind: "operations-plan",
    chapter,
    View: lazy(async () => ({ default: (await views()).OperationsPlanView })),
  },
];
