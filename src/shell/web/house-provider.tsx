import { lazy, type ReactNode } from "react";
import { ExplanationsProvider } from "../../budget/base/pages/explanations.ts";
import { explanations } from "../../budget/figures/pages/explanations.ts";
import { KindPagesProvider } from "../../decisions/pages/matter-pages.tsx";
import { JudgedGoalsProvider } from "../../goals/pages/use-standing.ts";
import { BodyPartsProvider } from "../../organisation/bodies/pages/body-parts.ts";
import { ObjectNamesProvider } from "../../organisation/pages/object-names.ts";
import { useJudgedGoals } from "./judged-goals.ts";
import { kindPages, objectNames } from "./kinds.ts";

/** Fetched with the page that shows it. */
const BodyParts = lazy(async () => ({ default: (await import("./body/body-parts.tsx")).BodyParts }));

/** What chapters give to those below them: their words, their kinds of matter, their explanations of figures. */
export const HouseProvider = ({ children }: { readonly children: ReactNode }) => (
  <ObjectNamesProvider value={objectNames}>
    <BodyPartsProvider value={BodyParts}>
      <KindPagesProvider value={kindPages}>
        <JudgedGoalsProvider value={useJudgedGoals}>
          <ExplanationsProvider value={explanations}>{children}</ExplanationsProvider>
        </JudgedGoalsProvider>
      </KindPagesProvider>
    </BodyPartsProvider>
  </ObjectNamesProvider>
);
