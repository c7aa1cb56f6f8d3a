import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { YEAR_WHEEL } from "../kind.ts";

/** How the municipality's wheel is read. */
export const yearPages: readonly KindPages[] = [
  kindPages(YEAR_WHEEL, {
    Read: lazy(async () => ({ default: (await import("./wheel-content.tsx")).WheelContent })),
  }),
];
