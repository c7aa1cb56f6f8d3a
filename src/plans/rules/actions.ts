import { type Day, yearOf } from "../../kernel/day.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { isWithin } from "./serves.ts";

const CITE = "§2.1";

/** What an action of a plan says (V-8): for what, by whom, where, from when till when, to what effect and at what cost. */
export interface PlannedAction {
  readonly id: string;
  readonly text: string;
  readonly goal: string;
  readonly assignment: string;
  readonly under: string;
  /** A person's id. */
  readonly responsible: string;
  readonly from: Day | null;
  readonly due: Day;
  readonly unit: string;
  readonly effect: string;
  readonly costTkr: number | null;
}

export interface ActionContext {
  /** The body whose plan it is. */
  readonly body: string;
  readonly year: number;
  readonly bodies: readonly Body[];
  /** The decided goals of the body that the plan's body works for. */
  readonly goals: readonly string[];
  /** Of a unit's plan: the actions of the plan above that it can break down. */
  readonly above: readonly string[];
  readonly people: readonly string[];
}

/** Every action of a plan serves a goal, an assignment or a part of the plan above, is done in the body, and has an owner (V-8). */
export function actionRemarks(actions: readonly PlannedAction[], context: ActionContext): Remark[] {
  const { body, year, bodies, goals, above, people } = context;
  if (actions.length === 0) return [remark("stops", "plan-without-actions", CITE, {}, "actions")];
  return actions.flatMap((action, i) => {
    const { id, text, goal, assignment, under, unit, responsible, from, due, effect } = action;
    const at = `actions.${i}`;
    const found: Remark[] = [];
    if (actions.findIndex((other) => other.id === id) < i)
      found.push(remark("stops", "action-twice", CITE, { id }, `${at}.id`));
    if (goal !== "" && !goals.includes(goal))
      found.push(remark("stops", "action-without-goal", CITE, { goal }, `${at}.goal`));
    if (under !== "" && !above.includes(under))
      found.push(remark("stops", "action-under-nothing", CITE, { action: text }, `${at}.under`));
    if (goal === "" && under === "" && isBlank(assignment))
      found.push(remark("stops", "action-serves-nothing", CITE, { action: text }, `${at}.goal`));
    if (!isWithin(bodies, unit, body))
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
    if (from !== null && from > due)
      found.push(remark("stops", "action-ends-first", CITE, { action: text, from, due }, `${at}.due`));
    if (yearOf(due) !== year)
      found.push(remark("deviation", "action-other-year", CITE, { action: text, due, year }, `${at}.due`));
    if (isBlank(effect))
      found.push(remark("info", "action-without-effect", CITE, { action: text }, `${at}.effect`));
    return found;
  });
}

/** A goal that nothing is done for is said, and stops nothing: its work may lie in what is done every day (V-8, V-9). */
export const goalsWithoutActions = (
  goals: readonly { readonly id: string; readonly wording: string }[],
  actions: readonly Pick<PlannedAction, "goal">[],
): Remark[] =>
  goals
    .filter(({ id }) => !actions.some(({ goal }) => goal === id))
    .map(({ wording }) => remark("deviation", "goal-without-action", CITE, { wording }));

/** A decided plan is changed with a reason: the committee is told it (V-8). */
export const changeReasonRemarks = (
  before: readonly PlannedAction[] | undefined,
  differs: boolean,
  reason: string,
): Remark[] =>
  before !== undefined && differs && isBlank(reason)
    ? [remark("stops", "change-without-reason", CITE, {}, "changeReason")]
    : [];
