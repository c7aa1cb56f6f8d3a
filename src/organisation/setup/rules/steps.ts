/** The steps of a municipality's moving in, in the order in which each builds on those before. Any can wait. */
export const SETUP_STEPS = [
  "organisation",
  "people",
  "mandates",
  "wheel",
  "vision",
  "allocations",
  "population",
  "ledger",
] as const;
export type SetupStepId = (typeof SETUP_STEPS)[number];

/** What somebody has said of a step. */
export const MARKS = ["done", "later"] as const;
export type Mark = (typeof MARKS)[number];

export const STEP_STATES = ["to-do", "begun", "done", "later"] as const;
export type SetupState = (typeof STEP_STATES)[number];

/** How far a step has come: what there is says that it is done; else what somebody has said; else whether anything is there. */
export function stateOf(
  found: { readonly count: number; readonly enough: boolean },
  mark: Mark | undefined,
): SetupState {
  if (found.enough || mark === "done") return "done";
  return mark ?? (found.count > 0 ? "begun" : "to-do");
}
