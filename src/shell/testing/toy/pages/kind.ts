import { lazy } from "react";
import { type KindPages, kindPages } from "../../../../decisions/pages/matter-pages.tsx";
import { TWIN_TOWN_AGREEMENT } from "../kind.ts";

export const toyPages: readonly KindPages[] = [
  kindPages(TWIN_TOWN_AGREEMENT, {
    Read: lazy(async () => ({ default: (await import("./agreement.tsx")).Agreement })),
    write: lazy(async () => ({ default: (await import("./agreement.tsx")).WriteAgreement })),
  }),
];
