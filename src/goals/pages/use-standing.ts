import { createContext, use, useCallback } from "react";
import type { GoalView } from "../contract.ts";
import { type GoalJudged, type GoalStanding, goalStanding } from "../rules/standing.ts";

/** What bodies have decided of how a year's goals go, by body and id ("socialnamnden/placeringar"). */
type JudgedOfYear = (year: number) => ReadonlyMap<string, GoalJudged>;

const NOTHING: ReadonlyMap<string, GoalJudged> = new Map();
const Judged = createContext<JudgedOfYear>(() => NOTHING);

/** The shell puts a hook here that asks the follow-up chapter, which knows what has been judged. */
export const JudgedGoalsProvider = Judged;

/** How each goal of a year goes: its latest values against their targets with trend, and what has been judged (V-7, U-7). */
export function useStandings(year: number): (goal: GoalView) => GoalStanding {
  const useJudged = use(Judged);
  const judged = useJudged(year);
  return useCallback((goal) => goalStanding(goal, judged.get(`${goal.body}/${goal.id}`)), [judged]);
}
