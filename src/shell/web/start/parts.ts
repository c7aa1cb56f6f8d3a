import type { GoalTree, GoalView } from "../../../goals/contract.ts";
import { type GoalStanding, goalStanding } from "../../../goals/rules/standing.ts";
import type { StatusValue } from "../../../platform/ui/status.tsx";
import type { StepView, WheelView } from "../../../year/contract.ts";
import { lanesOf, parts, type Span, sectors, spanIn } from "./figure/geometry.ts";

/** A committee's goal as the figure shows it: its place, how it goes, and whether it is decided. */
export interface GoalPart {
  readonly id: string;
  readonly goal: GoalView;
  readonly standing: GoalStanding;
  readonly decided: boolean;
  /** False when one body is looked at and this is another's. */
  readonly own: boolean;
  readonly place: Span;
}

/** The goals of one body within one strategic goal, with what the body's plan does for them. */
export interface BodyPart {
  readonly id: string;
  readonly body: string;
  readonly bodyName: string;
  readonly place: Span;
  readonly actions: number;
  /** "decided" when the body's plan hangs on a decision, "draft" when it is only being written, "to-come" without any. */
  readonly state: StatusValue;
  readonly decision: number | null;
  readonly own: boolean;
  readonly year: number;
}

export interface StrategicPart {
  readonly id: string;
  readonly strategic: GoalTree["strategicGoals"][number];
  readonly place: Span;
  readonly goals: readonly GoalPart[];
  readonly bodies: readonly BodyPart[];
}

/** Operations plans that are decided, by the body whose goals they carry out: the decision's number. */
export type PlanDecisions = ReadonlyMap<string, number>;

/** A plan is its administration's; it belongs to the goals of the committee that the administration serves. */
export function planDecisionsOf(
  decisions: readonly { readonly body: string; readonly number: number }[],
  bodies: readonly { readonly id: string; readonly parent: string | null }[],
): PlanDecisions {
  const newestLast = [...decisions].sort((a, b) => a.number - b.number);
  return new Map(
    newestLast.flatMap(({ body, number }) => {
      const parent = bodies.find((b) => b.id === body)?.parent;
      return [[body, number] as const, ...(parent ? [[parent, number] as const] : [])];
    }),
  );
}

/**
 * The inner half of the figure: each strategic goal a sector, its goals in it by body. A goal stands in the sector that it
 * names first; one that names none that is known stands in the last. With a body, the goals of others are marked.
 */
export function strategicParts(
  tree: GoalTree,
  plans: PlanDecisions,
  body?: string,
  standingOf: (goal: GoalView) => GoalStanding = goalStanding,
  actionsOf: (goal: GoalView) => number = () => 0,
): StrategicPart[] {
  const places = sectors(tree.strategicGoals.length);
  const ids = tree.strategicGoals.map((strategic) => strategic.id);
  const sectorOf = (goal: GoalView) => {
    const known = goal.strategicGoals.find((id) => ids.includes(id));
    return known === undefined ? ids.length - 1 : ids.indexOf(known);
  };
  return tree.strategicGoals.map((strategic, index) => {
    const place = places[index] as Span;
    const own = tree.goals
      .filter((goal) => sectorOf(goal) === index)
      .sort((a, b) => a.bodyName.localeCompare(b.bodyName, "sv"));
    const slots = parts(place, own.length);
    const goals = own.map(
      (goal, at): GoalPart => ({
        id: `goal ${goal.body} ${goal.id}`,
        goal,
        standing: standingOf(goal),
        decided: goal.decision !== null,
        own: body === undefined || goal.body === body,
        place: slots[at] as Span,
      }),
    );
    return {
      id: `strategic ${strategic.id}`,
      strategic,
      place,
      goals,
      bodies: bodyParts(strategic.id, goals, plans, actionsOf),
    };
  });
}

function bodyParts(
  strategic: string,
  goals: readonly GoalPart[],
  plans: PlanDecisions,
  actionsOf: (goal: GoalView) => number,
): BodyPart[] {
  const bodies = [...new Set(goals.map(({ goal }) => goal.body))];
  return bodies.map((body) => {
    const own = goals.filter(({ goal }) => goal.body === body);
    const first = own[0] as GoalPart;
    const last = own.at(-1) as GoalPart;
    const actions = own.reduce((sum, { goal }) => sum + actionsOf(goal), 0);
    const decision = plans.get(body) ?? null;
    return {
      id: `plan ${strategic} ${body}`,
      body,
      bodyName: first.goal.bodyName,
      place: { from: first.place.from, to: last.place.to },
      actions,
      state: decision !== null ? "decided" : actions > 0 ? "draft" : "to-come",
      decision,
      own: first.own,
      year: first.goal.year,
    };
  });
}

/** A step of the year in its place: its ring, its lane, and the part of the year that it takes. */
export interface StepPart {
  readonly id: string;
  readonly step: StepView;
  readonly place: Span;
  readonly lane: number;
  /** A single day, such as the day when the budget is presented. */
  readonly moment: boolean;
}

/** The two rings of the year. Steps that lie wholly outside the calendar year are left out. */
export function stepParts(wheel: WheelView): StepPart[] {
  return (["planning", "follow-up"] as const).flatMap((track) => {
    const own = wheel.steps.flatMap((step) => {
      const place = step.track === track ? spanIn(wheel.year, step.from, step.due) : undefined;
      return place ? [{ step, place, moment: step.from === step.due }] : [];
    });
    const lasting = own.filter(({ moment }) => !moment);
    const lanes = lanesOf(lasting.map(({ place }) => place));
    return [
      ...lasting.map(({ step, place }, at) => ({
        id: `step ${step.id}`,
        step,
        place,
        lane: lanes[at] as number,
        moment: false,
      })),
      ...own
        .filter(({ moment }) => moment)
        .map(({ step, place }) => ({ id: `step ${step.id}`, step, place, lane: 0, moment: true })),
    ];
  });
}

const NOW: readonly StepView["state"][] = ["late", "under-way"];

/** Steps that are late or under way, the most urgent first: what the municipality does now. */
export const stepsNow = (wheel: WheelView): StepView[] =>
  wheel.steps
    .filter((step) => NOW.includes(step.state))
    .sort((a, b) => Number(b.state === "late") - Number(a.state === "late") || a.due.localeCompare(b.due));

/** The first steps that begin after the day and that nobody has begun. */
export const stepsNext = (wheel: WheelView, count: number): StepView[] =>
  wheel.steps
    .filter((step) => step.from > wheel.today && !NOW.includes(step.state))
    .sort((a, b) => a.from.localeCompare(b.from))
    .slice(0, count);

/** A body's name as it fits in the picture: "Bildningsnämnden" → "Bildning". */
export const shortName = (name: string): string =>
  name.replace(/s?nämnden$/, "").replace(/^Björnekulla (.*) AB$/, "$1") || name;
