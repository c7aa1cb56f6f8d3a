import { ownerNow } from "../decisions/course/rules/present.ts";
import { placeOfThing } from "../decisions/rules/carried-on.ts";
import { matterId } from "../decisions/rules/kind.ts";
import { type Reads, readsDecided } from "../decisions/rules/reading.ts";
import { allSeries, type Series, thingOf } from "../decisions/store/carried-on.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { inForceOrDraft } from "../decisions/store/versions.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import { type AsOf, dayOfMoment } from "../kernel/moment.ts";
import { ownValue } from "../kernel/own-value.ts";
import { holders } from "../organisation/holdings.ts";
import { allBodies, people } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import { type BodyGoals, bodyGoalsRoutes, type GoalTree, type GoalView, type GoalYear } from "./contract.ts";
import { indicatorStatus } from "./indicators/rules/indicator.ts";
import { pathStanding } from "./indicators/rules/target-path.ts";
import { thingMeasured } from "./indicators/rules/value-series.ts";
import { judgementsUntil } from "./indicators/store/judgements.ts";
import { valuesUntil } from "./indicators/store/values.ts";
import { BODY_GOALS } from "./kind.ts";
import { goalCountRemarks } from "./rules/goal-set.ts";
import { goalTime, judgingValue } from "./rules/goal-time.ts";
import { type GoalJudged, goalStanding } from "./rules/standing.ts";
import type { Outcome } from "./vision/contract.ts";
import type { OutcomesOf } from "./vision/kinds.ts";
import { outcomesOfYear } from "./vision/rules/outcomes.ts";

/** The last years that an evaluation shows: five mandate periods. */
const MAX_OUTCOMES = 20;

/** Bodies with more goals than the model recommends, with the reason that is given in the goals or with their decision (V-4). */
export async function deviationsOfYear(tx: Tx, year: number, asOf: Day, reads: Reads) {
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body.name]));
  const deviations: GoalTree["deviations"] = [];
  for (const version of await setsOfYear(tx, year, asOf, reads)) {
    const { matter, decision } = version;
    const { goals, moreThanThreeReason } = bodyGoalsRoutes.read(version);
    const [remark] = goalCountRemarks(goals.length, moreThanThreeReason);
    if (!remark) continue;
    const decided = decision ? await decisionNumbered(tx, decision.number) : undefined;
    const reason = moreThanThreeReason?.trim() || ownValue(decided?.decision.reasons, remark.code) || null;
    deviations.push({
      body: matter.body,
      bodyName: bodies.get(matter.body) ?? matter.body,
      count: goals.length,
      reason,
    });
  }
  return deviations;
}

const setsOfYear = (tx: Tx, year: number, asOf: AsOf, reads: Reads) =>
  inForceOrDraft(tx, { kind: BODY_GOALS.kind, year }, asOf, reads);

/**
 * All bodies' goals of a year with what is measured: those in force on a day or at a moment, and with drafts that are read also
 * those of bodies that have decided none yet.
 */
export async function goalsOfYear(tx: Tx, year: number, asOf: AsOf, reads: Reads): Promise<GoalView[]> {
  const sets = await setsOfYear(tx, year, asOf, reads);
  const series = await allSeries(tx, BODY_GOALS.kind);
  const measured = thingMeasured(series.all);
  // Ids may have come again: what was measured of another thing with the same id is that one's
  const values = Map.groupBy(await valuesUntil(tx, asOf), (value) => series.of(measured(value) ?? ""));
  const judgements = Map.groupBy(await judgementsUntil(tx, asOf), ({ body, goal, year: of }) =>
    series.of(thingOf(matterId(BODY_GOALS.kind, body, of), goal)),
  );
  const years = goalYears(tx, series, asOf, reads);
  const all = await allBodies(tx, asOf);
  const bodies = new Map(all.map((body) => [body.id, body.name]));
  const matters = sets.map(({ matter }) => matter.id);
  const has = await holders(tx, dayOfMoment(asOf), matters);
  const names = new Map((await people(tx)).map((person) => [person.id, person.name]));
  const nameOf = (person: string) => names.get(person) ?? person;
  const other = new Map<string, GoalYear[]>();
  for (const set of sets)
    for (const { id } of bodyGoalsRoutes.read(set).goals) {
      const thing = thingOf(set.matter.id, id);
      other.set(
        thing,
        (await years(series.of(thing))).filter((one) => one.year !== year),
      );
    }
  return sets.flatMap((set) =>
    bodyGoalsRoutes.read(set).goals.map((goal) => ({
      ...goal,
      ...ownerNow(has, thingOf(set.matter.id, goal.id), goal.responsible, nameOf),
      body: set.matter.body,
      bodyName: bodies.get(set.matter.body) ?? set.matter.body,
      year,
      state: set.state,
      decision: set.decision?.number ?? null,
      indicators: goal.indicators.map((indicator) => {
        const own = values.get(series.of(thingOf(set.matter.id, goal.id, indicator.id))) ?? [];
        const judging = judgingValue(own, { year, targetYear: goal.targetYear });
        const { decidedResponsibleName: _decided, ...owner } = ownerNow(
          has,
          thingOf(set.matter.id, goal.id, indicator.id),
          indicator.reporter || goal.responsible,
          nameOf,
        );
        return {
          ...indicator,
          ...owner,
          values: own,
          judging: judging ?? null,
          status: indicatorStatus(indicator, judging?.value),
          onTheWay: (judging && pathStanding(indicator, goal.targetYear, judging)) ?? null,
        };
      }),
      judgements: (judgements.get(series.of(thingOf(set.matter.id, goal.id))) ?? [])
        .filter((one) => one.year <= year)
        .slice(0, MAX_JUDGEMENTS)
        .map(({ body: _body, goal: _goal, by, ...one }) => ({ ...one, by: nameOf(by) })),
      years: other.get(thingOf(set.matter.id, goal.id)) ?? [],
      time: goalTime({ year, targetYear: goal.targetYear }),
    })),
  );
}

