import { z } from "zod";
import { type Remark, remark } from "../../../kernel/remark.ts";

/** Which judgements count as a goal that is fulfilled: met wholly, or met wholly or partly. */
export const COUNTS = ["met", "partly"] as const;

/** What the council asks of goals of one sort: all of them, or at least as many, each met wholly, or wholly or partly (P-5). */
const GoalDemand = z.object({
  counts: z.enum(COUNTS),
  /** Null: all of them. */
  least: z.number().int().min(1).max(20).nullable(),
});
export type GoalDemand = z.output<typeof GoalDemand>;

/**
 * What the council means by god ekonomisk hushållning as a rule beside its words (P-5, KL 11:1, 11:6): one demand on the financial
 * goals, one on the strategic goals. Budgets from before 2028 have the words alone.
 */
export const SoundEconomyDefinition = z.object({ financial: GoalDemand, operations: GoalDemand });
export type SoundEconomyDefinition = z.output<typeof SoundEconomyDefinition>;

/** A demand of more goals than there are can't be fulfilled: it is refused where it is written. */
export function definitionRemarks(
  definition: SoundEconomyDefinition | undefined,
  count: { readonly financial: number; readonly operations: number },
): Remark[] {
  if (!definition) return [];
  return (["financial", "operations"] as const).flatMap((sort) => {
    const { least } = definition[sort];
    if (least === null || least <= count[sort]) return [];
    const at = `soundEconomyDefinition.${sort}.least`;
    const params = { least, count: count[sort] };
    return [
      sort === "financial"
        ? remark("stops", "demand-above-financial", "KL 11:6", params, at)
        : // The strategic goals are another matter's, and may be decided after the budget is written
          remark("deviation", "demand-above-strategic", "KL 11:6", params, at),
    ];
  });
}
