import type { Day } from "../../../kernel/day.ts";

export interface FollowUpOccasion {
  readonly step: string;
  readonly from: Day;
  readonly due: Day;
}

/**
 * The follow-up that an indicator's value is due for (V-7, U-1): the last that has begun, when nothing has been measured since
 * the one before it began, or since the goal's year did. Undefined when there is nothing to register now.
 */
export function valuesDue<O extends FollowUpOccasion>(
  measured: readonly Day[],
  begun: readonly O[],
  yearBegan: Day,
): O | undefined {
  const inOrder = [...begun].sort((a, b) => a.from.localeCompare(b.from));
  const last = inOrder.at(-1);
  if (!last) return undefined;
  const before = inOrder.filter(({ from }) => from < last.from).at(-1)?.from ?? yearBegan;
  return measured.some((day) => day >= before) ? undefined : last;
}