/** The latest of what has been judged of a goal; nobody reads more. */
const MAX_JUDGEMENTS = 20;

/** Finds the years in which a series of goals stands, the earliest first; each year's goals are read once. */
function goalYears(tx: Tx, series: Series, asOf: AsOf, reads: Reads) {
  const read = new Map<number, ReadonlyMap<string, BodyGoals["goals"][number]>>();
  const goalsIn = async (year: number) => {
    const known = read.get(year);
    if (known) return known;
    const goals = new Map(
      (await setsOfYear(tx, year, asOf, reads)).flatMap((set) =>
        bodyGoalsRoutes.read(set).goals.map((goal) => [thingOf(set.matter.id, goal.id), goal] as const),
      ),
    );
    read.set(year, goals);
    return goals;
  };
  return async (of: string): Promise<GoalYear[]> => {
    const things = series.things(of);
    // What stands in one year alone needs no reading
    if (things.length === 1) return [];
    const years: GoalYear[] = [];
    for (const thing of things) {
      const year = placeOfThing(thing)?.year;
      const goal = year === undefined ? undefined : (await goalsIn(year)).get(thing);
      if (year !== undefined && goal) years.push({ year, goal: goal.id, wording: goal.wording });
    }
    return years.sort((a, b) => a.year - b.year);
  };
}

/** The years of the newest goal of a body that has an id, the newest first; none where no year that may be seen has it. */
export async function yearsOfGoal(
  tx: Tx,
  { body, goal }: { readonly body: string; readonly goal: string },
  asOf: Day,
  reads: Reads,
): Promise<GoalYear[]> {
  const series = await allSeries(tx, BODY_GOALS.kind);
  const places = series.all
    .flatMap((thing) => {
      const place = placeOfThing(thing);
      return place?.body === body && place.ids.length === 1 && place.ids[0] === goal ? [place] : [];
    })
    .sort((a, b) => b.year - a.year);
  for (const { matter, year } of places) {
    const set = (await setsOfYear(tx, year, asOf, reads)).find((one) => one.matter.id === matter);
    const own = set && bodyGoalsRoutes.read(set).goals.find(({ id }) => id === goal);
    if (!own) continue;
    const all = await goalYears(tx, series, asOf, reads)(series.of(thingOf(matter, goal)));
    return all.length > 0 ? all.reverse() : [{ year, goal, wording: own.wording }];
  }
  return [];
}

/** What people have decided of how a year's goals go: what the follow-up knows, above. */
export type JudgedOf = (
  tx: Tx,
  year: number,
  asOf: Day,
) => Promise<readonly (GoalJudged & { readonly body: string; readonly goal: string })[]>;

/** V-2: how the body goals under each strategic goal went in some years, as they were judged, else as they are measured. */
export const outcomesUnder =
  (judgedOf: JudgedOf): OutcomesOf =>
  async (tx, { from, to }, asOf) => {
    const found = new Map<string, Outcome[]>();
    for (let year = from; year <= Math.min(to, yearOf(asOf)); year++) {
      const goals = await goalsOfYear(tx, year, asOf, readsDecided);
      if (goals.length === 0) continue;
      const judged = new Map((await judgedOf(tx, year, asOf)).map((one) => [`${one.body}/${one.goal}`, one]));
      const stood = goals.map((goal) => ({
        strategicGoals: goal.strategicGoals,
        status: goalStanding(goal, judged.get(`${goal.body}/${goal.id}`)).status,
      }));
      for (const [id, outcome] of outcomesOfYear(year, stood))
        found.set(id, [...(found.get(id) ?? []), outcome].slice(-MAX_OUTCOMES));
    }
    return found;
  };
