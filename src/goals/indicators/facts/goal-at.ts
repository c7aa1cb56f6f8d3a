import type { Reads } from "../../../decisions/rules/reading.ts";
import type { Day } from "../../../kernel/day.ts";
import { allBodies } from "../../../organisation/store.ts";
import type { Tx } from "../../../platform/database/door.ts";
import type { MeasuredGoal } from "../../contract.ts";
import { goalsOfYear, strategicGoalsOfYear } from "../../facts.ts";
import { BODY_GOALS } from "../../kind.ts";
import { STRATEGIC_GOALS } from "../../vision/kind.ts";

export interface GoalPlace {
  readonly body: string;
  readonly goal: string;
  readonly year: number;
}

/** A goal that is measured, whoever's it is. */
export interface GoalAt {
  readonly kind: string;
  /** Who answers for it; empty: whoever prepares the matter that decides it. */
  readonly person: string;
  readonly name: string;
  readonly goal: MeasuredGoal;
}

/** What decides the goals of a body: the council's are the strategic ones. */
export async function kindOfGoals(tx: Tx, body: string): Promise<string> {
  const found = (await allBodies(tx)).find(({ id }) => id === body);
  return STRATEGIC_GOALS.bodies.some((one) => one === found?.kind) ? STRATEGIC_GOALS.kind : BODY_GOALS.kind;
}

/** A body's goal of a year, or the council's that governs it; undefined where there is none that may be read. */
export async function goalAt(
  tx: Tx,
  { body, goal: id, year }: GoalPlace,
  day: Day,
  reads: Reads,
): Promise<GoalAt | undefined> {
  const kind = await kindOfGoals(tx, body);
  const here = (one: MeasuredGoal) => one.id === id && one.body === body;
  if (kind === STRATEGIC_GOALS.kind) {
    const goal = (await strategicGoalsOfYear(tx, year, day)).find(here);
    return goal && { kind, person: "", name: goal.name, goal };
  }
  const goal = (await goalsOfYear(tx, year, day, reads)).find(here);
  return goal && { kind, person: goal.responsible, name: goal.wording, goal };
}
