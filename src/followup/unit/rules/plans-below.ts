import { z } from "zod";
import { MEASURE_STATES } from "../../rules/action-plan.ts";

/** A unit's action plan as the levels above it see it. Tkr. */
export const PlanBelow = z.object({
  body: z.string(),
  name: z.string(),
  state: z.enum(["proposed", "decided"]),
  deviationTkr: z.number().int(),
  measuresTkr: z.number().int(),
  /** What the measures do not cover. */
  lackingTkr: z.number().int(),
  /** What is asked of the nearest manager; null where nothing is taken further. */
  asked: z.string().nullable(),
  measures: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      unit: z.string(),
      amountTkr: z.number().int(),
      start: z.string(),
      effectBy: z.string(),
      responsible: z.string(),
      status: z.enum(MEASURE_STATES),
    }),
  ),
});
export type PlanBelow = z.output<typeof PlanBelow>;

/** Open ends first: what lacks most, and of those that lack nothing the largest deviation. */
export const openEndsFirst = (plans: readonly PlanBelow[]): PlanBelow[] =>
  plans.toSorted((a, b) => b.lackingTkr - a.lackingTkr || a.deviationTkr - b.deviationTkr);

/** The measures of a unit's plan that a plan above it does not have yet: what is taken in is taken in once. */
export const notYetIn = <M extends { readonly id: string; readonly unit: string }>(
  above: readonly { readonly id: string; readonly unit: string }[],
  below: readonly M[],
): M[] => below.filter(({ id, unit }) => !above.some((one) => one.id === id && one.unit === unit));
