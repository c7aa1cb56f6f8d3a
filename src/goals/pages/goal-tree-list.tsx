import { useChoice } from "../../platform/ui/choice.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GoalTree, GoalView } from "../contract.ts";
import { StrategicGoalMore } from "../vision/pages/strategic-goal-more.tsx";
import { GoalCard, goalPath } from "./goal-card.tsx";
import { useStandings } from "./use-standing.ts";

interface TreeProps {
  readonly tree: GoalTree;
  readonly goals: readonly GoalView[];
  readonly filtered: boolean;
}

/** The tree as nested lists: each goal stands once, under the strategic goal that it names first. */
export function GoalTreeList({ tree, goals, filtered }: TreeProps) {
  const t = useTexts("goals");
  const { year } = useChoice();
  const standingOf = useStandings(year);
  const nameOf = (id: string) => tree.strategicGoals.find((goal) => goal.id === id)?.name ?? id;
  return (
    <div className="goal-tree">
      {tree.strategicGoals.map((strategic) => {
        const own = goals.filter((goal) => goal.strategicGoals[0] === strategic.id);
        if (own.length === 0 && filtered) return null;
        return (
          <section key={strategic.id} className="goal-branch" aria-labelledby={`inriktning-${strategic.id}`}>
            <header>
              <h3 className="ds-heading" data-size="xs" id={`inriktning-${strategic.id}`} lang={WRITTEN}>
                <Link href={goalPath(strategic)}>{strategic.name}</Link>
              </h3>
              <p lang={WRITTEN}>{strategic.text}</p>
              <details className="small">
                <summary>{t("governed.more")}</summary>
                <StrategicGoalMore goal={strategic} />
                {tree.strategicDecision === null ? null : (
                  <p>
                    <Link href={`/beslut/${tree.strategicDecision}`}>
                      {t("page.decision", { number: tree.strategicDecision })}
                    </Link>
                  </p>
                )}
              </details>
            </header>
            {own.length === 0 ? (
              <p className="quiet">{t("page.no-goals-here", { year: goals[0]?.year ?? "" })}</p>
            ) : (
              <ul className="goal-leaves">
                {own.map((goal) => (
                  <GoalCard
                    key={`${goal.body} ${goal.id}`}
                    goal={goal}
                    standing={standingOf(goal)}
                    also={goal.strategicGoals.slice(1).map(nameOf)}
                  />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
