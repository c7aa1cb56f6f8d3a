import { ownerNow } from "../../../decisions/course/rules/present.ts";
import { allSeries, type Series, thingOf } from "../../../decisions/store/carried-on.ts";
import { type AsOf, dayOfMoment } from "../../../kernel/moment.ts";
import { holders } from "../../../organisation/holdings.ts";
import { namesOfPeople } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import { type GoalYears, judgingValue } from "../../rules/goal-time.ts";
import type { GoalJudgement, Indicator, IndicatorView } from "../contract.ts";
import { indicatorStatus } from "../rules/indicator.ts";
import { pathStanding } from "../rules/target-path.ts";
import { thingMeasured } from "../rules/value-series.ts";
import { judgementsUntil } from "../store/judgements.ts";
import { valuesUntil } from "../store/values.ts";

/** The latest of what has been judged of a goal; nobody reads more. */
const MAX_JUDGEMENTS = 20;

export interface MeasuredBy {
  /** The matter that decides the goal. */
  readonly matter: string;
  readonly id: string;
  /** Who reports what names no reporter; empty: whoever prepares the matter. */
  readonly responsible: string;
  readonly indicators: readonly Indicator[];
  readonly years: GoalYears;
}

export interface Measuring {
  readonly series: Series;
  readonly nameOf: (person: string) => string;
  /** Who has a thing now, and with whom it was decided. */
  readonly ownerOf: (thing: string, decided: string) => ReturnType<typeof ownerNow>;
  readonly indicatorsOf: (goal: MeasuredBy) => IndicatorView[];
  /** What the profession had judged of a goal by a year, the newest first. */
  readonly judgementsOf: (matter: string, goal: string, year: number) => GoalJudgement[];
}

/**
 * What is measured and judged of a kind's goals on a day or at a moment (V-7); read once, used for every goal. `matters`: those whose
 * goals are asked for.
 */
export async function measuring(
  tx: Tx,
  kind: string,
  asOf: AsOf,
  matters: readonly string[],
): Promise<Measuring> {
  const series = await allSeries(tx, kind);
  const measured = thingMeasured(series.all);
  // Ids may have come again: what was measured of another thing with the same id is that one's
  const values = Map.groupBy(await valuesUntil(tx, asOf), (value) => series.of(measured(value) ?? ""));
  const judgements = Map.groupBy(await judgementsUntil(tx, asOf), (one) => series.of(measured(one) ?? ""));
  const has = await holders(tx, dayOfMoment(asOf), matters);
  const nameOf = await namesOfPeople(tx);
  const ownerOf = (thing: string, decided: string) => ownerNow(has, thing, decided, nameOf);
  return {
    series,
    nameOf,
    ownerOf,
    indicatorsOf: ({ matter, id, responsible, indicators, years }) =>
      indicators.map((indicator) => {
        const thing = thingOf(matter, id, indicator.id);
        const own = values.get(series.of(thing)) ?? [];
        const judging = judgingValue(own, years);
        const { decidedResponsibleName: _decided, ...owner } = ownerOf(
          thing,
          indicator.reporter || responsible,
        );
        return {
          ...indicator,
          ...owner,
          values: own,
          judging: judging ?? null,
          status: indicatorStatus(indicator, judging?.value),
          onTheWay: (judging && pathStanding(indicator, years.targetYear, judging)) ?? null,
        };
      }),
    judgementsOf: (matter, goal, year) =>
      (judgements.get(series.of(thingOf(matter, goal))) ?? [])
        .filter((one) => one.year <= year)
        .slice(0, MAX_JUDGEMENTS)
        .map(({ body: _body, goal: _goal, by, ...one }) => ({ ...one, by: nameOf(by) })),
  };
}
