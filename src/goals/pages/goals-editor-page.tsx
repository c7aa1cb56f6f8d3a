import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { Remarks } from "../../decisions/pages/remarks.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { type LastYear, useLastYear } from "../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi } from "../../platform/ui/use-api.ts";
import { type BodyGoal, type BodyGoals, bodyGoalsRoutes, type GoalPart, getGoalTree } from "../contract.ts";
import { getGoalGrounds } from "../grounds/contract.ts";
import { AnalysisBeside } from "../grounds/pages/analysis-beside.tsx";
import { EndedForm } from "../grounds/pages/ended-form.tsx";
import { PartsForm } from "../grounds/pages/parts-form.tsx";
import { MAX_GOALS_PER_BODY } from "../rules/goal-set.ts";
import { nextYearGoals } from "../rules/next-year.ts";
import { BodyGoalsView } from "./content-views.tsx";
import { moved, newGoal, ofGoal } from "./goal-draft.ts";
import { GoalForm } from "./goal-form.tsx";
import "../../decisions/pages/decisions.css";
import "./goals.css";

const NO_GOALS: BodyGoals = { goals: [], parts: [], evaluations: [] };
const MAX_GOALS = 12;
/** A goal that goes on: why it was changed before says nothing of the next year. */
const asItWas = (goal: BodyGoal): BodyGoal => ({ ...goal, changeReason: "" });

/** A body's goals being written (model §2.1, V-3 – V-7): the wording is read as it is written, and nothing is blocked. */
export function GoalsEditorPage() {
  const t = useTexts("goals");
  const { body = "", year = "" } = usePathParams();
  const last = useLastYear(bodyGoalsRoutes, { body, year: Number(year) });
  // Goals that still run stand there from the beginning
  const empty = last.content
    ? { ...NO_GOALS, goals: nextYearGoals(last.content.goals, Number(year)).running.map(asItWas) }
    : NO_GOALS;
  return (
    <WriteMatter
      routes={bodyGoalsRoutes}
      kind="body-goals"
      cite="§2.1"
      title={(body, year) => t("page.edit.title", { body, year })}
      lead={t("page.edit.lead")}
      back={{ href: "/mal", label: t("page.title") }}
      empty={last.pending ? undefined : empty}
      read={(content, body) => <BodyGoalsView content={content} body={body} year={Number(year)} />}
    >
      {(writing) => <GoalsWriter {...writing} last={last} />}
    </WriteMatter>
  );
}

function GoalsWriter({
  body,
  year,
  begin,
  last,
}: Writing<BodyGoals> & { readonly last: LastYear<BodyGoals> }) {
  const t = useTexts("goals");
  const toast = useToast();
  // On a small screen it lies above what one writes, and is opened by who wants it
  const [wide] = useState(() => matchMedia("(min-width: 72rem)").matches);
  const draft = useDraft(bodyGoalsRoutes, { body, year }, begin);
  const { data: tree } = useApi(getGoalTree, { params: { year } });
  const { data: grounds } = useApi(getGoalGrounds, { params: { body, year } });
  const { goals, parts, evaluations, moreThanThreeReason = "" } = draft.content;
  const remarks = draft.view?.remarks ?? [];
  const change = (next: readonly BodyGoal[]) => draft.change({ ...draft.content, goals: [...next] });
  const remove = (index: number) => {
    const before = draft.content;
    change(goals.filter((_, i) => i !== index));
    toast(t("page.edit.removed"), { undo: () => draft.change(before) });
  };
  const removePart = (part: GoalPart) => {
    const before = draft.content;
    draft.change({ ...before, parts: parts.filter((other) => other.id !== part.id) });
    toast(t("grounds.removed-part"), { undo: () => draft.change(before) });
  };
  const place = (path: readonly string[]) => {
    if (path[0] === "parts" || path[0] === "evaluations") return t(`grounds.place-${path[0]}`);
    const index = goals.findIndex((goal) => goal.id === path[1]);
    if (path[0] !== "goals" || index < 0) return t("page.edit.reason");
    const field = path[2] ? ` – ${dataText(t, "page.place", path[2])}` : "";
    return `${t("page.edit.goal", { number: index + 1 })}${field}`;
  };
  const { running, ended } = nextYearGoals(last.content?.goals ?? [], year);
  const going = running.filter(({ id }) => goals.some((goal) => goal.id === id)).length;
  const left = ended.filter(({ id }) => !goals.some((goal) => goal.id === id));
  const general = remarks.filter((remark) => !remark.at?.startsWith("goals."));
  return (
    <>
      <DraftTroubles draft={draft} place={place} />
      {going > 0 && draft.state === "untouched" ? (
        <p className="row">
          {t("page.edit.going-on", { count: going, year: last.year })}
          <Button variant="secondary" data-size="sm" onClick={() => void draft.saveNow()}>
            {t("page.edit.keep-going")}
          </Button>
        </p>
      ) : null}
      {left.length > 0 && goals.length + left.length <= MAX_GOALS ? (
        <p className="row">
          {t("page.edit.begin-lead", { count: left.length, year: last.year })}
          <Button variant="secondary" data-size="sm" onClick={() => change([...goals, ...left.map(asItWas)])}>
            {t("page.edit.begin", { year: last.year })}
          </Button>
        </p>
      ) : null}
      <div className="goal-writing">
        <details className="goal-beside" open={wide}>
          <summary>{t("grounds.analysis", { year })}</summary>
          {grounds ? <AnalysisBeside analysis={grounds.analysis} body={body} year={year} /> : null}
        </details>
        <div className="stack">
          <EndedForm
            ended={grounds?.ended ?? []}
            evaluations={evaluations}
            onChange={(next) => draft.change({ ...draft.content, evaluations: [...next] })}
          />
          {goals.length === 0 ? (
            <EmptyState title={t("page.edit.none")}>{t("page.edit.none-detail")}</EmptyState>
          ) : null}
          {goals.map((goal, index) => (
            <GoalForm
              key={goal.id}
              goal={goal}
              index={index}
              count={goals.length}
              body={body}
              year={year}
              grounds={grounds}
              strategicGoals={tree?.strategicGoals ?? []}
              remarks={ofGoal(remarks, index)}
              onChange={(next) => change(goals.map((other) => (other.id === goal.id ? next : other)))}
              onRemove={() => remove(index)}
              onMove={(by) => change(moved(goals, index, by))}
            />
          ))}
          {goals.length > MAX_GOALS_PER_BODY ? (
            <TextArea
              at="moreThanThreeReason"
              label={t("page.edit.reason")}
              help={t("page.edit.reason-help")}
              value={moreThanThreeReason}
              onChange={(reason) => draft.change({ ...draft.content, moreThanThreeReason: reason })}
              rows={3}
              maxLength={4000}
            />
          ) : null}
          <div>
            <Button
              variant="secondary"
              disabled={goals.length >= MAX_GOALS}
              onClick={() => change([...goals, newGoal(year)])}
            >
              {t("page.edit.add")}
            </Button>
          </div>
          <PartsForm
            parts={parts}
            shared={grounds?.shared ?? []}
            body={body}
            year={year}
            onChange={(next) => draft.change({ ...draft.content, parts: [...next] })}
            onRemove={removePart}
          />
        </div>
      </div>
      {general.length > 0 ? <Remarks remarks={general} chapter="goals" /> : null}
      <DraftBar draft={draft}>
        {draft.view ? <Link href={`/arende/body-goals/${body}/${year}`}>{t("page.edit.matter")}</Link> : null}
        <ProposeDecide matter={draft.view} chapter="goals" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
