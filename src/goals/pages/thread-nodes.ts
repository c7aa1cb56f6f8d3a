import type { ThreadNode } from "../../decisions/thread/rules/layout.ts";
import type { GoalTree, GoalView } from "../contract.ts";
import { type GoalStanding, goalStanding, type MeasureStanding } from "../rules/standing.ts";
import type { ServingAction } from "./serving.ts";

/** From the vision down to what is measured and what is done: two columns, however many levels there are. */
const LEVELS = { vision: 0, "strategic-goal": 1, "body-goal": 2, indicator: 3, action: 4 } as const;

/** A node of the thread with what its card says. */
export type ThreadPart = ThreadNode & {
  readonly kind: keyof typeof LEVELS;
  readonly title: string;
  /** Whose it is: a body's or a person's name. */
  readonly owner?: string | undefined;
  readonly standing?: GoalStanding | undefined;
  /** How it goes, for a goal and for what is measured: shown instead of a status where there are figures. */
  readonly measures?: readonly MeasureStanding[] | undefined;
  /** The goal whose page tells more. */
  readonly goal?: { readonly body: string; readonly id: string } | undefined;
};

export const goalKey = (goal: { readonly body: string; readonly id: string }): string =>
  `goal:${goal.body}:${goal.id}`;

/**
 * The red thread as nodes (V-9): the vision, the strategic goals, the goals that are given, and with `deep` their indicators
 * and actions. A goal hangs first in the strategic goal that it names first.
 */
export function threadNodes(
  tree: Pick<GoalTree, "vision" | "strategicGoals">,
  goals: readonly GoalView[],
  {
    deep,
    standingOf = goalStanding,
    actionsOf = () => [],
  }: {
    readonly deep: boolean;
    readonly standingOf?: (goal: GoalView) => GoalStanding;
    readonly actionsOf?: (goal: GoalView) => readonly ServingAction[];
  },
): ThreadPart[] {
  const nodes: ThreadPart[] = [];
  const place = <Kind extends keyof typeof LEVELS>(kind: Kind) => ({ kind, level: LEVELS[kind] });
  if (tree.vision) nodes.push({ id: "vision", ...place("vision"), parents: [], title: tree.vision.name });
  for (const strategic of tree.strategicGoals)
    nodes.push({
      id: `strategic:${strategic.id}`,
      ...place("strategic-goal"),
      parents: ["vision"],
      title: strategic.name,
    });
  for (const goal of goals) {
    const standing = standingOf(goal);
    const key = goalKey(goal);
    const of = { body: goal.body, id: goal.id };
    nodes.push({
      id: key,
      ...place("body-goal"),
      parents: goal.strategicGoals.map((id) => `strategic:${id}`),
      title: goal.wording,
      owner: goal.bodyName,
      standing,
      // What is shown of each measure beside it is not said twice
      measures: deep ? [] : standing.measures,
      goal: of,
    });
    if (!deep) continue;
    for (const indicator of goal.indicators)
      nodes.push({
        id: `indicator:${goal.body}:${goal.id}:${indicator.id}`,
        ...place("indicator"),
        parents: [key],
        title: indicator.name,
        measures: standing.measures.filter((measure) => measure.id === indicator.id),
        goal: of,
      });
    for (const action of actionsOf(goal))
      nodes.push({
        id: `action:${goal.body}:${goal.id}:${action.id}`,
        ...place("action"),
        parents: [key],
        title: action.text,
        owner: action.responsible,
        goal: of,
      });
  }
  return nodes;
}
