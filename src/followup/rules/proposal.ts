import { aimText } from "../../goals/indicators/rules/aim.ts";
import type { Judgement } from "../../goals/indicators/rules/indicator.ts";
import { differenceUnit, type PointWords, type Side } from "../../goals/indicators/rules/spread.ts";
import { committeeForecast } from "../unit/rules/forecast.ts";
import type { ReportKind } from "./occasions.ts";
import type { GoalFact, ReportData } from "./report-data.ts";

/** Texts of a proposal, in the reader's language. */
export interface ProposalTexts {
  /** "Behöriga: 84 procent (2027-06-15), mål 86, utgångsläge 81 (2026)." */
  indicator(facts: Readonly<Record<string, string | number>>): string;
  indicatorWithoutValue(facts: Readonly<Record<string, string | number>>): string;
  /** "Efter enhet skiljer 22 procentenheter: Nyvångs skola 69, Hyllinge skola 91." */
  spread(by: Side, facts: Readonly<Record<string, string | number>>): string;
  readonly points: PointWords;
  /** Of a sex: "flickor och kvinnor". */
  part(name: string): string;
  strategic(facts: Readonly<Record<string, string | number>>): string;
  financial(facts: Readonly<Record<string, string | number>>): string;
}

/** A figure as people here write it. */
const figure = (value: number): string => String(value).replace("-", "−").replace(".", ",");

/**
 * A report with all that can be fetched filled in (U-6): the forecast that follows if the rest of the year goes as budgeted, and
 * for the group what the bodies have reported. What is judged stands empty: the proposal is in the facts, beside the field, and
 * the field is the person's own (U-7).
 */
export function proposeReport(kind: ReportKind, data: ReportData) {
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
    economy: {
      text: "",
      ...committeeForecast(
        { forecastTkr: kind === "annual-report" || group ? null : forecast(data), additionTkr: null },
        data.economy.units,
      ),
    },
    goals: [],
    group: group && {
      strategicGoals: [],
      financialGoals: [],
      soundEconomy: { judgement: null, grounds: "" },
      expectedDevelopment: "",
    },
    data,
  };
}

/** The facts with what each proposed judgement rests on, in words: what a person who agrees takes over with one click. */
export function withGrounds(data: ReportData, texts: ProposalTexts): ReportData {
  const { group } = data;
  return {
    ...data,
    goals: data.goals.map((goal) => ({
      ...goal,
      proposedGrounds: goal.indicators.map((indicator) => indicatorText(indicator, texts)).join(" "),
    })),
    group: group && {
      ...group,
      strategicGoals: group.strategicGoals.map((goal) => ({
        ...goal,
        proposedGrounds: texts.strategic(counted(goal.goals)),
      })),
      financialGoals: group.financialGoals.map((goal) => ({
        ...goal,
        proposedGrounds: goal.outcome === null ? "" : texts.financial(financialFacts(goal, goal.outcome)),
      })),
    },
  };
}

type GroupFinancial = NonNullable<ReportData["group"]>["financialGoals"][number];

const financialFacts = ({ target, unit = "percent" }: GroupFinancial, outcome: number) => ({
  outcome: figure(outcome),
  target: figure(target),
  unit: unit === "percent" ? "procent" : unit,
});

function indicatorText(indicator: GoalFact["indicators"][number], texts: ProposalTexts): string {
  const { name, unit, baseline, baselineYear, latest, spread } = indicator;
  const facts = {
    name,
    unit,
    target: aimText(indicator, figure),
    baseline: figure(baseline),
    baselineYear,
  };
  if (!latest) return texts.indicatorWithoutValue(facts);
  const year = latest.year ?? latest.day.slice(0, 4);
  return [
    texts.indicator({ ...facts, value: figure(latest.value), day: latest.day, year }),
    ...(spread ?? []).map(({ by, difference, low, high }) =>
      texts.spread(by, {
        difference: figure(difference),
        unit: differenceUnit(unit, difference, texts.points),
        low: texts.part(low.name),
        lowest: figure(low.value),
        high: texts.part(high.name),
        highest: figure(high.value),
      }),
    ),
  ].join(" ");
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
