import type { Day } from "../../kernel/day.ts";
import {
  indicatorStatus,
  type Judgement,
  type Measured,
  type Trend,
  trendBetween,
} from "../indicators/rules/indicator.ts";
import { type GoalYears, judgingValue } from "./goal-time.ts";

/** Which way the number itself went. */
export type Way = "up" | "down" | "level";

/** What is known of how a goal goes: something of its own time, only something from before that, or nothing at all. */
export type Known = "now" | "before" | "nothing";

export interface StandingValue {
  readonly value: number;
  /** Null for the baseline, of which the year alone is known. */
  readonly day: string | null;
  readonly year: number;
}

/** What of an indicator its standing is read from. `values` oldest first. */
export interface MeasuredOverTime extends Measured {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly baselineYear: number;
  readonly values: readonly { readonly day: string; readonly year: number; readonly value: number }[];
  /** Whether its latest value is where it was expected to be on its way to the target; absent where nothing says. */
  readonly onTheWay?: { readonly onPath: boolean } | null;
}

/** An indicator's latest value against its target, with its trend. */
export interface MeasureStanding extends Measured {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** The latest that is known: what was measured last, or the baseline where nothing is measured. */
  readonly latest: StandingValue;
  readonly measured: boolean;
  /** The value speaks of the goal's own time, so that it judges it. */
  readonly judges: boolean;
  /** Against the target, by the latest known value; what doesn't judge says only where things stood. */
  readonly stands: Judgement;
  /** Since the value before it, or since the baseline; null where there is one value alone. */
  readonly trend: { readonly is: Trend; readonly way: Way; readonly since: StandingValue } | null;
  /** Baseline and values, oldest first: a picture of them says something from three on. */
  readonly series: readonly StandingValue[];
}

/** A judgement of a goal with its words: what a report has decided (U-7), or what the profession says meanwhile (V-7). */
export interface GoalJudged {
  readonly judgement: Judgement;
  readonly grounds: string;
  /** The day it was decided, or signed. */
  readonly day: string;
  /** The year of the goals that it judges. */
  readonly year: number;
  /** Null: the profession's own, which no report has decided. */
  readonly decision: number | null;
}

export interface GoalStanding {
  readonly known: Known;
  /** "not-yet": something is known, from before the goal's own time. "cannot-judge": nothing is, or people have said that it can't. */
  readonly status: Judgement | "not-yet";
  /** Where the latest known stands against the target; for what is only known from before it is no judgement of this goal. */
  readonly stands: Judgement;
  /** The day of the latest known; null where it is a year alone, or nothing. */
  readonly day: string | null;
  readonly measures: readonly MeasureStanding[];
  readonly judged: GoalJudged | null;
  /**
   * The goal is to be met in a later year, and is not yet by what is measured: then it is its way that says how it goes (null: nothing says),
   * and that it is not met says nothing that was not meant. Null where it is judged, by people or since its last year has come.
   */
  readonly early: { readonly meetBy: number; readonly onPath: boolean | null } | null;
}

/**
 * How a goal goes (V-7, U-7): each measure's latest value against its target with its trend, and the latest decided judgement.
 * The judgement says how the goal stands where no value of its own time is newer; a goal without measures has it alone. What is known only
 * from before the goal's own time judges nothing, and is told apart from what nobody knows.
 */
