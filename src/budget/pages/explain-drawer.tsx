import type { ReactNode } from "react";
import { useChoice } from "../../platform/ui/choice.tsx";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { getExplained } from "../contract-explain.ts";
import { explain } from "../rules/explain.ts";
import { statementsOf } from "../rules/explain-statements.ts";
import { explainPositionLine } from "../rules/position.ts";
import { BaseOf, StepLines, Steps } from "./explain-allocation.tsx";
import { ExplainCapital } from "./explain-capital.tsx";
import { ExplainGoal, SHARE_GOAL } from "./explain-goal.tsx";
import { ExplainLine } from "./explain-line.tsx";
import { ExplainOrigin } from "./explain-origin.tsx";
import { ExplainForecast, ExplainPeople } from "./explain-people.tsx";
import { type FigurePlace, figureOf, isAllocation, placeAbove, placeText } from "./explain-place.ts";
import { ExplainProject } from "./explain-project.tsx";
import { ExplainBeside, ExplainStatementLine } from "./explain-statement-line.tsx";
import type { Explaining } from "./explained-view.ts";
import { EXPLAIN_PARAM, FiguresOf, OpenFigure } from "./figure-link.tsx";
import "./economy.css";

/** A page whose figures stand in a version: each of them opens beside it what it comes from (E-8). */
export function Explainable({
  of,
  children,
}: {
  /** As comparisons name versions: "budget:kommunfullmaktige:2027@1". */
  readonly of: string;
  readonly children: ReactNode;
}) {
  return (
    <FiguresOf value={of}>
      {children}
      <ExplainDrawer />
    </FiguresOf>
  );
}

/** "Förklara siffran" (E-8): any figure, step by step down to what was counted, on an address that can be shared. */
export function ExplainDrawer() {
  const t = useTexts("budget");
  const { year } = useChoice();
  const [text, setText] = useSearchParam(EXPLAIN_PARAM);
  if (text === undefined) return null;
  const { of = String(year), place } = figureOf(text);
  return (
    <Dialog open onClose={() => setText(undefined)} title={t("page.explain")} drawer>
      <FiguresOf value={of}>
        {place === undefined ? (
          <Missing />
        ) : of.startsWith("population-forecast:") ? (
          <ExplainForecast of={of} place={place} />
        ) : (
          <OfBudget of={of} place={place} />
        )}
      </FiguresOf>
      <p className="quiet small">{t("page.explain-panel.link")}</p>
    </Dialog>
  );
}

function Missing() {
  const t = useTexts("budget");
  return (
    <EmptyState title={t("page.explain-panel.missing")}>{t("page.explain-panel.missing-detail")}</EmptyState>
  );
}

function OfBudget({ of, place }: { readonly of: string; readonly place: FigurePlace }) {
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
          <Missing />
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

interface Explanation {
  /** Undefined where the version has no such figure. */
  readonly body: ReactNode | undefined;
  /** Whether the figure is counted from what the version names its sources for. */
  readonly withSources?: boolean;
}

function explanationOf(view: Explaining, place: FigurePlace): Explanation {
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

function allocationOf(view: Explaining, place: FigurePlace): Explanation {
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
