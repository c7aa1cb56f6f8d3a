import { Button } from "@digdir/designsystemet-react";
import { DraftBar, DraftTroubles } from "../../../decisions/pages/draft-bar.tsx";
import { PlacedRemarks } from "../../../decisions/pages/placed-remarks.tsx";
import { ProposeDecide } from "../../../decisions/pages/propose-decide.tsx";
import { useDraft } from "../../../decisions/pages/use-draft.ts";
import { useLastYear } from "../../../decisions/pages/use-last-year.ts";
import { WriteMatter, type Writing } from "../../../decisions/pages/write-matter.tsx";
import { lastingId } from "../../../kernel/plain-id.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { ANALYSIS_LIMITS, type EnvironmentAnalysis, environmentAnalysisRoutes } from "../contract.ts";
import { ANALYSES_PAGE } from "../kind.ts";
import { nextYearEnvironment } from "../rules/environment.ts";
import { EnvironmentAnalysisView, useStrategicGoals } from "./environment-view.tsx";
import { GatherSignals } from "./gather-signals.tsx";
import { presentationPage } from "./presentation-address.ts";
import { TrendForm } from "./trend-form.tsx";
import "../../../decisions/pages/decisions.css";
import "./analyses.css";

const EMPTY: EnvironmentAnalysis = { byStrategicGoal: [], trends: [], signals: [] };

/** The external analysis being written: trends by what they lead to for each strategic goal, and the year's signals gathered in. */
export function EnvironmentPage() {
  const t = useTexts("goals");
  const { body = "", year = "" } = usePathParams();
  const read = (content: unknown) => (
    <Section title={t("analysis.said")}>
      <EnvironmentAnalysisView content={content} body={body} year={Number(year)} />
    </Section>
  );
  return (
    <WriteMatter
      routes={environmentAnalysisRoutes}
      kind="environment-analysis"
      cite="§2.4"
      title={(_body, of) => t("analysis.environment.title", { year: of })}
      lead={t("analysis.environment.lead")}
      back={{ href: ANALYSES_PAGE, label: t("analysis.page.back") }}
      action={<Link href={presentationPage({ body, year: Number(year) })}>{t("analysis.page.present")}</Link>}
      empty={EMPTY}
      read={read}
      readInPublic={read}
    >
      {(writing) => <Writer {...writing} />}
    </WriteMatter>
  );
}

function Writer({ body, year, begin }: Writing<EnvironmentAnalysis>) {
  const t = useTexts("goals");
  const toast = useToast();
  const draft = useDraft(environmentAnalysisRoutes, { body, year }, begin);
  const last = useLastYear(environmentAnalysisRoutes, { body, year });
  const { goals } = useStrategicGoals(year);
  const analysis = draft.content;
  const { trends, byStrategicGoal } = analysis;
  const change = (part: Partial<EnvironmentAnalysis>) => draft.change({ ...analysis, ...part });
  const add = () =>
    change({
      trends: [...trends, { id: lastingId("trend"), name: "", text: "", consequences: [], sources: [] }],
    });
  const remove = (id: string) => {
    const before = analysis;
    change({
      trends: trends.filter((one) => one.id !== id),
      // What was taken into it waits again
      signals: analysis.signals.filter(({ trend }) => trend !== id),
    });
    toast(t("analysis.environment.removed"), { undo: () => draft.change(before) });
  };
  return (
    <>
      <DraftTroubles draft={draft} place={() => t("analysis.environment.place")} />
      {trends.length === 0 && last.content && last.content.trends.length > 0 ? (
        <p className="row">
          {t("analysis.begin-lead", { year: last.year })}
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => draft.change(nextYearEnvironment(last.content ?? EMPTY))}
          >
            {t("analysis.begin-from", { year: last.year })}
          </Button>
        </p>
      ) : null}
      {draft.view && draft.view.remarks.length > 0 ? (
        <Section title={t("analysis.remarks")}>
          <PlacedRemarks remarks={draft.view.remarks} chapter="goals" />
        </Section>
      ) : null}
      <Section title={t("analysis.by-strategic")} lead={t("analysis.environment.by-strategic-lead")}>
        {goals.length === 0 ? <EmptyState title={t("analysis.environment.no-goals")} /> : null}
        {goals.map(({ id, name }, i) => (
          <TextArea
            key={id}
            at={i === 0 ? "byStrategicGoal" : `byStrategicGoal.${i}`}
            label={name}
            value={byStrategicGoal.find(({ goal }) => goal === id)?.text ?? ""}
            onChange={(text) =>
              change({
                byStrategicGoal: [
                  ...byStrategicGoal.filter(({ goal }) => goal !== id),
                  ...(text === "" ? [] : [{ goal: id, text }]),
                ],
              })
            }
            rows={3}
            maxLength={4000}
          />
        ))}
      </Section>
      <Section title={t("analysis.trends")} lead={t("analysis.environment.trends-lead")}>
        {trends.length === 0 ? (
          <EmptyState title={t("analysis.environment.no-trends")}>
            {t("analysis.environment.no-trends-detail")}
          </EmptyState>
        ) : null}
        {trends.map((trend, index) => (
          <TrendForm
            key={trend.id}
            trend={trend}
            index={index}
            goals={goals}
            onChange={(next) => change({ trends: trends.map((one) => (one.id === trend.id ? next : one)) })}
            onRemove={() => remove(trend.id)}
          />
        ))}
        <div>
          <Button variant="secondary" disabled={trends.length >= ANALYSIS_LIMITS.trends} onClick={add}>
            {t("analysis.environment.add-trend")}
          </Button>
        </div>
      </Section>
      <GatherSignals
        matter={`environment-analysis:${body}:${year}`}
        trends={trends}
        gathered={analysis.signals}
        onChange={(signals) => change({ signals: [...signals] })}
      />
      <DraftBar draft={draft}>
        <ProposeDecide matter={draft.view} chapter="goals" ready={draft.stored} />
      </DraftBar>
    </>
  );
}
