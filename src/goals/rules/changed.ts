import { type Remark, remark } from "../../kernel/remark.ts";
import { asCompared, isBlank } from "../../kernel/written.ts";

const CITE = "§2.1";

interface Goal {
  readonly id: string;
  readonly wording: string;
  readonly targetYear: number;
  readonly changeReason: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly target: number;
    readonly targetTo?: number | undefined;
  }[];
}

/**
 * A goal that runs changes only by a new decision that says why (V-6): another wording, another year, another target, or no longer
 * measured. `before`: as it was decided last, in the year's own goals or in those of the year before; with the reason that was given
 * then, which is no reason for what changes now.
 */
export function changedRemarks(goals: readonly Goal[], before: readonly Goal[], year: number): Remark[] {
  return goals.flatMap((goal, i) => {
    const was = before.find(({ id }) => id === goal.id);
    if (!was || was.targetYear < year || !isChanged(goal, was)) return [];
    const at = `goals.${i}.changeReason`;
    const params = { wording: goal.wording, before: was.wording };
    return isBlank(goal.changeReason) || asCompared(goal.changeReason) === asCompared(was.changeReason)
      ? [remark("needs-reason", "goal-changed-without-reason", CITE, params, at)]
      : [remark("deviation", "goal-changed", CITE, { ...params, reason: goal.changeReason }, at)];
  });
}

/** Whether a goal says something else than it did, or is held against something else. */
export const isChanged = (goal: Goal, was: Goal): boolean =>
  asCompared(goal.wording) !== asCompared(was.wording) ||
  goal.targetYear !== was.targetYear ||
  was.indicators.some((indicator) => {
    const now = goal.indicators.find(({ id }) => id === indicator.id);
    return !now || now.target !== indicator.target || now.targetTo !== indicator.targetTo;
  });
