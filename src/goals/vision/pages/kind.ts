import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { STRATEGIC_GOALS, VISION } from "../kind.ts";

/** How the council's vision and strategic goals are read and written. */
export const governingPages: readonly KindPages[] = [
  kindPages(VISION, {
    Read: lazy(async () => ({ default: (await import("./vision-view.tsx")).VisionView })),
    write: lazy(async () => ({ default: (await import("./vision-editor-page.tsx")).VisionEditorPage })),
  }),
  kindPages(STRATEGIC_GOALS, {
    Read: lazy(async () => ({ default: (await import("./strategic-goals-view.tsx")).StrategicGoalsView })),
    write: lazy(async () => ({
      default: (await import("./strategic-goals-editor-page.tsx")).StrategicGoalsEditorPage,
    })),
  }),
];
