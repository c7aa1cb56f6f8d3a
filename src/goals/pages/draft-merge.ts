import { canonicalJson } from "../../kernel/canonical.ts";
import type { BodyGoal, BodyGoals } from "../contract.ts";

/** What became of a goal when two people wrote at the same time. */
export interface MergedGoal {
  readonly id: string;
  readonly wording: string;
  /** mine: only I changed it; theirs: only the other did; both: a choice must be made. */
  readonly by: "mine" | "theirs" | "both";
  readonly mine: BodyGoal | undefined;
  readonly theirs: BodyGoal | undefined;
}

export interface Merge {
  /** Both people's changes together; where both changed the same goal, mine. */
  readonly merged: BodyGoals;
  readonly changes: readonly MergedGoal[];
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Brings my unsaved goals and what somebody else has saved since I read (`base`) together, goal by goal, so that no text is
 * lost. A goal that both changed is kept as mine in `merged` and named as `both`, for a person to choose.
 */
export function mergeGoals(base: BodyGoals, mine: BodyGoals, theirs: BodyGoals): Merge {
  const at = (set: BodyGoals, id: string) => set.goals.find((goal) => goal.id === id);
  const ids = [...new Set([...theirs.goals, ...mine.goals].map((goal) => goal.id))];
  const changes: MergedGoal[] = [];
  const goals = ids.flatMap((id) => {
    const [was, my, their] = [at(base, id), at(mine, id), at(theirs, id)];
    const iChanged = !same(was, my);
    const theyChanged = !same(was, their);
    const wording = (my ?? their ?? was)?.wording ?? id;
    if ((iChanged || theyChanged) && !same(my, their))
      changes.push({
        id,
        wording,
        by: iChanged ? (theyChanged ? "both" : "mine") : "theirs",
        mine: my,
        theirs: their,
      });
    const kept = iChanged ? my : their;
    return kept ? [kept] : [];
  });
  const reason = same(base.moreThanThreeReason, mine.moreThanThreeReason)
    ? theirs.moreThanThreeReason
    : mine.moreThanThreeReason;
  return {
    merged: { goals, ...(reason === undefined ? {} : { moreThanThreeReason: reason }) },
    changes,
  };
}

/** The merge where the other's words are chosen for one goal. */
export function takeTheirs(merged: BodyGoals, change: MergedGoal): BodyGoals {
  const others = merged.goals.filter((goal) => goal.id !== change.id);
  if (!change.theirs) return { ...merged, goals: others };
  const { theirs } = change;
  const goals = merged.goals.some((goal) => goal.id === change.id)
    ? merged.goals.map((goal) => (goal.id === change.id ? theirs : goal))
    : [...others, theirs];
  return { ...merged, goals };
}
