import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { OPERATIONS_PLAN, UNIT_PLAN } from "../kind.ts";

const Read = lazy(async () => ({ default: (await import("./operations-plan-view.tsx")).OperationsPlanView }));

/** How plans are read and written (§2.1). */
export const planPages: readonly KindPages[] = [
  kindPages(OPERATIONS_PLAN, {
    Read,
    write: lazy(async () => ({ default: (await import("./plan-editor-page.tsx")).OperationsPlanEditorPage })),
    inTkr: true,
  }),
  kindPages(UNIT_PLAN, {
    Read,
    write: lazy(async () => ({ default: (await import("./plan-editor-page.tsx")).UnitPlanEditorPage })),
    inTkr: true,
  }),
];
