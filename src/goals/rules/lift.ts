import { liftBodyGoals } from "../indicators/rules/measuring.ts";

/** Goals as they were stored before they could rest on facts, be shared and be evaluated. */
export function liftGoals(content: unknown): unknown {
  const { goals } = content as { readonly goals?: unknown };
  if (!Array.isArray(goals)) return content;
  return {
    parts: [],
    evaluations: [],
    ...(liftBodyGoals({ ...(content as object), goals: goals.map(liftGoal) }) as object),
  };
}

const liftGoal = (goal: { readonly basis?: object }): unknown => ({
  changeReason: "",
  ...goal,
  basis: { facts: [], document: null, ...goal.basis },
});
