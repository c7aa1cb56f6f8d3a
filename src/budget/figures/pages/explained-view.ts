import type { ExplainedBudget } from "../contract.ts";

/** The version whose figures are explained. */
export type Explaining = ExplainedBudget;

export const bodyName = (view: Explaining, id: string): string =>
  view.bodies.find((body) => body.id === id)?.name ?? id;
