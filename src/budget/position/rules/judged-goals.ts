import { asFormula, type FinancialGoal } from "../../base/rules/financial-goals.ts";
import { financialGoalOutcome, type Result } from "../../base/rules/result.ts";

/** Each financial goal with its outcome against its target, year by year (§1.2, P-5). */
export const judgedGoals = (goals: readonly FinancialGoal[], results: readonly Result[]) =>
  goals.map((goal) => {
    const { formula, direction, unit } = asFormula(goal);
    const outcomes = results.map((result) => {
      const { target, outcome, met } = financialGoalOutcome(goal, result);
      return { year: result.year, target, outcome, met };
    });
    return { id: goal.id, text: goal.text, formula, direction, unit, target: goal.target, outcomes };
  });
