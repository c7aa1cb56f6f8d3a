import type { ReactNode } from "react";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { explain } from "../../allocation/rules/explain.ts";
import { MissingFigure } from "../../base/pages/explain-drawer.tsx";
import { OpenFigure } from "../../base/pages/figure-link.tsx";
import { type FigurePlace, isAllocation, placeAbove, placeText } from "../../base/rules/figure-place.ts";
import { statementsOf } from "../../position/rules/explain-statements.ts";
import { explainPositionLine } from "../../position/rules/position.ts";
import { getExplained } from "../contract.ts";
import { BaseOf, StepLines, Steps } from "./allocation.tsx";
import { ExplainCapital } from "./capital.tsx";
import type { Explaining } from "./explained-view.ts";
import { ExplainGoal, SHARE_GOAL } from "./goal.tsx";
import { ExplainLine } from "./line.tsx";
import { ExplainOrigin } from "./origin.tsx";
import { ExplainPeople } from "./people.tsx";
import { ExplainProject } from "./project.tsx";
import { ExplainBeside, ExplainStatementLine } from "./statement-line.tsx";

/** A figure of a budget or of the planning conditions, down to what was counted (E-8). */
export function ExplainBudget({ of, place }: { readonly of: string; readonly place: FigurePlace }) {
  const read = useApi(getExplained, { query: { of } });
  return (
    <Loaded of={read} lines={6}>
      {(view) => {
        const { body, withSources = false } = explanationOf(view, place);
        return body ? (
          <div className="stack explain" key={placeText(place)}>
            <Up place={place} />
            {body}
            <ExplainOrigin view={view} withSources={withSources} />
          </div>
        ) : (
          <MissingFigure />
        );
      }}
    </Loaded>
  );
}

function Up({ place }: { readonly place: FigurePlace }) {
  const t = useTexts("budget");
  const above = placeAbove(place);
  return above ? (
    <p>
      <OpenFigure place={above}>← {t("page.explain-panel.up")}</OpenFigure>
    </p>
  ) : null;
}

interface Explained {
  /** Undefined where the version has no such figure. */
  readonly body: ReactNode | undefined;
  /** Whether the figure is counted from what the version names its sources for. */
  readonly withSources?: boolean;
}

function explanationOf(view: Explaining, place: FigurePlace): Explained {
  const known = view.years.includes(place.year);
  if ("row" in place) {
    const explained = explainPositionLine(statementsOf(view), place.row, place.year);
    const withSources = explained?.source === "result-input";
    return { body: explained && <ExplainStatementLine view={view} explained={explained} />, withSources };
  }
  if ("goal" in place) {
    const goal = view.financialGoals.find(({ id }) => id === place.goal);
    return { body: goal && known ? <ExplainGoal view={view} goal={goal} year={place.year} /> : undefined };
  }
  if ("share" in place)
    return { body: known ? <ExplainGoal view={view} goal={SHARE_GOAL} year={place.year} /> : undefined };
  if ("beside" in place) return { body: known ? <ExplainBeside view={view} year={place.year} /> : undefined };
  if ("project" in place) {
    const investment = view.investments[place.project];
    return {
      body:
        investment && known ? (
          <ExplainProject view={view} investment={investment} place={place} />
        ) : undefined,
    };
  }
  if ("capital" in place) return { body: known ? <ExplainCapital view={view} place={place} /> : undefined };
  if ("ages" in place) return { body: <ExplainPeople view={view} place={place} />, withSources: true };
  return allocationOf(view, place);
}

function allocationOf(view: Explaining, place: FigurePlace): Explained {
  if (!isAllocation(place)) return { body: undefined };
  if (place.year === (view.years[0] as number) - 1 && place.step === undefined)
    return { body: <BaseOf view={view} place={place} />, withSources: true };
  const explained = explain(view.allocation, place);
  if (!explained) return { body: undefined };
  const step = explained.steps.find((one) => one.step === place.step);
  if (!step) return { body: <Steps view={view} place={place} explained={explained} /> };
  const withSources = step.step === "demography" || step.step === "indexation";
  if (place.line === undefined)
    return { body: <StepLines view={view} place={place} step={step} />, withSources };
  const line = step.lines[place.line];
  return {
    body: line && <ExplainLine view={view} year={explained.year} line={line} />,
    withSources,
  };
}
