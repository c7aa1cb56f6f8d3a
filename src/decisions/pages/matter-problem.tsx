import { ApiProblem } from "../../platform/ui/api.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { ProblemPanel } from "../../platform/ui/problem-panel.tsx";

/** Whether a matter could not be shown because it is somebody else's draft: that is no fault, and asking again changes nothing. */
export const isUnread = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem && problem.facts.code === "draft-not-yours";

/** Why a matter is not shown: of another line's draft, who reads it and who writes it (TF 2 ch.). */
export function MatterProblem({
  problem,
  retry,
}: {
  readonly problem: unknown;
  readonly retry: () => unknown;
}) {
  if (isUnread(problem))
    return <EmptyState title={problem.facts.title ?? ""}>{problem.facts.detail}</EmptyState>;
  return <ProblemPanel problem={problem} retry={retry} />;
}
