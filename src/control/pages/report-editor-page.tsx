import { Button } from "@digdir/designsystemet-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { getDecision } from "../../decisions/contract.ts";
import { DraftBar, DraftTroubles } from "../../decisions/pages/draft-bar.tsx";
import { GroundChanges } from "../../decisions/pages/ground-changes.tsx";
import { PlacedRemarks } from "../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../decisions/pages/use-draft.ts";
import { WriteMatter, type Writing } from "../../decisions/pages/write-matter.tsx";
import type { Day } from "../../kernel/day.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { usePathParams } from "../../platform/ui/link.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useApi } from "../../platform/ui/use-api.ts";
import {
  type Control,
  ControlPlan,
  type ControlReport,
  type ControlResult,
  controlReportRoutes,
  getControlOverview,
  getControlsInHand,
} from "../contract.ts";
import { proposedResults, standing } from "../rules/carried-out.ts";
import { CONTROL_PERIODS } from "../rules/report.ts";
import { carriedOut } from "./carried-out.ts";
import { controlRows } from "./control-view.ts";
import { ControlsTable, ControlTallies } from "./controls-table.tsx";
import { ReportView } from "./report-view.tsx";
import { ResultForm } from "./result-form.tsx";
import { RowButton } from "./row-button.tsx";

const EMPTY: ControlReport = { period: "half-year", results: [], judgement: "" };

/** The report on internal control being written: what each planned control showed, and the judgement (K-4, K-5). */
export function ReportEditorPage() {
  const t = useTexts("control");
  const { body = "", year = "" } = usePathParams();
  const plan = usePlanInForce(body, Number(year));
  const registered = useRegistered(body, Number(year));
  return (
    <WriteMatter
      routes={controlReportRoutes}
      kind="control-report"
      cite="§2.3"
      title={(name, of) => t("page.edit.report-title", { body: name, year: of })}
      lead={t("page.edit.report-lead")}
      back={{ href: "/kontroll", label: t("page.back") }}
      empty={registered && { ...EMPTY, results: registered }}
      next={(content) => t(content.period === "half-year" ? "page.edit.annual" : "page.edit.correct-annual")}
      read={(content) => <ReportView report={content} controls={plan?.controls ?? []} />}
    >
      {(writing) => <ReportWriter {...writing} plan={plan} registered={registered ?? NOTHING_REGISTERED} />}
    </WriteMatter>
  );
}

const NOTHING_REGISTERED: readonly ControlResult[] = [];

/** What a report says of the controls by what was registered; undefined while it is fetched. */
function useRegistered(body: string, year: number): ControlResult[] | undefined {
  const signedIn = useSession()?.person != null;
  const { data } = useApi(getControlsInHand, { params: { body, year } }, { when: year >= 2000 && signedIn });
  return useMemo(() => data && proposedResults(carriedOut(data)), [data]);
}

function usePlanInForce(body: string, year: number): ControlPlan | null | undefined {
  const overview = useApi(getControlOverview, { params: { year } }, { when: year >= 2000 }).data;
  const row = overview?.bodies.find((r) => r.body === body);
  const number = row?.plan.decision ?? 0;
  const plan = usePlanDecided(number);
  return overview && number === 0 ? null : plan;
}

/** The plan of a decision; undefined while it is fetched, and for no decision. */
function usePlanDecided(number: number): ControlPlan | undefined {
  const { data } = useApi(getDecision, { params: { number } }, { when: number > 0 });
  return data?.content ? ControlPlan.parse(data.content) : undefined;
}

function ReportWriter({
  body,
  year,
  begin,
  plan: inForce,
  registered,
}: Writing<ControlReport> & {
  readonly plan: ControlPlan | null | undefined;
  readonly registered: readonly ControlResult[];
}) {
  const t = useTexts("control");
  const today = useSession()?.today ?? "";
  const draft = useDraft(controlReportRoutes, { body, year }, begin);
  const report = draft.content;
  const taken = usePlanDecided(report.plan?.decision ?? 0);
  // What is written about is the plan that the report took in; one that has taken in none, the plan in force
  const plan = report.plan ? taken : inForce;
  const [control, setControl] = useState<Control>();
  const change = (part: Partial<ControlReport>) => draft.change({ ...report, ...part });
  useAnnualAfterHalfYear(begin.matter?.version.state === "decided", report, change);
  if (plan === null)
    return <EmptyState title={t("page.no-plan", { year })}>{t("page.report-needs-plan")}</EmptyState>;
  if (plan === undefined) return null;
  const rows = controlRows(plan, report.results, today as Day);
  return (
    <>
      <DraftTroubles draft={draft} place={(path) => dataText(t, "page.place", path[0] ?? "report")} />
      <GroundChanges draft={draft} chapter="control" />
      <div className="form">
        <SelectField
          at="period"
          label={t("page.edit.period")}
          value={report.period}
          onChange={(period) => change({ period: period as ControlReport["period"] })}
          options={CONTROL_PERIODS.map((value) => ({ value, label: t(`control.period.${value}`) }))}
        />
      </div>
      <Section title={t("page.report.title")} lead={t("page.edit.results-lead")}>
        <ControlTallies rows={rows} />
        <FetchRegistered report={report} registered={registered} onFetch={(results) => change({ results })} />
        <ControlsTable
          rows={rows}
          actions={(row) => (
            <RowButton
              label={t("page.edit.report-what", { what: row.control.text })}
              onPress={() => setControl(row.control)}
            >
              {t(row.result ? "page.edit.change" : "page.edit.report")}
            </RowButton>
          )}
        />
      </Section>
      <Section title={t("page.edit.judgement")} lead={t("page.edit.judgement-lead")}>
        <TextArea
          at="judgement"
          label={t("page.edit.judgement-label")}
          value={report.judgement}
          onChange={(judgement) => change({ judgement })}
          rows={6}
          maxLength={4000}
        />
      </Section>
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("page.edit.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="control" />
        </Section>
      ) : null}
      {control ? (
        <ResultForm
          control={control}
          result={report.results.find((result) => result.control === control.id)}
          body={body}
          today={today}
          onClose={() => setControl(undefined)}
          onDone={(result) => {
            change({
              results: [...report.results.filter((other) => other.control !== result.control), result],
            });
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

/** Takes in what has been registered where it differs from what stands here: the body's own words are not replaced by themselves. */
function FetchRegistered({
  report,
  registered,
  onFetch,
}: {
  readonly report: ControlReport;
  readonly registered: readonly ControlResult[];
  readonly onFetch: (results: ControlResult[]) => void;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const newer = registered.filter((one) => {
    const told = report.results.find(({ control }) => control === one.control);
    return !told || told.result !== one.result || told.doneOn !== one.doneOn;
  });
  if (newer.length === 0) return null;
  return (
    <div className="row">
      <p className="quiet">{t("page.fetch.lead")}</p>
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => {
          const before = report.results;
          onFetch(standing(before, newer));
          toast(t("page.fetch.done"), { undo: () => onFetch([...before]) });
        }}
      >
        {t("page.fetch.label", { count: newer.length })}
      </Button>
    </div>
  );
}

/** After the half-year's decided report comes the year's: who goes on writing writes that one (K-5). */
function useAnnualAfterHalfYear(
  fromDecided: boolean,
  report: ControlReport,
  change: (part: Partial<ControlReport>) => void,
): void {
  const asked = useRef(false);
  useEffect(() => {
    if (!fromDecided || asked.current || report.period === "annual") return;
    asked.current = true;
    change({ period: "annual" });
  }, [fromDecided, report.period, change]);
}
