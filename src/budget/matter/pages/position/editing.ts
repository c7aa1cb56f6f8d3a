import type { Budget } from "../../../base/contract.ts";

/** A budget that is being written, and how a part of it is changed. */
export interface Editing {
  readonly budget: Budget;
  readonly change: (part: Partial<Budget>) => void;
  /** The last refusal: each field shows what is said of it. */
  readonly problem: unknown;
  /** The places that the rules remark on. */
  readonly places: readonly string[];
}
