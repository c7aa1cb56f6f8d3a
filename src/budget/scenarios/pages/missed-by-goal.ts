import type { MissedGoal } from "../../base/rules/missed-goals.ts";

/** A goal with the years that miss it. */
export interface MissedInYears extends Pick<MissedGoal, "goal" | "text" | "direction" | "unit" | "target"> {
  readonly years: readonly { readonly year: number; readonly outcome: number }[];
}

/** What is missed, each goal once with its years in order: the goals in the order that they are first missed. */
export function missedByGoal(missed: readonly MissedGoal[]): readonly MissedInYears[] {
  const goals = new Map<string, MissedInYears>();
  for (const { goal, text, direction, unit, target, year, outcome } of missed) {
    const years = [...(goals.get(goal)?.years ?? []), { year, outcome }];
    goals.set(goal, { goal, text, direction, unit, target, years });
  }
  return [...goals.values()];
}
