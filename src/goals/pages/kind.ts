import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { analysisPages } from "../analyses/pages/kind.ts";
import { BODY_GOALS } from "../kind.ts";
import { governingPages } from "../vision/pages/kind.ts";

const views = () => import("./content-views.tsx");

/** How the kinds of matter of §2.1, and the analyses before goals (§2.4), are read and written. */
export const goalPages: readonly KindPages[] = [
  ...governingPages,
  kindPages(BODY_GOALS, {
    Read: lazy(async () => ({ default: (await views()).BodyGoalsView })),
    write: lazy(async () => ({ default: (await import("./goals-editor-page.tsx")).GoalsEditorPage })),
  }),
  ...analysisPages,
];
