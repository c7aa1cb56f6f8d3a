import type { GoalTree, GoalView } from "../contract.ts";
import type { ThreadNode } from "./thread-layout.ts";

/** A node of the thread with what its card says. */
export type ThreadPart = ThreadNode & {
  readonly title: string;
  /** Whose it is: a body's or a person's name. */
  readonly owner?: string | undefined;
  readonly status?: GoalView["indicators"][number]["status"] | undefined;
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
  { deep }: { readonly deep: boolean },
): ThreadPart[] {
  const nodes: ThreadPart[] = [];
  if (tree.vision) nodes.push({ id: "vision", kind: "vision", parents: [], title: tree.vision.name });
  for (const strategic of tree.strategicGoals)
    nodes.push({
      id: `strategic:${strategic.id}`,
      kind: "strategic-goal",
      parents: ["vision"],
      title: strategic.name,
    });
  for (const goal of goals) {
    const key = goalKey(goal);
    const place = { body: goal.body, id: goal.id };
    nodes.push({
      id: key,
      kind: "body-goal",
      parents: goal.strategicGoals.map((id) => `strategic:${id}`),
      title: goal.wording,
      owner: goal.bodyName,
      status: goalStatus(goal),
      goal: place,
    });
    if (!deep) continue;
    for (const indicator of goal.indicators)
      nodes.push({
        id: `indicator:${goal.body}:${goal.id}:${indicator.id}`,
        kind: "indicator",
        parents: [key],
        title: indicator.name,
        status: indicator.status,
        goal: place,
      });
    for (const action of goal.actions)
      nodes.push({
        id: `action:${goal.body}:${goal.id}:${action.id}`,
        kind: "action",
        parents: [key],
        title: action.text,
        owner: action.responsible,
        goal: place,
      });
  }
  return nodes;
}

type Status = GoalView["indicators"][number]["status"];

/**
 * How a goal stands by its indicators, as a proposal that people judge (U-7): met when all are, not met when all are not,
 * partly in between; what has no value yet can't be judged.
 */
export function goalStatus(goal: { readonly indicators: readonly { readonly status: Status }[] }): Status {
  const judged = goal.indicators.map((i) => i.status).filter((status) => status !== "cannot-judge");
  if (judged.length === 0) return "cannot-judge";
  if (judged.every((status) => status === "met")) return "met";
  return judged.every((status) => status === "not-met") ? "not-met" : "partly";
}
