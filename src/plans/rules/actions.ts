import { type Remark, remark } from "../../kernel/remark.ts";
import { type Body, upFrom } from "../../organisation/rules/organisation.ts";

const CITE = "§2.1";

export interface Action {
  readonly id: string;
  readonly text: string;
  readonly goal: string;
  readonly unit: string;
  /** A person's id. */
  readonly responsible: string;
}

export interface ActionContext {
  /** The administration whose plan it is. */
  readonly body: string;
  readonly bodies: readonly Body[];
  /** The decided goals of the body that the administration works for. */
  readonly goals: readonly string[];
  readonly people: readonly string[];
}

/** Every action of an operations plan serves a goal, is done in the administration, and has an owner (V-8). */
export function actionRemarks(actions: readonly Action[], context: ActionContext): Remark[] {
  const { body, bodies, goals, people } = context;
  return actions.flatMap(({ id, text, goal, unit, responsible }, i) => {
    const at = `actions.${i}`;
    const found: Remark[] = [];
    if (actions.findIndex((other) => other.id === id) < i)
      found.push(remark("stops", "action-twice", CITE, { id }, `${at}.id`));
    if (!goals.includes(goal))
      found.push(remark("stops", "action-without-goal", CITE, { goal }, `${at}.goal`));
    if (!upFrom(bodies, unit).some((above) => above.id === body))
      found.push(remark("stops", "action-elsewhere", CITE, { action: text, unit }, `${at}.unit`));
    if (!people.includes(responsible))
      found.push(
        remark(
          "stops",
          "action-without-owner",
          CITE,
          { action: text, person: responsible },
          `${at}.responsible`,
        ),
      );
    return found;
  });
}
