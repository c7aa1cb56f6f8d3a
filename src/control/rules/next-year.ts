import { type Day, sameDayIn } from "../../kernel/day.ts";

/**
 * A plan for internal control as the next year's is begun from it (K-2, K-3): the same risks and controls, with the same ids, each
 * control due on the same day of the new year. What was said of last year's notices and group-wide risks is not this year's.
 */
export const nextYearPlan = <R, C extends { readonly due: Day }>(
  { risks, controls }: { readonly risks: readonly R[]; readonly controls: readonly C[] },
  year: number,
): { risks: R[]; controls: C[] } => ({
  risks: [...risks],
  controls: controls.map((control) => ({ ...control, due: sameDayIn(control.due, year) })),
});
