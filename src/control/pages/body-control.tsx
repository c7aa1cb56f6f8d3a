import { getDecision } from "../../decisions/contract.ts";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { Unread } from "../../decisions/pages/matter-problem.tsx";
import { useMayWrite } from "../../decisions/writers/pages/use-may-write.ts";
import type { Day } from "../../kernel/day.ts";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link, useGo } from "../../platform/ui/link.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { When } from "../../platform/ui/number.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import {
  ControlPlan,
  ControlReport,
  type ControlResult,
  controlPlanRoutes,
  getControlsInHand,
  type Risk,
  type BodyControl as Row,
} from "../contract.ts";
import { CONTROL_PLAN, CONTROL_REPORT } from "../kind.ts";
import { NOTICES_PAGE } from "../noticed/kind.ts";
import { Stands } from "../noticed/pages/stands.tsx";
import { proposedResults, standing } from "../rules/carried-out.ts";
import { runningPage } from "../supervision/kind.ts";
import { carriedOut } from "./carried-out.ts";
import { controlRows } from "./control-view.ts";
import { ControlsTable, ControlTallies } from "./controls-table.tsx";
import { InHand } from "./in-hand.tsx";
import { PlanState } from "./overview.tsx";
import { PlannedRisks } from "./plan-view.tsx";
import { ReportView } from "./report-view.tsx";

const NOTHING: ControlPlan = { risks: [], controls: [] };

/** One committee's or company's internal control in a year: the risks, the controls, and what they showed. */
export function BodyControl({
  row,
  year,
  today,
}: {
  readonly row: Row;
  readonly year: number;
  readonly today: string;
}) {
  const t = useTexts("control");
  const tCourse = useTexts("decisions");
  const go = useGo();
  const plan = usePlan(row, year);
  const report = useReport(row);
  const signedIn = useSession()?.person != null;
  const edit = useMayWrite({ kind: CONTROL_PLAN.kind, body: row.body, year });
  const editReport = useMayWrite({ kind: CONTROL_REPORT.kind, body: row.body, year });
  const decided = row.plan.decision !== null;
  const inHand = useApi(
    getControlsInHand,
    { params: { body: row.body, year } },
    { when: signedIn && decided },
  ).data;
  const results = standing<ControlResult>(report?.results ?? [], proposedResults(carriedOut(inHand)));
  const rows = controlRows(plan ?? NOTHING, results, today as Day);
  return (
    <Page
      title={t("page.body-title", { body: row.name, year })}
      lead={t("page.body-lead")}
      cite="§2.3"
      above={<Link href="/kontroll?organ=">{t("page.all-bodies")}</Link>}
      action={
        signedIn ? (
          <>
            <MayButton
              variant={decided ? "secondary" : "primary"}
              may={edit}
              onPress={() => go(`/kontroll/plan/${row.body}/${year}`)}
            >
              {t(row.plan.state === "none" ? "page.write-plan" : "page.change-plan")}
            </MayButton>
            <MayButton
              may={editReport}
              blocked={decided ? undefined : t("page.report-needs-plan")}
              onPress={() => go(`/kontroll/rapport/${row.body}/${year}`)}
            >
              {t("page.write-report")}
            </MayButton>
          </>
        ) : null
      }
    >
      <p className="row">
        <span>{t("page.plan")}:</span>
        <PlanState row={row} />
        {row.plan.decidedOn ? (
          <span className="quiet">
            <When at={row.plan.decidedOn} />
          </span>
        ) : null}
      </p>
      {signedIn ? (
        <p className="row">
          <Link href={NOTICES_PAGE}>{t("page.notice-risk")}</Link>
          <Link href={runningPage(row.body, year)}>{t("page.running")}</Link>
        </p>
      ) : null}
      {row.risks === null ? (
        <UnreadPlan row={row} />
      ) : row.plan.state === "none" || !plan ? (
        <EmptyState title={t("page.no-plan", { year })}>{t("page.no-plan-detail")}</EmptyState>
      ) : (
        <>
          <PlannedRisks
            plan={plan}
            matter={row.plan.matter}
            before={row.before}
            year={year}
            owner={(risk) => inHand?.risks.find((one) => one.risk === risk.id)}
            {...(inHand
              ? {
                  actions: (risk: Risk) => {
                    const thing = inHand.risks.find((one) => one.risk === risk.id)?.thing;
                    return thing ? (
                      <ThingButton thing={thing} name={risk.text}>
                        {tCourse("course.hand-over")}
                      </ThingButton>
                    ) : null;
                  },
                }
              : {})}
          />
          <Section title={t("page.controls.title")} lead={t("page.controls.lead")}>
            {decided ? <ControlTallies rows={rows} /> : null}
            <ControlsTable
              rows={rows}
              withState={decided}
              owner={({ control }) =>
                inHand?.controls.find((one) => one.control === control.id)?.responsibleName
              }
            />
          </Section>
          <Stands plan={plan} />
          {inHand ? <InHand of={inHand} today={today} /> : null}
          {decided ? (
            <Section title={t("page.report.title")} lead={t("page.report.lead")} cite="§2.3">
              {report ? (
                <>
                  <ReportsLine row={row} />
                  <ReportView report={report} controls={plan.controls} />
                </>
              ) : (
                <EmptyState title={t("page.report.none")}>{t("page.report.none-detail")}</EmptyState>
              )}
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}

function ReportsLine({ row }: { readonly row: Row }) {
  const t = useTexts("control");
  return (
    <ul className="tallies">
      {row.reports.map((report) => (
        <li key={report.decision}>
          <Status value="decided" word={t(`control.period.${report.period}`)} />
          <Link href={`/beslut/${report.decision}`}>
            <When at={report.decidedOn} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Why the plan is not shown: another line's draft, or secret by law, which its decision says. */
function UnreadPlan({ row }: { readonly row: Row }) {
  const number = row.plan.decision ?? 0;
  const { data } = useApi(getDecision, { params: { number } }, { when: number > 0 });
  return <Unread kind={CONTROL_PLAN.kind} body={row.body} secrecy={data?.decision.secrecy} />;
}

/** The plan in force by its decision, which all may read unless it is secret; until there is one, the draft for those who read it. */
function usePlan(row: Row, year: number): ControlPlan | undefined {
  const session = useSession();
  const decision = row.plan.decision ?? 0;
  const decided = useApi(getDecision, { params: { number: decision } }, { when: decision > 0 });
  const draft = useApi(
    controlPlanRoutes.get,
    { params: { body: row.body, year }, query: {} },
    {
      when:
        session?.person != null &&
        row.plan.decision === null &&
        row.plan.state !== "none" &&
        row.risks !== null,
    },
  );
  if (row.plan.decision === null) return draft.data?.content;
  return decided.data?.content ? ControlPlan.parse(decided.data.content) : undefined;
}

function useReport(row: Row): ControlReport | undefined {
  const number = row.reports.at(-1)?.decision ?? 0;
  const { data } = useApi(getDecision, { params: { number } }, { when: number > 0 });
  return data?.content ? ControlReport.parse(data.content) : undefined;
}
