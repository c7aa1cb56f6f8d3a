import type { ReactNode } from "react";
import { ExplanationsProvider } from "../../budget/base/pages/explanations.ts";
import { explanations } from "../../budget/figures/pages/explanations.ts";
import { KindPagesProvider } from "../../decisions/pages/matter-pages.tsx";
import { JudgedGoalsProvider } from "../../goals/pages/use-standing.ts";
import { ObjectNamesProvider } from "../../organisation/pages/object-names.ts";
import { useJudgedGoals } from "./judged-goals.ts";
import { kindPages, objectNames } from "./kinds.ts";

/** What chapters give to those below them: their words, their kinds of matter, their explanations of figures. */
export const HouseProvider = ({ children }: { readonly children: ReactNode }) => (
  <ObjectNamesProvider value={objectNames}>
    <KindPagesProvider value={kindPages}>
      <JudgedGoalsProvider value={useJudgedGoals}>
        <ExplanationsProvider value={explanations}>{children}</ExplanationsProvider>
      </JudgedGoalsProvider>
    </KindPagesProvider>
  </ObjectNamesProvider>
);
