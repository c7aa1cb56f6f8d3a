import type { Kinds } from "../../decisions/matter-kinds.ts";
import { matterId, ownAddress } from "../../decisions/rules/kind.ts";
import { type Day, dayOf } from "../../kernel/day.ts";
import type { Language } from "../../kernel/format.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import type { BodyStep, StepView } from "../contract.ts";
import { stepDates } from "../rules/dates.ts";
import type { WheelStep } from "../rules/step.ts";
import { stepWords } from "../rules/step-words.ts";
import { circleOf, turnOf } from "../rules/turn.ts";
import {
  type BodyState,
  bodiesOf,
  bodyStates,
  countStates,
  groupState,
  type MatterFacts,
  type Surroundings,
} from "../rules/wheel.ts";

export interface WheelFacts {
  readonly steps: readonly WheelStep[];
  readonly bodies: readonly Body[];
  readonly matters: readonly MatterFacts[];
  readonly today: Day;
  readonly kinds: Kinds;
  /** Steps about a year before this one have dates and no state. */
  readonly firstYear: number;
  /** Steps that were due before this day have dates and no state, unless they were taken. */
  readonly startedOn?: Day | undefined;
  /** The reader's. */
  readonly language: Language;
}

/** The bodies that there are in some part of a calendar year. */
export const bodiesIn = (bodies: readonly Body[], year: number): Body[] =>
  bodies.filter(
    (body) =>
      body.validFrom <= dayOf(year, 12, 31) && (body.validTo === null || body.validTo >= dayOf(year, 1, 1)),
  );

/** The wheel's steps as people see them, in the order of their last days; of one body when it is given. */
export function wheelSteps(facts: WheelFacts, year: number, body?: string): StepView[] {
  const circle = body === undefined ? undefined : circleOf(facts.bodies, body);
  const around: Surroundings = { ...facts, bodies: bodiesIn(facts.bodies, year) };
  return facts.steps
    .map((step) => stepView(step, year, facts, around, circle))
    .sort((a, b) => a.due.localeCompare(b.due) || a.from.localeCompare(b.from));
}

function stepView(
  step: WheelStep,
  year: number,
  { bodies, firstYear, kinds, language }: WheelFacts,
  around: Surroundings,
  circle: ReadonlySet<string> | undefined,
): StepView {
  const { from, due, subjectYear } = stepDates(step, year);
  const own = bodiesOf(step, around.bodies, circle).length > 0;
  const { kind } = step;
  const rows =
    kind === null || subjectYear < firstYear
      ? []
      : bodyStates(step, year, around, own ? circle : undefined).map((state) =>
          bodyStep(bodies, kinds, { ...step, kind }, state),
        );
  const states = rows.map((row) => row.state);
  return {
    id: step.id,
    ...stepWords(step, language),
    cite: step.cite,
    track: step.track,
    owner: step.owner ?? null,
    kind,
    occasion: step.occasion ?? null,
    reaches: step.reaches,
    own: circle === undefined || own,
    subjectYear,
    from,
    due,
    after: [...step.after],
    state: groupState(states),
    counts: countStates(states),
    turn: [...new Set(rows.flatMap((row) => row.turn ?? []))],
    href:
      kind === null
        ? null
        : rows.length === 1
          ? (rows[0] as BodyStep).href
          : kinds.declared(kind).address.all,
    bodies: rows,
  };
}

function bodyStep(
  bodies: readonly Body[],
  kinds: Kinds,
  { kind, preparedBy }: WheelStep & { readonly kind: string },
  { body: { id, name }, state, matter, subjectYear, due }: BodyState,
): BodyStep {
  const body = bodies.find((b) => b.id === id) as Body;
  return {
    body: id,
    name,
    state,
    matter: matterId(kind, id, subjectYear),
    decision: matter?.decision ?? null,
    due,
    turn: turnOf(bodies, body, state, { proposed: matter?.state === "proposed", preparedBy })?.name ?? null,
    href: ownAddress(kinds.declared(kind), { body: id, year: subjectYear }),
  };
}
