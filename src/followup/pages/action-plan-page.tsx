import { Button, Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { GroundChanges } from "../../decisions/pages/ground-changes.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import { lastingId } from "../../kernel/plain-id.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { findPeople } from "../../organisation/people/contract.ts";
import { TextArea } from "../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi } from "../../platform/ui/use-api.ts";
import { getWheel } from "../../year/contract.ts";
import { HELD } from "../../year/rules/step.ts";
import { type ActionPlan, actionPlanRoutes } from "../contract.ts";
import { nextYearMeasures } from "../rules/next-year.ts";
import { NextPlan, PlansBelow } from "../unit/pages/plans-below.tsx";
import { Followed } from "./followed.tsx";
import { type MeasureDraft, MeasureForm, newMeasure } from "./measure-form.tsx";
import { PlanRead } from "./plan-content.tsx";
import { Cover, Measures } from "./plan-view.tsx";

const EMPTY: ActionPlan = { measures: [], consequences: "", escalation: null };

/** The way back to a budget in balance (model §2.5, U-8): who can influence the cost owns the plan. */
export function ActionPlanPage() {
  const t = useTexts("followup");
  const { year = "" } = usePathParams();
  return (
    <WriteMatter
      routes={actionPlanRoutes}
      kind="action-plan"
      cite="§2.5"
      title={(body, year) => t("page.plan.title", { body, year })}
      lead={t("page.plan.lead")}
      back={{ href: "/uppfoljning", label: t("page.title") }}
      empty={EMPTY}
      read={(plan, body) => (
        <>
          <PlanRead plan={plan} />
          <PlansBelow body={body} year={Number(year)} />
          <NextPlan body={body} year={Number(year)} />
          <Followed body={body} year={Number(year)} />
        </>
      )}
    >
      {(writing) => (
        <>
          <PlanWriter {...writing} />
          <Followed body={writing.body} year={writing.year} />
        </>
      )}
    </WriteMatter>
  );
}

function PlanWriter({ body, year, begin }: Writing<ActionPlan>) {
  const t = useTexts("followup");
  const toast = useToast();
  const today = useSession()?.today ?? `${year}-01-01`;
  const draft = useDraft(actionPlanRoutes, { body, year }, begin);
  const plan = draft.content;
  const last = useLastYear(actionPlanRoutes, { body, year });
  const left = nextYearMeasures(last.content?.measures ?? [], year);
  const [measure, setMeasure] = useState<MeasureDraft>();
  const change = (part: Partial<ActionPlan>) => draft.change({ ...plan, ...part });
  const remarks = draft.view?.remarks ?? [];
  return (
    <>
      <DraftTroubles draft={draft} place={([first = ""]) => dataText(t, "page.plan.place", first)} />
      <GroundChanges draft={draft} chapter="followup" />
      <PlanDue year={year} />
      {plan.deviationTkr === undefined ? (
        <p className="quiet">{t("page.plan.deviation-later")}</p>
      ) : (
        <Cover plan={plan} />
      )}
      {plan.basis ? (
        <p>
          {t("page.plan.basis")}{" "}
          <Link href={`/uppfoljning/${plan.basis.matter.replaceAll(":", "/")}`}>
            {t("page.plan.to-report")}
          </Link>
        </p>
      ) : null}
      <Section
        title={t("page.plan.measures")}
        lead={t("page.plan.measures-lead")}
        action={
          <Button
            variant="secondary"
            onClick={() => setMeasure(newMeasure(lastingId("atgard"), body, today))}
          >
            {t("page.plan.add")}
          </Button>
        }
      >
        {plan.measures.length === 0 && left.length > 0 ? (
          <p className="row">
            {t("page.plan.begin-lead", { count: left.length, year: last.year })}
            <Button variant="secondary" data-size="sm" onClick={() => change({ measures: left })}>
              {t("page.plan.begin", { year: last.year })}
            </Button>
          </p>
        ) : null}
        <Measures
          measures={plan.measures}
          onChange={setMeasure}
          onRemove={(gone) => {
            change({ measures: plan.measures.filter((m) => m.id !== gone.id) });
            toast(t("page.plan.removed"), { undo: () => draft.change(plan) });
          }}
        />
      </Section>
      <PlansBelow
        body={body}
        year={year}
        has={plan.measures}
        onTakeIn={(measures) => {
          change({ measures: [...plan.measures, ...measures] });
          toast(t("unit-forecast.taken-in"), { undo: () => draft.change(plan) });
        }}
      />
      <Section title={t("page.plan.consequences")}>
        <TextArea
          at="consequences"
          label={t("page.plan.consequences-label")}
          value={plan.consequences}
          onChange={(consequences) => change({ consequences })}
          maxLength={8000}
        />
      </Section>
      <EscalationPart plan={plan} body={body} change={change} />
      <NextPlan body={body} year={year} />
      {remarks.length > 0 ? (
        <Section title={t("page.report.remarks")} lead={t("page.report.remarks-lead")}>
          <PlacedRemarks chapter="followup" remarks={remarks} />
        </Section>
      ) : null}
      {measure ? (
        <MeasureForm
          measure={measure}
          body={body}
          onClose={() => setMeasure(undefined)}
          onDone={(done) => {
            const there = plan.measures.some((m) => m.id === done.id);
            change({
              measures: there
                ? plan.measures.map((m) => (m.id === done.id ? done : m))
                : [...plan.measures, done],
            });
            setMeasure(undefined);
          }}
        />
      ) : null}
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="followup" ready={draft.stored} />
      </DraftBar>
    </>
  );
}

/** When a plan is to be decided, by the wheel: the next such day of the year, or the last that has been. */
function PlanDue({ year }: { readonly year: number }) {
  const t = useTexts("followup");
  const today = useSession()?.today ?? "";
  const wheel = useApi(getWheel, { params: { year }, query: {} });
  const days = (wheel.data?.steps ?? []).flatMap(({ occasion, due }) =>
    occasion === HELD.actionPlans ? [due] : [],
  );
  const due = days.find((day) => day >= today) ?? days.at(-1);
  return due === undefined ? null : (
    <p>
      {t("page.plan.due")} <When at={due} />.
    </p>
  );
}

/** What the measures do not cover goes to the nearest manager: nothing falls between chairs. */
function EscalationPart({
  plan,
  body,
  change,
}: {
  readonly plan: ActionPlan;
  readonly body: string;
  readonly change: (part: Partial<ActionPlan>) => void;
}) {
  const t = useTexts("followup");
  const { escalation } = plan;
  // Above a förvaltningschef stands the kommunchef; another is chosen where that is not the nearest
  const above = useApi(findPeople, { query: { above: body } });
  return (
    <Section title={t("page.plan.escalation")} lead={t("page.plan.escalation-lead")}>
      <Switch
        label={t("page.plan.escalate")}
        checked={escalation !== null}
        disabled={above.data === undefined}
        onChange={(event) =>
          change({
            escalation: event.target.checked ? { to: above.data?.people[0]?.id ?? "", text: "" } : null,
          })
        }
      />
      {escalation ? (
        <div className="form">
          <PersonField
            at="escalation.to"
            label={t("page.plan.escalate-to")}
            body={body}
            value={escalation.to}
            onChange={(to) => change({ escalation: { ...escalation, to } })}
          />
          <TextArea
            at="escalation.text"
            label={t("page.plan.escalate-text")}
            value={escalation.text}
            onChange={(text) => change({ escalation: { ...escalation, text } })}
            maxLength={8000}
          />
        </div>
      ) : null}
    </Section>
  );
}
