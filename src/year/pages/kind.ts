import { lazy } from "react";
import { type KindPages, kindPages } from "../../decisions/pages/matter-pages.tsx";
import { EXTRA_OCCASIONS, YEAR_WHEEL } from "../kind.ts";

/** How the municipality's wheel, and the follow-ups that are added to it, are read and written (A-13, U-5). */
export const yearPages: readonly KindPages[] = [
  kindPages(YEAR_WHEEL, {
    Read: lazy(async () => ({ default: (await import("./wheel-content.tsx")).WheelContent })),
    write: lazy(async () => ({ default: (await import("./wheel-editor-page.tsx")).WheelEditorPage })),
  }),
  kindPages(EXTRA_OCCASIONS, {
    Read: lazy(async () => ({ default: (await import("./extra-content.tsx")).ExtraContent })),
    write: lazy(async () => ({ default: (await import("./extra-editor-page.tsx")).ExtraEditorPage })),
  }),
];
