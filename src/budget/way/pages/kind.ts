import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { DEMOGRAPHY_TRUE_UP } from "../kind.ts";

/** How a true-up of the demography is read and written (E-4). */
export const trueUpPages: readonly KindPages[] = [
  kindPages(DEMOGRAPHY_TRUE_UP, {
    inTkr: true,
    Read: lazy(async () => ({ default: (await import("./true-up-view.tsx")).TrueUpView })),
    write: lazy(async () => ({ default: (await import("./true-up-page.tsx")).TrueUpPage })),
  }),
];
