import { DrawnThread } from "../../decisions/thread/pages/drawn.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GoalTree, GoalView } from "../contract.ts";
import { useServing } from "./serving.ts";
import { GoalStatus, MeasureShort } from "./standing.tsx";
import { type ThreadPart, threadNodes } from "./thread-nodes.ts";
import { useStandings } from "./use-standing.ts";

/** The red thread of the goals that are given; `deep` goes down to what is measured and done (V-9). */
export function GoalThread({
  tree,
  goals,
  deep,
  label,
  here,
}: {
  readonly tree: Pick<GoalTree, "vision" | "strategicGoals">;
  readonly goals: readonly GoalView[];
  readonly deep: boolean;
  readonly label: string;
  /** The part that the page is about: it is no link to itself. */
  readonly here?: string;
}) {
  const t = useTexts("goals");
  const year = goals[0]?.year ?? 0;
  const standingOf = useStandings(year);
  const { useActions } = useServing();
  const actions = useActions(year);
  const actionsOf = ({ body, id }: GoalView) => actions.get(`${body}/${id}`) ?? [];
  const card = (node: ThreadPart) => {
    const measure = node.measures?.[0];
    return (
      <>
        <span className="thread-kind">{t(`page.kind.${node.kind}`)}</span>
        {node.goal && node.id !== here ? (
          <Link
            plain
            className="thread-title"
            href={`/mal/${node.goal.body}/${node.goal.id}?ar=${year}`}
            title={node.title}
            lang={WRITTEN}
          >
            {node.title}
          </Link>
        ) : (
          <span className="thread-title" title={node.title} lang={WRITTEN}>
            {node.title}
          </span>
        )}
        {node.owner || node.standing || measure ? (
          <span className="thread-note">
            <span className="thread-owner" lang={WRITTEN}>
              {node.owner}
            </span>
            {measure ? (
              <MeasureShort measure={measure} />
            ) : node.standing ? (
              <GoalStatus standing={node.standing} />
            ) : null}
          </span>
        ) : null}
      </>
    );
  };
  return (
    <DrawnThread
      nodes={threadNodes(tree, goals, { deep, standingOf, actionsOf })}
      label={label}
      card={card}
    />
  );
}
