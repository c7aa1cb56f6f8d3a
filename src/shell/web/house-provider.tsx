import { lazy, type ReactNode } from "react";
import { ExplanationsProvider } from "../../budget/base/pages/explanations.ts";
import { explanations } from "../../budget/figures/pages/explanations.ts";
import { KindPagesProvider } from "../../decisions/pages/matter-pages.tsx";
import { ServingGoalsProvider } from "../../goals/pages/serving.ts";
import { JudgedGoalsProvider } from "../../goals/pages/use-standing.ts";
import { BodyCodesProvider, BodyPartsProvider } from "../../organisation/bodies/pages/body-parts.ts";
import { SourceDocumentsProvider } from "../../organisation/mandates/pages/source-documents.ts";
import { ObjectNamesProvider } from "../../organisation/pages/object-names.ts";
import { AskThem } from "../../organisation/requests/pages/ask-them.tsx";
import { useActions } from "../../plans/pages/use-actions.ts";
import { AskThemProvider } from "../../platform/ui/instead.tsx";
import { useJudgedGoals } from "./judged-goals.ts";
import { kindPages, objectNames } from "./kinds.ts";
import { useSourceDocuments } from "./source-documents.ts";

/** Fetched with the page that shows it. */
const BodyParts = lazy(async () => ({ default: (await import("./body/body-parts.tsx")).BodyParts }));

const BodyCodes = lazy(async () => ({
  default: (await import("../../ledger/pages/body-codes.tsx")).BodyCodes,
}));

/** What plans do for goals, and what is told of shared ones; both are fetched with the goal's page. */
const serving = {
  useActions,
  Actions: lazy(async () => ({ default: (await import("../../plans/pages/goal-actions.tsx")).GoalActions })),
  Reported: lazy(async () => ({
    default: (await import("../../followup/pages/reported-part.tsx")).ReportedPart,
  })),
};

/** What chapters give to those below them: their words, their kinds of matter, their explanations of figures. */
export const HouseProvider = ({ children }: { readonly children: ReactNode }) => (
  <ObjectNamesProvider value={objectNames}>
    <SourceDocumentsProvider value={useSourceDocuments}>
      <AskThemProvider value={AskThem}>
        <BodyPartsProvider value={BodyParts}>
          <BodyCodesProvider value={BodyCodes}>
            <KindPagesProvider value={kindPages}>
              <JudgedGoalsProvider value={useJudgedGoals}>
                <ServingGoalsProvider value={serving}>
                  <ExplanationsProvider value={explanations}>{children}</ExplanationsProvider>
                </ServingGoalsProvider>
              </JudgedGoalsProvider>
            </KindPagesProvider>
          </BodyCodesProvider>
        </BodyPartsProvider>
      </AskThemProvider>
    </SourceDocumentsProvider>
  </ObjectNamesProvider>
);
