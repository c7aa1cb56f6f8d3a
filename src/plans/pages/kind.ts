import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { OPERATIONS_PLAN } from "../kind.ts";

/** How operations plans are read and written (§2.1). */
export const planPages: readonly KindPages[] = [
  kindPages(OPERATIONS_PLAN, {
    Read: lazy(async () => ({ default: (await import("./operations-plan-view.tsx")).OperationsPlanView })),
  }),
];
