import type { Citation } from "../../kernel/citation.ts";
import { type Remark, remark } from "../../kernel/remark.ts";
import { isBlank } from "../../kernel/written.ts";

/** What a goal must say before it can be decided; a draft may lack it while it is written. */
export interface GoalTexts {
  readonly wording: string;
  readonly strategicGoals: readonly string[];
  readonly effectForResidents: string;
  readonly basis: { readonly situation: string; readonly assignment: string };
  readonly responsible: string;
}

/**
 * What is not yet written of a body's goals, each at its place: the wording, the strategic goal that it serves, the effect for
 * residents (P-1), the situation and the assignment that it rests on (V-3), and who is responsible.
 */
export function missingRemarks(goals: readonly GoalTexts[]): Remark[] {
  return goals.flatMap((goal, i) => {
    const missing = (given: string, code: string, cite: Citation, at: string) =>
      isBlank(given) ? [remark("stops", code, cite, {}, `goals.${i}.${at}`)] : [];
    return [
      ...missing(goal.wording, "wording-missing", "§2.1", "wording"),
      ...missing(goal.strategicGoals.join(""), "strategic-goal-missing", "§2.1", "strategicGoals"),
      ...missing(goal.effectForResidents, "effect-missing", "§1.1", "effectForResidents"),
      ...missing(goal.basis.situation, "situation-missing", "§2.1", "basis.situation"),
      ...missing(goal.basis.assignment, "assignment-missing", "§2.1", "basis.assignment"),
      ...missing(goal.responsible, "responsible-missing", "§3.2", "responsible"),
    ];
  });
}
