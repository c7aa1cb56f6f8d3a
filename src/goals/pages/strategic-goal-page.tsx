import { WRITTEN } from "../../platform/ui/language.ts";
import { Link } from "../../platform/ui/link.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { GoalTree, StrategicGoalView } from "../contract.ts";
import { IndicatorPanel } from "../indicators/pages/indicator-panel.tsx";
import { Judgements } from "../indicators/pages/judgements.tsx";
import { StrategicGoalMore } from "../vision/pages/strategic-goal-more.tsx";
import { GoalThread } from "./goal-thread.tsx";
import { GoalsBack } from "./goals-back.tsx";

/** One of the council's goals: what it means and for whom, how it goes by what is measured, and which goals work for it (V-2, V-7). */
export function StrategicGoalPage({
  tree,
  goal,
}: {
  readonly tree: GoalTree;
  readonly goal: StrategicGoalView;
}) {
  const t = useTexts("goals");
  const period = { from: goal.time.from.slice(0, 4), to: goal.time.to.slice(0, 4) };
  const [, , governs = goal.year] = goal.matter.split(":");
  return (
    <Page
      title={goal.name}
      written
      lead={t("page.strategic.lead", period)}
      cite="§2.1"
      above={<GoalsBack year={goal.year} />}
    >
      <section className="sheet stack" aria-label={t("page.strategic.means")}>
        <p className="prose" lang={WRITTEN}>
          {goal.text}
        </p>
        <StrategicGoalMore goal={goal} measured={false} />
        <p className="row small">
          {tree.strategicDecision === null ? null : (
            <Link href={`/beslut/${tree.strategicDecision}`}>
              {t("page.decision", { number: tree.strategicDecision })}
            </Link>
          )}
          <Link href={`/arende/strategic-goals/${goal.body}/${governs}`}>{t("page.edit.matter")}</Link>
        </p>
      </section>
      <Section
        title={t("page.goal.indicators")}
        lead={t(goal.indicators.length > 0 ? "page.goal.proposal" : "page.strategic.not-measured")}
        cite="§2.1"
      >
        {goal.indicators.length > 0 ? (
          <div className="stack">
            {goal.indicators.map((indicator) => (
              <IndicatorPanel key={indicator.id} goal={goal} indicator={indicator} />
            ))}
          </div>
        ) : null}
      </Section>
      <Judgements goal={goal} />
      <Section title={t("page.strategic.served")} lead={t("page.strategic.served-lead")} cite="§2.1">
        <GoalThread
          tree={{ ...tree, strategicGoals: [goal] }}
          goals={tree.goals.filter(({ strategicGoals }) => strategicGoals.includes(goal.id))}
          deep={false}
          label={t("page.thread-picture")}
        />
      </Section>
    </Page>
  );
}
