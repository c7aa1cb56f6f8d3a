import { useShownContent } from "../../../decisions/pages/use-shown-content.ts";
import { ownAddress } from "../../../decisions/rules/kind.ts";
import { isBlank } from "../../../kernel/written.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, usePathParams } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { Presentation, type Slide } from "../../../platform/ui/presentation.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { EnvironmentAnalysis, environmentAnalysisRoutes } from "../contract.ts";
import { ENVIRONMENT_ANALYSIS } from "../kind.ts";
import { liftEnvironment } from "../rules/lift.ts";
import { useStrategicGoals } from "./environment-view.tsx";

/** The external analysis on bokslutsdagen: first how it goes with the strategic goals, then one trend a screen. */
export function PresentationPage() {
  const t = useTexts("goals");
  const { body = "", year: yearText = "" } = usePathParams();
  const year = Number(yearText);
  const { content, pending } = useShownContent(environmentAnalysisRoutes, { body, year });
  const title = t("analysis.present.title", { year });
  return (
    <Page
      title={title}
      lead={t("analysis.present.lead")}
      cite="§2.4"
      above={
        <Link href={ownAddress(ENVIRONMENT_ANALYSIS, { body, year })}>{t("analysis.present.back")}</Link>
      }
    >
      {pending ? (
        <Skeleton lines={10} />
      ) : content === undefined ? (
        <EmptyState title={t("analysis.page.not-begun", { year })} />
      ) : (
        <Slides analysis={EnvironmentAnalysis.parse(liftEnvironment(content))} year={year} label={title} />
      )}
    </Page>
  );
}

function Slides({
  analysis: { byStrategicGoal, trends },
  year,
  label,
}: {
  readonly analysis: EnvironmentAnalysis;
  readonly year: number;
  readonly label: string;
}) {
  const t = useTexts("goals");
  const { nameOf } = useStrategicGoals(year);
  const columns = (rows: readonly { readonly goal: string; readonly text: string }[]) => (
    <dl className="slide-columns" lang={WRITTEN}>
      {rows
        .filter(({ text }) => !isBlank(text))
        .map(({ goal, text }) => (
          <div key={goal}>
            <dt>{nameOf(goal)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
  const slides: Slide[] = [
    { id: "goals", title: t("analysis.present.goals", { year }), content: columns(byStrategicGoal) },
    ...trends.map(({ id, name, text, consequences, sources }) => ({
      id,
      title: name,
      lang: WRITTEN,
      content: (
        <>
          {isBlank(text) ? null : <p lang={WRITTEN}>{text}</p>}
          {consequences.length > 0 ? columns(consequences) : null}
          {sources.length > 0 ? (
            <p className="slide-source">
              {t("analysis.sources")}: <span lang={WRITTEN}>{sources.join("; ")}</span>
            </p>
          ) : null}
        </>
      ),
    })),
  ];
  return <Presentation slides={slides} label={label} />;
}
