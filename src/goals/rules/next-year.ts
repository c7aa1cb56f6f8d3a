import { type Remark, remark } from "../../kernel/remark.ts";

interface YearGoal {
  readonly id: string;
  readonly term: "short" | "long";
  readonly targetYear: number;
}

export interface NextYear<G> {
  /** Those that are to be met in the year or later: they go on by themselves. */
  readonly running: readonly G[];
  /** Those whose time has ended, as they are where they are taken up for one more year. */
  readonly ended: readonly G[];
}

/**
 * A body's goals of the year before, as they stand when the next year's are begun (V-6). The goal and its indicators are the same,
 * with the same ids; in its last year a longer goal is one for the year itself.
 */
export function nextYearGoals<G extends YearGoal>(goals: readonly G[], year: number): NextYear<G> {
  const carried = (goal: G): G => {
    const targetYear = Math.max(goal.targetYear, year);
    return { ...goal, targetYear, term: targetYear > year ? "long" : "short" };
  };
  return {
    running: goals.filter((goal) => goal.targetYear >= year).map(carried),
    ended: goals.filter((goal) => goal.targetYear < year).map(carried),
  };
}

/** A goal of the year before that is to be met in this year or later goes on by itself: that it has been left out is said (V-6). */
export const leftOutRemarks = (
  goals: readonly { readonly id: string }[],
  before: readonly (YearGoal & { readonly wording: string })[],
  year: number,
): Remark[] =>
  nextYearGoals(before, year)
    .running.filter(({ id }) => !goals.some((goal) => goal.id === id))
    .map(({ wording, targetYear }) =>
      remark("deviation", "running-goal-left-out", "§2.1", { wording, targetYear, year }),
    );
