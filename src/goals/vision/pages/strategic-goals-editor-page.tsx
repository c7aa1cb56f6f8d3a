import { Button } from "@digdir/designsystemet-react";
import { DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import type { LastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { lastingId } from "../../../kernel/plain-id.ts";
import { usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { type StrategicGoal, type StrategicGoals, strategicGoalsRoutes } from "../contract.ts";
import { STRATEGIC_GOALS } from "../kind.ts";
import { beginsPeriod } from "../rules/mandate-period.ts";
import { nextStrategicGoals } from "../rules/strategic-goals.ts";
import { EvaluationForm } from "./evaluation-form.tsx";
import { StrategicGoalForm } from "./strategic-goal-form.tsx";
import { StrategicGoalsView } from "./strategic-goals-view.tsx";
import { useBefore, useVisionParts } from "./use-before.ts";
import { Begun, useSaid, WayOn } from "./writing-parts.tsx";
import "../../pages/goals.css";
import "./governing.css";

const MAX_GOALS = 12;

/** A goal to begin with, with an id that no other goal has had. */
const newGoal = (): StrategicGoal => ({
  id: lastingId("im"),
  name: "",
  text: "",
  agenda2030: [],
  targets: [],
  visionPart: "",
  visionPartText: "",
  derivation: "",
  forWhom: "",
  indicators: [],
});

/** The council's goals being written (model §2.1, V-2): in a new mandate period those in force are evaluated first. */
export function StrategicGoalsEditorPage() {
  const t = useTexts("goals");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const before = useBefore(strategicGoalsRoutes, { body, year });
  const empty = before.content
    ? nextStrategicGoals(before.content.goals, beginsPeriod(year, before.year))
    : { goals: [newGoal()], evaluation: null };
  return (
    <WriteMatter
      routes={strategicGoalsRoutes}
      kind={STRATEGIC_GOALS.kind}
      cite="§2.1"
      title={(_, year) => t("strategic-edit.title", { year })}
      lead={t("strategic-edit.lead")}
      back={{ href: "/mal", label: t("governed.back") }}
      empty={before.pending ? undefined : empty}
      read={(content, body) => (
        <Section title={t("governing.goal-list")}>
          <StrategicGoalsView content={content} body={body} year={year} />
        </Section>
      )}
    >
      {(writing) => <StrategicGoalsWriter {...writing} before={before} />}
    </WriteMatter>
  );
}

function StrategicGoalsWriter({
  body,
  year,
  begin,
  before,
}: Writing<StrategicGoals> & { readonly before: LastYear<StrategicGoals> }) {
  const t = useTexts("goals");
  const toast = useToast();
  const draft = useDraft(strategicGoalsRoutes, { body, year }, begin);
  const parts = useVisionParts(body, year);
  const said = useSaid(draft.view?.remarks ?? []);
  const { goals, evaluation } = draft.content;
  const set = (change: Partial<StrategicGoals>) => draft.change({ ...draft.content, ...change });
  const former = before.content?.goals;
  const remove = (gone: StrategicGoal) => {
    const was = draft.content;
    set({ goals: goals.filter(({ id }) => id !== gone.id) });
    toast(t("strategic-edit.removed"), { undo: () => draft.change(was) });
  };
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("governed.place-goals")} />
      {former ? <Begun draft={draft} said={t("strategic-edit.begun", { year: before.year })} /> : null}
      {former && evaluation ? (
        <EvaluationForm
          evaluation={evaluation}
          goals={goals}
          former={former}
          onChange={(next) => set({ evaluation: next })}
          onTakeBack={(goal) => set({ goals: [...goals, goal] })}
        />
      ) : null}
      {former && !evaluation ? (
        <div>
          <Button
            variant="secondary"
            onClick={() => set({ evaluation: nextStrategicGoals(former, true).evaluation })}
          >
            {t("strategic-edit.add-evaluation")}
          </Button>
        </div>
      ) : null}
      <Section title={t("strategic-edit.goals-section")} cite="§2.1">
        {goals.map((goal, index) => (
          <StrategicGoalForm
            key={goal.id}
            goal={goal}
            index={index}
            year={year}
            parts={parts}
            said={said}
            onChange={(next) => set({ goals: goals.map((one) => (one.id === goal.id ? next : one)) })}
            onRemove={goals.length > 1 ? () => remove(goal) : undefined}
          />
        ))}
        <div>
          <Button
            variant="secondary"
            disabled={goals.length >= MAX_GOALS}
            onClick={() => set({ goals: [...goals, newGoal()] })}
          >
            {t("strategic-edit.add")}
          </Button>
        </div>
      </Section>
      <WayOn draft={draft} kind={STRATEGIC_GOALS.kind} body={body} year={year} />
    </>
  );
}
