import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { matterId } from "../../decisions/rules/kind.ts";
import { lastingId } from "../../kernel/plain-id.ts";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useStepDue } from "../../year/pages/use-step-due.ts";
import { type ControlPlan, controlPlanRoutes } from "../contract.ts";
import { CONTROL_PLAN } from "../kind.ts";
import { Settle } from "../noticed/pages/settle.tsx";
import { Stands } from "../noticed/pages/stands.tsx";
import { nextYearPlan } from "../rules/next-year.ts";
import { type ControlDraft, ControlForm, newControl } from "./control-form.tsx";
import { controlRows, numberedRisks } from "./control-view.ts";
import { ControlsTable } from "./controls-table.tsx";
import { PlannedRisks } from "./plan-view.tsx";
import { newRisk, type RiskDraft, RiskForm } from "./risk-form.tsx";
import { RowButton } from "./row-button.tsx";

/** A plan that is not followed up yet has no controls that are late. */
const FIRST_DAY = "2000-01-01";
const EMPTY: ControlPlan = { risks: [], controls: [] };

/** The plan for internal control being written: risks are assessed, and the controls follow from them (K-2, K-3). */
export function PlanEditorPage() {
  const t = useTexts("control");
  return (
    <WriteMatter
      routes={controlPlanRoutes}
      kind="control-plan"
      cite="§2.3"
      title={(body, year) => t("page.edit.plan-title", { body, year })}
      lead={t("page.edit.plan-lead")}
      back={{ href: "/kontroll", label: t("page.back") }}
      empty={EMPTY}
      read={(plan) => <PlanRead plan={plan} />}
    >
      {(writing) => <PlanWriter {...writing} />}
    </WriteMatter>
  );
}

/** What is proposed or decided, until somebody writes on. */
function PlanRead({ plan }: { readonly plan: ControlPlan }) {
  const t = useTexts("control");
  return (
    <>
      <PlannedRisks plan={plan} />
      <Section title={t("page.controls.title")}>
        <ControlsTable rows={controlRows(plan, [], FIRST_DAY)} withState={false} />
      </Section>
      <Stands plan={plan} />
    </>
  );
}

function PlanWriter({ body, year, begin }: Writing<ControlPlan>) {
  const t = useTexts("control");
  const toast = useToast();
  const draft = useDraft(controlPlanRoutes, { body, year }, begin);
  const last = useLastYear(controlPlanRoutes, { body, year });
  const plan = draft.content;
  const [risk, setRisk] = useState<{
    readonly draft: RiskDraft;
    /** What the plan says of where a risk came from, once it is there. */
    readonly then?: (risk: string) => Partial<ControlPlan>;
  }>();
  const [control, setControl] = useState<ControlDraft>();
  const put = <T extends { readonly id: string }>(list: readonly T[], thing: T): T[] =>
    list.some((other) => other.id === thing.id)
      ? list.map((other) => (other.id === thing.id ? thing : other))
      : [...list, thing];
  const remove = (change: Partial<ControlPlan>, said: string) => {
    const before = plan;
    draft.change({ ...plan, ...change });
    toast(said, { undo: () => draft.change(before) });
  };
  const rows = controlRows(plan, [], FIRST_DAY);
  // Carried out by the time that the next plan's risks are assessed
  const carriedOutBy = useStepDue(
    year,
    ({ kind, reaches }) => kind === CONTROL_PLAN.kind && reaches === "begun",
  );
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => dataText(t, "page.place", path[0] ?? "plan")} />
      {plan.risks.length === 0 && last.content && last.content.risks.length > 0 ? (
        <p className="row">
          {t("page.edit.begin-lead")}
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => draft.change(nextYearPlan(last.content ?? EMPTY, year))}
          >
            {t("page.edit.begin", { year: last.year })}
          </Button>
        </p>
      ) : null}
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("page.edit.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="control" />
        </Section>
      ) : null}
      <Settle
        body={body}
        year={year}
        matter={draft.view?.id ?? matterId(CONTROL_PLAN.kind, body, year)}
        plan={plan}
        onChange={(part) => draft.change({ ...plan, ...part })}
        onTake={(begun, then) => setRisk({ draft: { ...newRisk(lastingId("risk")), ...begun }, then })}
      />
      <PlannedRisks
        plan={plan}
        matter={draft.view?.id}
        before={last.content?.risks}
        year={year}
        add={
          <Button variant="secondary" onClick={() => setRisk({ draft: newRisk(lastingId("risk")) })}>
            {t("page.edit.add-risk")}
          </Button>
        }
        actions={(of) => (
          <>
            <RowButton
              label={t("page.edit.change-what", { what: of.text })}
              onPress={() => setRisk({ draft: of })}
            >
              {t("page.edit.change")}
            </RowButton>
            <RowButton
              label={t("page.edit.control-for", { what: of.text })}
              onPress={() => setControl(newControl(lastingId("kontroll"), of.id, carriedOutBy))}
            >
              {t("page.edit.add-control")}
            </RowButton>
            <RowButton
              label={t("page.edit.remove-what", { what: of.text })}
              onPress={() =>
                remove(
                  {
                    risks: plan.risks.filter((r) => r.id !== of.id),
                    controls: plan.controls.filter((c) => c.risk !== of.id),
                  },
                  t("page.edit.risk-removed"),
                )
              }
            >
              {t("page.edit.remove")}
            </RowButton>
          </>
        )}
      />
      <Section title={t("page.controls.title")} lead={t("page.edit.controls-lead")}>
        <ControlsTable
          rows={rows}
          withState={false}
          actions={({ control: of }) => (
            <>
              <RowButton label={t("page.edit.change-what", { what: of.text })} onPress={() => setControl(of)}>
                {t("page.edit.change")}
              </RowButton>
              <RowButton
                label={t("page.edit.remove-what", { what: of.text })}
                onPress={() =>
                  remove(
                    { controls: plan.controls.filter((c) => c.id !== of.id) },
                    t("page.edit.control-removed"),
                  )
                }
              >
                {t("page.edit.remove")}
              </RowButton>
            </>
          )}
        />
      </Section>
      {risk ? (
        <RiskForm
          risk={risk.draft}
          body={body}
          onClose={() => setRisk(undefined)}
          onDone={(done) => {
            draft.change({ ...plan, ...risk.then?.(done.id), risks: put(plan.risks, done) });
            setRisk(undefined);
          }}
        />
      ) : null}
      {control ? (
        <ControlForm
          control={control}
          risks={numberedRisks(plan.risks).map((numbered) => numbered.risk)}
          body={body}
          year={year}
          onClose={() => setControl(undefined)}
          onDone={(done) => {
            draft.change({ ...plan, controls: put(plan.controls, done) });
            setControl(undefined);
          }}
        />
      ) : null}
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="control" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
