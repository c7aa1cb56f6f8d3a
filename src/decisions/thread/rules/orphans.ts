import type { ThreadSort } from "./sorts.ts";

/** What does not hang together (model §2.1, V-9), in the order in which it is told. */
export const ORPHAN_SORTS = [
  "strategic-without-goals",
  "goals-without-strategic",
  "goals-without-actions",
  "goals-without-analysis",
  "actions-without-goal",
  "allocations-without-goals",
  "risks-without-control",
  "lessons-not-taken",
] as const;
export type OrphanSort = (typeof ORPHAN_SORTS)[number];

export interface OrphanRule {
  readonly what: ThreadSort;
  /** Where it ought to have something. */
  readonly lacks: "above" | "below";
  /** What it ought to have there; any of them is enough. */
  readonly of: readonly ThreadSort[];
  /** Where what it ought to have is a matter: of this kind. */
  readonly matter?: string;
  /** Through what it ought to have it: an allocation's goals are its body's. */
  readonly through?: ThreadSort;
  /** Of which year a body's goal must be: the one that is looked at, for what stands for many; its own. Absent: any. */
  readonly year?: "looked-at" | "own";
  /** It hangs in strategic goals, so that those of one of them can be told. */
  readonly strategic?: true;
}

/** When a thing is an orphan: it has none of what it ought to hang in, or of what ought to hang in it. */
export const ORPHAN_RULES: Readonly<Record<OrphanSort, OrphanRule>> = {
  "strategic-without-goals": {
    what: "strategic-goal",
    lacks: "below",
    of: ["body-goal"],
    year: "looked-at",
    strategic: true,
  },
  "goals-without-strategic": { what: "body-goal", lacks: "above", of: ["strategic-goal"] },
  "goals-without-actions": { what: "body-goal", lacks: "below", of: ["action"], strategic: true },
  "goals-without-analysis": {
    what: "body-goal",
    lacks: "below",
    of: ["fact", "matter"],
    matter: "situation-analysis",
    strategic: true,
  },
  "actions-without-goal": { what: "action", lacks: "above", of: ["body-goal", "action", "assignment"] },
  "allocations-without-goals": {
    what: "allocation",
    lacks: "above",
    // The council's own goals are the strategic ones
    of: ["body-goal", "strategic-goal"],
    through: "body",
    year: "own",
  },
  "risks-without-control": { what: "risk", lacks: "below", of: ["control"] },
  "lessons-not-taken": { what: "lesson", lacks: "above", of: ["matter"], matter: "situation-analysis" },
};
