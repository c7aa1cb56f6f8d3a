import type { ReactNode } from "react";
import { ExplanationsProvider } from "../../budget/base/pages/explanations.ts";
import { explanations } from "../../budget/figures/pages/explanations.ts";
import { KindPagesProvider } from "../../decisions/pages/matter-pages.tsx";
import { ObjectNamesProvider } from "../../organisation/pages/object-names.ts";
import { kindPages, objectNames } from "./kinds.ts";

/** What chapters give to those below them: their words, their kinds of matter, their explanations of figures. */
export const HouseProvider = ({ children }: { readonly children: ReactNode }) => (
  <ObjectNamesProvider value={objectNames}>
    <KindPagesProvider value={kindPages}>
      <ExplanationsProvider value={explanations}>{children}</ExplanationsProvider>
    </KindPagesProvider>
  </ObjectNamesProvider>
);
