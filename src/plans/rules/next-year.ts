import { type Day, sameDayIn } from "../../kernel/day.ts";

/**
 * A plan as the next year's is begun from it (V-8): the same actions with the same ids, each on the same days of the new year. What was
 * said of why the old one was changed stays with that.
 */
export const nextYearPlan = <A extends { readonly from: Day | null; readonly due: Day }>(
  { summary, actions }: { readonly summary: string; readonly actions: readonly A[] },
  year: number,
): { summary: string; actions: A[]; changeReason: string } => ({
  summary,
  actions: actions.map((action) => ({
    ...action,
    from: action.from && sameDayIn(action.from, year),
    due: sameDayIn(action.due, year),
  })),
  changeReason: "",
});
