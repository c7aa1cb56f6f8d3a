import { lastingId } from "../../kernel/plain-id.ts";
import type { BodyGoal } from "../contract.ts";

/** A goal to begin with, for the year itself, with an id that no other goal has had. */
export function newGoal(year: number): BodyGoal {
  return {
    id: lastingId("mal"),
    wording: "",
    strategicGoals: [],
    term: "short",
    targetYear: year,
    effectForResidents: "",
    basis: { situation: "", facts: [], assignment: "", document: null },
    responsible: "",
    indicators: [],
    contributors: [],
    changeReason: "",
  };
}

/** The list with one thing a step up (-1) or down (1); as it is where there is no step to take. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const other = index + by;
  if (other < 0 || other >= list.length) return next;
  [next[index], next[other]] = [next[other] as T, next[index] as T];
  return next;
}

/** The years in which a longer goal can be met: after the budget year, four years in all (V-6). */
export const laterYears = (year: number): number[] => [year + 1, year + 2, year + 3];

/** The term with a year that it allows. */
export const withTerm = (goal: BodyGoal, term: BodyGoal["term"], year: number): BodyGoal => ({
  ...goal,
  term,
  targetYear: term === "short" ? year : Math.min(Math.max(goal.targetYear, year + 1), year + 3),
});

type Placed = { readonly code: string; readonly at?: string | undefined };

/** What the server said of one goal, with places within it; the wording's own remarks the browser makes as one writes. */
export function ofGoal<R extends Placed>(remarks: readonly R[], index: number): (R & { at: string })[] {
  const start = `goals.${index}.`;
  return remarks.flatMap((remark) =>
    remark.at?.startsWith(start) && !/^wording-(?!missing)/.test(remark.code)
      ? [{ ...remark, at: remark.at.slice(start.length) }]
      : [],
  );
}
