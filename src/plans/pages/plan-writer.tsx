import { Button } from "@digdir/designsystemet-react";
import { type ReactNode, useState } from "react";
import type { MatterRoutes } from "../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { GroundChanges } from "../../decisions/pages/ground-changes.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../decisions/pages/use-last-year.ts";
import type { Writing } from "../../decisions/pages/write-matter.tsx";
import { lastingId } from "../../kernel/plain-id.ts";
import { usePeople } from "../../organisation/pages/person-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { TextArea } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { type Action, type OperationsPlan, PLAN_LIMITS, type PlanBegin } from "../contract.ts";
import { nextYearPlan } from "../rules/next-year.ts";
import { type ActionDraft, ActionForm, draftOf, newAction } from "./action-form.tsx";
import { ActionsTable } from "./actions-table.tsx";
import { Rests } from "./rests.tsx";

/** A plan's draft: what it is built from, and under each goal, or each part of the plan above, what is done for it (V-8). */
export function PlanWriter({
  body,
  year,
  begin,
  routes,
  choices,
}: Writing<OperationsPlan> & {
  readonly routes: MatterRoutes<typeof OperationsPlan>;
  readonly choices: PlanBegin;
}) {
  const t = useTexts("plans");
  const toast = useToast();
  const { nameOf } = useBodies();
  const { personName } = usePeople();
  // What an earlier change was made for says nothing of the one that is begun
  const fresh = begin.matter?.version.decision == null ? {} : { changeReason: "" };
  const draft = useDraft(routes, { body, year }, { ...begin, content: { ...begin.content, ...fresh } });
  const last = useLastYear(routes, { body, year });
  const [open, setOpen] = useState<ActionDraft>();
  const plan = draft.content;
  const set = (change: Partial<OperationsPlan>) => draft.change({ ...plan, ...change });
  const wasDecided = begin.matter?.versions.some(({ decision }) => decision !== null) ?? false;
  const above = choices.above.filter(({ own, id }) => own || plan.actions.some(({ under }) => under === id));
  const groups = [
    ...above.map(({ id, text }) => ({
      id: `under ${id}`,
      title: text,
      of: { goal: "", under: id },
      own: plan.actions.filter(({ under }) => under === id),
    })),
    ...choices.goals.map(({ id, text }) => ({
      id: `goal ${id}`,
      title: text,
      of: { goal: id, under: "" },
      own: plan.actions.filter((action) => action.goal === id && action.under === ""),
    })),
  ];
  const rest = plan.actions.filter((action) => !groups.some(({ own }) => own.includes(action)));
  const table = (actions: readonly Action[]) => (
    <ActionsTable
      actions={actions}
      personName={personName}
      unitName={nameOf}
      actionsOf={(action) => (
        <RowButtons
          action={action}
          onChange={() => setOpen(draftOf(action))}
          onRemove={() => {
            set({ actions: plan.actions.filter(({ id }) => id !== action.id) });
            toast(t("page.write.removed"), { undo: () => draft.change(plan) });
          }}
        />
      )}
    />
  );
  const add = (of: Pick<Action, "goal" | "under">, label: string, name?: string) => (
    <Button
      variant="secondary"
      data-size="sm"
      aria-label={name}
      onClick={() => setOpen(newAction(lastingId("atagande"), { unit: body, ...of }, year))}
    >
      {label}
    </Button>
  );
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => dataText(t, "page.place", path[0] ?? "plan")} />
      <GroundChanges draft={draft} chapter="plans" />
      <Section title={t("content.rests")}>
        {choices.goals.length === 0 ? <p>{t("page.write.no-goals", { year })}</p> : null}
        <Rests parts={plan.ground?.parts ?? choices.parts} />
      </Section>
      {plan.actions.length === 0 && last.content && last.content.actions.length > 0 ? (
        <p className="row">
          {t("page.write.begin-lead")}
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => set(nextYearPlan(last.content as OperationsPlan, year))}
          >
            {t("page.write.begin", { year: last.year })}
          </Button>
        </p>
      ) : null}
      <TextArea
        at="summary"
        label={t("page.write.summary")}
        help={t("page.write.summary-help")}
        value={plan.summary}
        onChange={(summary) => set({ summary })}
        rows={4}
        maxLength={PLAN_LIMITS.summary}
      />
      <Section
        title={t(above.length > 0 ? "page.write.from-above" : "page.write.for-goals")}
        lead={t(above.length > 0 ? "page.write.from-above-lead" : "page.write.for-goals-lead")}
      >
        {groups.map(({ id, title, of, own }) => (
          <Group key={id} title={title} count={own.length} table={table(own)}>
            {of.under === ""
              ? add(of, t("page.write.add"), t("page.write.add-for", { what: title }))
              : add(of, t("page.write.break-down"), t("page.write.break-down-what", { what: title }))}
          </Group>
        ))}
        <Group title={t("page.write.assignments")} count={rest.length} table={table(rest)} own>
          {add({ goal: "", under: "" }, t("page.write.add"))}
        </Group>
      </Section>
      {wasDecided ? (
        <TextArea
          at="changeReason"
          label={t("page.write.change-reason")}
          help={t("page.write.change-reason-help")}
          value={plan.changeReason}
          onChange={(changeReason) => set({ changeReason })}
          rows={2}
          maxLength={PLAN_LIMITS.reason}
        />
      ) : null}
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("page.write.remarks")}>
          <PlacedRemarks
            remarks={draft.view.remarks}
            chapter="plans"
            goalName={(id) => choices.goals.find((goal) => goal.id === id)?.text ?? id}
          />
        </Section>
      ) : null}
      {open ? (
        <ActionForm
          action={open}
          choices={choices}
          body={body}
          year={year}
          onClose={() => setOpen(undefined)}
          onDone={(done) => {
            const there = plan.actions.some(({ id }) => id === done.id);
            set({
              actions: there
                ? plan.actions.map((action) => (action.id === done.id ? done : action))
                : [...plan.actions, done],
            });
            setOpen(undefined);
          }}
        />
      ) : null}
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="plans" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

/** A goal, or a part of the plan above, with what is done for it; `own`: the words are the page's. */
function Group({
  title,
  count,
  table,
  own = false,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly table: ReactNode;
  readonly own?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTexts("plans");
  return (
    <div className="plan-goal stack">
      <h3 className="ds-heading" data-size="xs" {...(own ? {} : { lang: WRITTEN })}>
        {title}
      </h3>
      {count === 0 ? <p className="quiet">{t("page.write.nothing-yet")}</p> : table}
      <div>{children}</div>
    </div>
  );
}

function RowButtons({
  action,
  onChange,
  onRemove,
}: {
  readonly action: Action;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTexts("plans");
  return (
    <span className="row">
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t("page.write.change-what", { what: action.text })}
        onClick={onChange}
      >
        {t("page.write.change")}
      </Button>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t("page.write.remove-what", { what: action.text })}
        onClick={onRemove}
      >
        {t("page.write.remove")}
      </Button>
    </span>
  );
}
