import { type Remark, remark } from "../../../kernel/remark.ts";
import { asFormula, type FinancialGoal, type FinancialGoalUnit } from "./financial-goals.ts";
import { financialGoalOutcome, type Result } from "./result.ts";

/** A financial goal that a year of the plan does not meet. */
export interface MissedGoal {
  readonly goal: string;
  readonly text: string;
  readonly year: number;
  readonly direction: "at-least" | "at-most";
  readonly unit: FinancialGoalUnit;
  readonly target: number;
  readonly outcome: number;
}

/** Every financial goal and year where the target is missed, year by year (§1.2, P-5); what can't be computed is no miss. */
export const missedGoals = (goals: readonly FinancialGoal[], results: readonly Result[]): MissedGoal[] =>
  results.flatMap((result) =>
    goals.flatMap((goal) => {
      const { target, outcome, met } = financialGoalOutcome(goal, result);
      if (met || outcome === null) return [];
      const { direction, unit } = asFormula(goal);
      return [{ goal: goal.id, text: goal.text, year: result.year, direction, unit, target, outcome }];
    }),
  );

/** Whether every goal can be computed every year: where not, nobody can say that all are met. */
export const allJudged = (goals: readonly FinancialGoal[], results: readonly Result[]): boolean =>
  results.every((result) => goals.every((goal) => financialGoalOutcome(goal, result).outcome !== null));

/** The council's own goals, missed in any year of the plan, are the first that is said of a budget (P-5, E-7). */
export const missedGoalRemarks = (goals: readonly FinancialGoal[], results: readonly Result[]): Remark[] =>
  missedGoals(goals, results).map(({ goal, text, year, direction, unit, target, outcome }) =>
    remark(
      "deviation",
      direction === "at-least" ? "goal-missed-below" : "goal-missed-above",
      "§1.2",
      { goal: text, year, targetValue: target, outcomeValue: outcome, unit },
      `financialGoals.${goals.findIndex(({ id }) => id === goal)}`,
    ),
  );
