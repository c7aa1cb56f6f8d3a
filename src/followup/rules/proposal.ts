import type { Judgement } from "../../goals/rules/indicator.ts";
import type { ReportKind } from "./occasions.ts";
import type { ReportData } from "./report-data.ts";

/** Texts of a proposal, in the reader's language. */
export interface ProposalTexts {
  /** "Behöriga: 84 procent (2027-06-15), mål 86, utgångsläge 81 (2026)." */
  indicator(facts: Readonly<Record<string, string | number>>): string;
  indicatorWithoutValue(facts: Readonly<Record<string, string | number>>): string;
  strategic(facts: Readonly<Record<string, string | number>>): string;
  financial(facts: Readonly<Record<string, string | number>>): string;
}

/** A figure as people here write it. */
const figure = (value: number): string => String(value).replace("-", "−").replace(".", ",");

/**
 * A report with all that can be fetched filled in (U-6): each goal with its proposed judgement and the facts it rests on,
 * the forecast that follows if the rest of the year goes as budgeted, and for the group what the bodies have reported. What
 * is left is to judge.
 */
export function proposeReport(kind: ReportKind, data: ReportData, texts: ProposalTexts) {
  const { group } = data;
  return {
    effectForResidents: (group?.bodies ?? [])
      .flatMap((line) =>
        line.report?.effectForResidents ? [`${line.name}: ${line.report.effectForResidents}`] : [],
      )
      .join("\n\n")
      .slice(0, MAX_TEXT),
    operations: { text: "" },
    staff: { text: "", figures: [] },
    economy: { text: "", forecastTkr: kind === "annual-report" || group ? null : forecast(data) },
    goals: data.goals.map((goal) => ({
      goal: goal.id,
      judgement: goal.proposed,
      grounds: goal.indicators
        .map((indicator) => {
          const facts = {
            name: indicator.name,
            unit: indicator.unit,
            target: [indicator.target, indicator.targetTo]
              .flatMap((n) => (n === undefined ? [] : figure(n)))
              .join("–"),
            baseline: figure(indicator.baseline),
            baselineYear: indicator.baselineYear,
          };
          return indicator.latest
            ? texts.indicator({
                ...facts,
                value: figure(indicator.latest.value),
                day: indicator.latest.day,
                year: indicator.latest.year ?? indicator.latest.day.slice(0, 4),
              })
            : texts.indicatorWithoutValue(facts);
        })
        .join(" "),
    })),
    group: group && {
      strategicGoals: group.strategicGoals.map((goal) => ({
        goal: goal.id,
        judgement: goal.proposed,
        grounds: texts.strategic(counted(goal.goals)),
      })),
      financialGoals: group.financialGoals.map((goal) => ({
        id: goal.id,
        judgement: goal.proposed,
        grounds:
          goal.outcome === null
            ? ""
            : texts.financial({
                outcome: figure(goal.outcome),
                target: figure(goal.target),
                unit: goal.unit === undefined || goal.unit === "percent" ? "procent" : goal.unit,
              }),
      })),
      soundEconomy: { judgement: group.soundEconomy.proposed, grounds: "" },
      expectedDevelopment: "",
    },
    data,
  };
}

const MAX_TEXT = 8000;

/** What the year will cost if its remaining months go as budgeted. */
function forecast({ economy }: ReportData): number | null {
  const { allocationTkr, deviationToDateTkr } = economy;
  return allocationTkr === null || deviationToDateTkr === null ? null : allocationTkr - deviationToDateTkr;
}

const counted = (goals: readonly { readonly judgement: Judgement }[]) => {
  const of = (judgement: Judgement) => goals.filter((goal) => goal.judgement === judgement).length;
  return {
    all: goals.length,
    met: of("met"),
    partly: of("partly"),
    notMet: of("not-met"),
    cannotJudge: of("cannot-judge"),
  };
};
