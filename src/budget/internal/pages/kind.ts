import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { INTERNAL_BUDGET } from "../kind.ts";

/** How an internal budget is read and written (E-6). */
export const internalBudgetPages: readonly KindPages[] = [
  kindPages(INTERNAL_BUDGET, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await import("./internal-budget-view.tsx")).InternalBudgetView })),
    write: lazy(async () => ({
      default: (await import("./internal-budget-editor-page.tsx")).InternalBudgetEditorPage,
    })),
  }),
];
