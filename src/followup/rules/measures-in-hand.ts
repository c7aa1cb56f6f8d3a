import type { CourseState } from "../../decisions/course/rules/course.ts";

/** How far a measure had come when its plan was decided, in the words of what lives on. */
export const DECIDED_STATE: Readonly<Record<"planned" | "started" | "done" | "stopped", CourseState>> = {
  planned: "not-begun",
  started: "under-way",
  done: "done",
  stopped: "cancelled",
};

interface Followed {
  readonly amountTkr: number;
  readonly effectTkr: number | null;
  readonly state: CourseState;
}

/** What the measures were decided to give and have given so far, tkr (U-8): a cancelled one gives nothing more than it has. */
export const effectsTkr = (measures: readonly Followed[]) => ({
  plannedTkr: measures.reduce((sum, one) => sum + (one.state === "cancelled" ? 0 : one.amountTkr), 0),
  effectTkr: measures.reduce((sum, one) => sum + (one.effectTkr ?? 0), 0),
});
