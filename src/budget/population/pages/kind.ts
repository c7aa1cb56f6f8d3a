import { lazy } from "react";
import { type KindPages, kindPages } from "../../../decisions/pages/matter-pages.tsx";
import { POPULATION_FORECAST } from "../kind.ts";

/** How a population forecast is read and written (E-3). */
export const populationPages: readonly KindPages[] = [
  kindPages(POPULATION_FORECAST, {
    Read: lazy(async () => ({ default: (await import("./population-view.tsx")).PopulationView })),
    write: lazy(async () => ({
      default: (await import("./population-editor-page.tsx")).PopulationEditorPage,
    })),
  }),
];
