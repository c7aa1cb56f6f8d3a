import { reachesOccasion } from "../../decisions/rules/kind.ts";
import type { Day } from "../../kernel/day.ts";
import { type StepDates, stepDates } from "./dates.ts";
import type { Reach, StepState, WheelStep } from "./step.ts";

/** What is known of a matter on the day that it is. */
export interface MatterFacts {
  readonly kind: string;
  readonly body: string;
  readonly year: number;
  /** The newest version that may be seen. */
  readonly state: "draft" | "proposed" | "decided";
  /** The decision in force; null when nothing is decided. */
  readonly decision: number | null;
  /** The parts of a year in which such a matter is written, in order; undefined where it is written once. */
  readonly occasions?: readonly string[] | undefined;
  /** The part of the year that the newest version, and the one in force, are about; for matters written in parts. */
  readonly occasion: string | null;
  readonly decidedOccasion: string | null;
  /** What is decided rests on what has changed since, such as an allocation (E-5): it is to be decided anew. */
  readonly outdated?: boolean;
}

export interface WheelBody {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** The body that it stands under: an administration's is the committee that it works for. */
  readonly parent?: string | null;
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | null | undefined;
}

/** A body takes the steps whose last day it is there on: after its end whoever goes on with it takes them. */
const isThere = ({ validFrom, validTo }: WheelBody, due: Day): boolean =>
  (validFrom === undefined || validFrom <= due) && (validTo == null || due <= validTo);

export interface Surroundings {
  readonly steps: readonly WheelStep[];
  readonly bodies: readonly WheelBody[];
  readonly matters: readonly MatterFacts[];
  readonly today: Day;
  /** The day from which the municipality is followed here: what was due before was done elsewhere; from the beginning where absent. */
  readonly startedOn?: Day | undefined;
}

/** Whether a step has been taken with a matter. */
export function isTaken(
  step: Pick<WheelStep, "reaches" | "occasion">,
  matter: MatterFacts | undefined,
): boolean {
  if (!matter) return false;
  const holds = !matter.outdated || step.reaches === "begun";
  if (
    matter.decision !== null &&
    holds &&
    reachesOccasion(matter.occasions, step.occasion, matter.decidedOccasion)
  )
    return true;
  const come = { draft: 0, proposed: 1, decided: 2 }[matter.state];
  const asked: Record<Reach, number> = { begun: 0, proposed: 1, decided: 2 };
  return (
    come >= asked[step.reaches] &&
    matter.state !== "decided" &&
    reachesOccasion(matter.occasions, step.occasion, matter.occasion)
  );
}

/** Whether somebody has begun on the step, though it is not taken. */
const isBegun = (step: Pick<WheelStep, "occasion">, matter: MatterFacts | undefined): boolean =>
  matter !== undefined &&
  matter.state !== "decided" &&
  reachesOccasion(matter.occasions, step.occasion, matter.occasion);

export function stepState(facts: {
  readonly reaches: Reach;
  readonly taken: boolean;
  readonly begun: boolean;
  /** Whether all the steps before it have been taken. */
  readonly ready: boolean;
  readonly dates: Pick<StepDates, "from" | "due">;
  readonly today: Day;
}): StepState {
  const { reaches, taken, begun, ready, dates, today } = facts;
  if (taken) return reaches === "decided" ? "decided" : "done";
  if (today > dates.due) return "late";
  if (begun) return "under-way";
  if (today < dates.from) return "to-come";
  return ready ? "under-way" : "waiting";
}

export interface BodyState {
  readonly body: WheelBody;
  readonly state: StepState;
  readonly matter: MatterFacts | undefined;
  readonly subjectYear: number;
  readonly due: Day;
}

/** The bodies that take a step; only those among the given ones, when some are given. */
export const bodiesOf = (
  step: Pick<WheelStep, "kind" | "bodies">,
  bodies: readonly WheelBody[],
  only?: ReadonlySet<string>,
): WheelBody[] =>
  step.kind === null
    ? []
    : bodies.filter(
        (body) => (step.bodies as readonly string[]).includes(body.kind) && (only?.has(body.id) ?? true),
      );

/** How a step stands in each of its bodies; nothing is said of one that was due before the municipality came here. */
export function bodyStates(
  step: WheelStep,
  year: number,
  around: Surroundings,
  only?: ReadonlySet<string>,
): BodyState[] {
  const dates = stepDates(step, year);
  return bodiesOf(step, around.bodies, only).flatMap((body) => {
    const matter = matterOf(step.kind, body.id, dates.subjectYear, around.matters);
    const taken = isTaken(step, matter);
    if (!taken && !isThere(body, dates.due)) return [];
    // What was done elsewhere has no state here, unless it has been registered
    if (!taken && isBefore(dates.due, around)) return [];
    const state = stepState({
      reaches: step.reaches,
      taken,
      begun: isBegun(step, matter),
      ready: step.after.every((id) => isMet(id, body, year, around)),
      dates,
      today: around.today,
    });
    return [{ body, state, matter, subjectYear: dates.subjectYear, due: dates.due }];
  });
}

/** Whether a last day had passed when the municipality began to be followed here. */
const isBefore = (due: Day, { startedOn }: Pick<Surroundings, "startedOn">): boolean =>
  startedOn !== undefined && due < startedOn;

const matterOf = (
  kind: string | null,
  body: string,
  year: number,
  matters: readonly MatterFacts[],
): MatterFacts | undefined => matters.find((m) => m.kind === kind && m.body === body && m.year === year);

/**
 * Whether a step before is taken, as seen from a body: its own where it takes that step too, else that of the one it works for, otherwise
 * everybody's. What is held rather than decided has been held when its last day has passed.
 */
function isMet(
  id: string,
  body: WheelBody,
  year: number,
  { steps, bodies, matters, today, startedOn }: Surroundings,
): boolean {
  const step = steps.find((s) => s.id === id);
  if (!step) return true;
  const { due, subjectYear } = stepDates(step, year);
  if (isBefore(due, { startedOn })) return true;
  if (step.kind === null) return today > due;
  const all = bodiesOf(step, bodies);
  const own = all.find((b) => b.id === body.id) ?? all.find((b) => b.id === body.parent);
  const concerned = own ? [own] : all;
  return concerned.every(
    (b) => !isThere(b, due) || isTaken(step, matterOf(step.kind, b.id, subjectYear, matters)),
  );
}

export interface Counts {
  readonly bodies: number;
  readonly taken: number;
  readonly underWay: number;
  readonly late: number;
  readonly waiting: number;
  readonly toCome: number;
}

export function countStates(states: readonly StepState[]): Counts {
  const count = (...of: StepState[]) => states.filter((state) => of.includes(state)).length;
  return {
    bodies: states.length,
    taken: count("decided", "done"),
    underWay: count("under-way"),
    late: count("late"),
    waiting: count("waiting"),
    toCome: count("to-come"),
  };
}

/** The whole group's state from its bodies': the one that calls for most; taken only when all have taken it. */
export function groupState(states: readonly StepState[]): StepState | null {
  const order: StepState[] = ["late", "under-way", "waiting", "to-come"];
  const open = order.find((state) => states.includes(state));
  if (open === undefined) return states[0] ?? null;
  // Some have taken it before its time: then it has begun
  const taken = countStates(states).taken > 0;
  return taken && (open === "to-come" || open === "waiting") ? "under-way" : open;
}
