import { type ComponentType, createContext, use } from "react";
import type { GoalView } from "../contract.ts";

/** Something that is done for a goal, as its place in the thread shows it. */
export interface ServingAction {
  readonly id: string;
  readonly text: string;
  readonly responsible: string;
}

/** What the chapters of plans and of follow-up, which lie above, show of what is done for the goals. */
interface Serving {
  /** A hook: what is done for each goal of a year, by body and id ("socialnamnden/placeringar"). */
  readonly useActions: (year: number) => ReadonlyMap<string, readonly ServingAction[]>;
  /** What is done for a goal, on the goal's page. */
  readonly Actions: ComponentType<{ readonly goal: Pick<GoalView, "body" | "id" | "year"> }>;
  /** What a contributor has last told of its part in a goal (P-3). */
  readonly Reported: ComponentType<{
    readonly goal: Pick<GoalView, "body" | "id" | "year">;
    readonly by: string;
  }>;
}

const NOTHING: ReadonlyMap<string, readonly ServingAction[]> = new Map();
const ServingGoals = createContext<Serving>({
  useActions: () => NOTHING,
  Actions: () => null,
  Reported: () => null,
});

/** The shell puts here what those chapters know (V-8, P-3). */
export const ServingGoalsProvider = ServingGoals;

export const useServing = (): Serving => use(ServingGoals);
