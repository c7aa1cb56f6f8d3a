import { placeOfThing } from "../decisions/rules/carried-on.ts";
import { type Reads, readsDecided } from "../decisions/rules/reading.ts";
import { allSeries, type Series, thingOf } from "../decisions/store/carried-on.ts";
import { decisionNumbered } from "../decisions/store/chain.ts";
import { inForceOrDraft } from "../decisions/store/versions.ts";
import { type Day, yearOf } from "../kernel/day.ts";
import type { AsOf } from "../kernel/moment.ts";
import { ownValue } from "../kernel/own-value.ts";
import { allBodies } from "../organisation/store.ts";
import type { Tx } from "../platform/database/door.ts";
import {
  type BodyGoals,
  bodyGoalsRoutes,
  type GoalTree,
  type GoalView,
  type GoalYear,
  type StrategicGoalView,
} from "./contract.ts";
import { measuring } from "./indicators/facts/measuring.ts";
import { BODY_GOALS } from "./kind.ts";
import { goalCountRemarks } from "./rules/goal-set.ts";
import { goalTime } from "./rules/goal-time.ts";
import { type GoalJudged, goalStanding } from "./rules/standing.ts";
import type { Outcome } from "./vision/contract.ts";
import { STRATEGIC_GOALS } from "./vision/kind.ts";
import type { OutcomesOf } from "./vision/kinds.ts";
import { mandatePeriod } from "./vision/rules/mandate-period.ts";
import { outcomesOfYear } from "./vision/rules/outcomes.ts";
import { governing } from "./vision/store.ts";

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
  const matters = sets.map(({ matter }) => matter.id);
  const { series, ownerOf, indicatorsOf, judgementsOf } = await measuring(tx, BODY_GOALS.kind, asOf, matters);
  const years = goalYears(tx, series, asOf, reads);
  const bodies = new Map((await allBodies(tx, asOf)).map((body) => [body.id, body.name]));
  const other = new Map<string, GoalYear[]>();
  for (const set of sets)
    for (const { id } of bodyGoalsRoutes.read(set).goals) {
      const thing = thingOf(set.matter.id, id);
      other.set(
        thing,
        (await years(series.of(thing))).filter((one) => one.year !== year),
      );
    }
  return sets.flatMap(({ matter, ...set }) =>
    bodyGoalsRoutes.read({ matter, ...set }).goals.map((goal) => {
      const own = { year, targetYear: goal.targetYear };
      return {
        ...goal,
        ...ownerOf(thingOf(matter.id, goal.id), goal.responsible),
        matter: matter.id,
        body: matter.body,
        bodyName: bodies.get(matter.body) ?? matter.body,
        year,
        state: set.state,
        decision: set.decision?.number ?? null,
        indicators: indicatorsOf({ ...goal, matter: matter.id, years: own }),
        judgements: judgementsOf(matter.id, goal.id, year),
        years: other.get(thingOf(matter.id, goal.id)) ?? [],
        time: goalTime(own),
      };
    }),
  );
}

/**
 * The strategic goals that govern a year with what is measured of them. They hold for a mandate period, and are to be reached when it
 * ends; those that are in force after that are measured on.
 */
export async function strategicGoalsOfYear(tx: Tx, year: number, asOf: AsOf): Promise<StrategicGoalView[]> {
  const { strategicGoals, strategicMatter: matter, strategicYear: from } = await governing(tx, year, asOf);
  if (matter === null || from === null) return [];
  const { indicatorsOf, judgementsOf } = await measuring(tx, STRATEGIC_GOALS.kind, asOf, [matter]);
  const years = { year: from, targetYear: Math.max(mandatePeriod(from).to, year) };
  return strategicGoals.map((goal) => ({
    ...goal,
    matter,
    body: placeOfThing(thingOf(matter, goal.id))?.body ?? "",
    year,
    targetYear: years.targetYear,
    state: "decided",
    indicators: indicatorsOf({ ...goal, matter, responsible: "", years }),
    judgements: judgementsOf(matter, goal.id, year),
    time: goalTime(years),
  }));
}

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