export function goalStanding(
  goal: GoalYears & {
    readonly indicators: readonly MeasuredOverTime[];
    readonly judgements?: readonly Omit<GoalJudged, "decision">[];
  },
  decided: GoalJudged | undefined = undefined,
): GoalStanding {
  const judged = latestJudged(goal, decided);
  const measures = goal.indicators.map((indicator) => measureStanding(indicator, goal));
  const judging = measures.filter((measure) => measure.judges);
  const measuredOn = latestDay(judging);
  const ownJudgement = judged !== undefined && judged.year >= goal.year ? judged : undefined;
  if (ownJudgement && (measuredOn === null || measuredOn <= ownJudgement.day))
    return standing("now", ownJudgement.judgement, ownJudgement.day);
  if (judging.length > 0) {
    const stands = together(judging.map((measure) => measure.stands));
    return { ...standing("now", stands, measuredOn), early: earlyIn(goal, stands) };
  }
  const before = measures.filter((measure) => measure.measured);
  if (before.length > 0)
    return standing("before", together(before.map(({ stands }) => stands)), latestDay(before));
  if (judged) return standing("before", judged.judgement, judged.day);
  // A baseline is where one begins; where nothing has been measured since, nothing says how it goes
  return standing(measures.length > 0 ? "before" : "nothing", "cannot-judge", null);

  function standing(known: Known, stands: Judgement, day: string | null): GoalStanding {
    const status = known === "before" ? "not-yet" : stands;
    return { known, status, stands, day, measures, judged: judged ?? null, early: null };
  }
}

/** How a goal that is not met is on its way to a later year (V-6): on it when all that is measured is. */
export function earlyIn(
  {
    year,
    targetYear,
    indicators,
  }: GoalYears & { readonly indicators: readonly Pick<MeasuredOverTime, "onTheWay">[] },
  stands: Judgement,
): GoalStanding["early"] {
  if (targetYear <= year || (stands !== "not-met" && stands !== "partly")) return null;
  const ways = indicators.flatMap(({ onTheWay }) => (onTheWay ? [onTheWay.onPath] : []));
  return { meetBy: targetYear, onPath: ways.length === 0 ? null : ways.every(Boolean) };
}

/** What is measured is judged by its reports; of what can't be measured the profession's word holds until a report says more. */
function latestJudged(
  {
    indicators,
    judgements = [],
  }: {
    readonly indicators: readonly unknown[];
    readonly judgements?: readonly Omit<GoalJudged, "decision">[];
  },
  decided: GoalJudged | undefined,
): GoalJudged | undefined {
  const [own] = judgements;
  if (!own || indicators.length > 0 || (decided && decided.day >= own.day)) return decided;
  const { judgement, grounds, day, year } = own;
  return { judgement, grounds, day, year, decision: null };
}

/** An indicator's latest known value against its target, and where it has gone since the one before. */
export function measureStanding(indicator: MeasuredOverTime, years: GoalYears): MeasureStanding {
  const { id, name, unit, baseline, baselineYear, target, targetTo, direction, values } = indicator;
  const start: StandingValue = { value: baseline, day: null, year: baselineYear };
  const series = [start, ...values.map(({ value, day, year }) => ({ value, day, year }))];
  const judging = judgingValue(
    values.map(({ day, year }, at) => ({ day: day as Day, year, at })),
    years,
  );
  const at = judging ? judging.at + 1 : values.length;
  const latest = series[at] as StandingValue;
  const since = series[at - 1];
  return {
    id,
    name,
    unit,
    baseline,
    target,
    targetTo,
    direction,
    latest,
    measured: at > 0,
    judges: judging !== undefined,
    stands: indicatorStatus(indicator, at > 0 ? latest.value : undefined),
    trend: since
      ? {
          is: trendBetween(indicator, since.value, latest.value),
          way: latest.value > since.value ? "up" : latest.value < since.value ? "down" : "level",
          since,
        }
      : null,
    series: series.slice(0, at + 1),
  };
}

/**
 * How a goal stands by its indicators, as a proposal that people judge (U-7): met when all are, not met when all are not,
 * partly in between; what has no value yet can't be judged.
 */
export function together(statuses: readonly Judgement[]): Judgement {
  const judged = statuses.filter((status) => status !== "cannot-judge");
  if (judged.length === 0) return "cannot-judge";
  if (judged.every((status) => status === "met")) return "met";
  return judged.every((status) => status === "not-met") ? "not-met" : "partly";
}

const latestDay = (measures: readonly MeasureStanding[]): string | null =>
  measures
    .map(({ latest }) => latest.day)
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;
