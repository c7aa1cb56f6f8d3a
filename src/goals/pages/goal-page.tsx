import { Fragment, useEffect } from "react";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { ThreadLink } from "../../decisions/thread/pages/thread-link.tsx";
import { useSession } from "../../organisation/pages/use-bodies.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Link, usePathParams } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { isStatus, Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type GoalTree, type GoalView, type GoalYear, getGoalTree, listGoalYears } from "../contract.ts";
import { type GoalGrounds, getGoalGrounds } from "../grounds/contract.ts";
import { Contributions, RestsOn } from "../grounds/pages/shared-goal.tsx";
import { IndicatorPanel } from "../indicators/pages/indicator-panel.tsx";
import { Judgements } from "../indicators/pages/judgements.tsx";
import { BODY_GOALS } from "../kind.ts";
import { goalPath } from "./goal-card.tsx";
import { GoalThread } from "./goal-thread.tsx";
import { GoalsBack } from "./goals-back.tsx";
import { useServing } from "./serving.ts";
import { GoalStatus, Standing } from "./standing.tsx";
import { StrategicGoalPage } from "./strategic-goal-page.tsx";
import { goalKey } from "./thread-nodes.ts";
import { useStandings } from "./use-standing.ts";
import "./goals.css";

/** One goal: what it leads to, where it belongs, how it goes and what is done (model §2.1, V-3 – V-9, P-1). */
export function GoalPage() {
  const t = useTexts("goals");
  const { year, yearChosen, choose } = useChoice();
  const { body = "", goal: id = "" } = usePathParams();
  const known = /^[a-z0-9-]{1,60}$/.test(body) && /^[a-z0-9-]{1,60}$/.test(id);
  const years = useApi(listGoalYears, { params: { body, goal: id } }, { when: known });
  // An address that says no year leads to the newest in which the goal stands
  const newest = yearChosen ? undefined : years.data?.[0]?.year;
  useEffect(() => {
    if (newest !== undefined) choose({ year: newest });
  }, [newest, choose]);
  const settled = yearChosen || !known || (!years.isPending && newest === undefined);
  const tree = useApi(getGoalTree, { params: { year } }, { when: settled });
  return (
    <Loaded of={tree} lines={10}>
      {(data) => {
        const strategic = data.strategicGoals.find((g) => g.body === body && g.id === id);
        if (strategic) return <StrategicGoalPage tree={data} goal={strategic} />;
        const goal = data.goals.find((g) => g.body === body && g.id === id);
        return goal ? (
          <Goal tree={data} goal={goal} />
        ) : (
          <Page title={t("page.title")} above={<GoalsBack year={year} />}>
            <EmptyState title={t("page.goal.not-found", { year })}>
              {t("page.goal.not-found-detail")}
              {years.data?.length ? (
                <>
                  {" "}
                  {t("page.goal.found-in")} <Years body={body} years={years.data} />.
                </>
              ) : null}
            </EmptyState>
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Links to the years in which a goal stands, each to its own page. */
function Years({ body, years }: { readonly body: string; readonly years: readonly GoalYear[] }) {
  return (
    <>
      {years.map((one, i) => (
        <span key={one.year}>
          {i > 0 ? ", " : ""}
          <Link href={goalPath({ body, id: one.goal, year: one.year })} title={one.wording}>
            {one.year}
          </Link>
        </span>
      ))}
    </>
  );
}

function Goal({ tree, goal }: { readonly tree: GoalTree; readonly goal: GoalView }) {
  const t = useTexts("goals");
  const { Actions } = useServing();
  const standing = useStandings(goal.year)(goal);
  const { data: grounds } = useApi(getGoalGrounds, { params: { body: goal.body, year: goal.year } });
  return (
    <Page
      title={goal.wording}
      written
      lead={t("page.goal.lead", { body: goal.bodyName, year: goal.year })}
      cite="§2.1"
      above={<GoalsBack year={goal.year} />}
      action={<GoalStatus standing={standing} />}
    >
      <section className="effect" aria-labelledby="effekt">
        <h2 className="ds-heading" data-size="xs" id="effekt">
          {t("page.goal.effect")}
        </h2>
        <p className="prose" lang={WRITTEN}>
          {goal.effectForResidents}
        </p>
      </section>
      <Facts goal={goal} grounds={grounds} />
      {goal.contributors.length > 0 ? <Contributions goal={goal} of={grounds?.contributions ?? []} /> : null}
      <Section
        title={t("page.goal.indicators")}
        lead={goal.indicators.length > 0 ? t("page.goal.proposal") : undefined}
        cite="§2.1"
      >
        {goal.indicators.length === 0 ? (
          <section className="sheet" aria-label={t("page.goal.no-indicators")}>
            <p>
              {t("page.goal.no-indicators")}. {t("page.goal.no-indicators-detail")}
            </p>
            <Standing standing={standing} />
          </section>
        ) : (
          <div className="stack">
            {goal.indicators.map((indicator) => (
              <IndicatorPanel key={indicator.id} goal={goal} indicator={indicator} />
            ))}
          </div>
        )}
      </Section>
      <Judgements goal={goal} />
      <Actions goal={goal} />
      <Section
        title={t("page.goal.thread")}
        lead={t("page.goal.thread-lead")}
        cite="§2.1"
        action={
          goal.state === "decided" ? (
            <ThreadLink
              thing={`${BODY_GOALS.kind}:${goal.body}:${goal.year}/${goal.id}`}
              year={goal.year}
              of={goal.wording}
            />
          ) : undefined
        }
      >
        <GoalThread
          tree={{
            ...tree,
            strategicGoals: tree.strategicGoals.filter((s) => goal.strategicGoals.includes(s.id)),
          }}
          goals={[goal]}
          deep
          label={t("page.thread-picture")}
          here={goalKey(goal)}
        />
      </Section>
    </Page>
  );
}

function Facts({ goal, grounds }: { readonly goal: GoalView; readonly grounds: GoalGrounds | undefined }) {
  const t = useTexts("goals");
  const tCourse = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  const document = grounds?.documents.find(({ id }) => id === goal.basis.document?.id);
  return (
    <dl className="facts sheet">
      <dt>{t("page.goal.state")}</dt>
      <dd className="row">
        {isStatus(goal.state) ? <Status value={goal.state} /> : goal.state}
        {goal.decision === null ? null : (
          <Link href={`/beslut/${goal.decision}`}>{t("page.decision", { number: goal.decision })}</Link>
        )}
        <Link href={`/arende/body-goals/${goal.body}/${goal.year}`}>{t("page.edit.matter")}</Link>
      </dd>
      <dt>{t("page.responsible")}</dt>
      <dd className="row">
        <span lang={WRITTEN}>{goal.responsibleName}</span>
        {goal.decidedResponsibleName ? (
          <span className="quiet small">
            {" "}
            {t("page.goal.decided-owner", { name: goal.decidedResponsibleName })}
          </span>
        ) : null}{" "}
        {signedIn && goal.state === "decided" ? (
          <ThingButton thing={`${goal.matter}/${goal.id}`} name={goal.wording}>
            {tCourse("course.hand-over")}
          </ThingButton>
        ) : null}
      </dd>
      <dt>{t("page.term")}</dt>
      <dd>{t(`page.${goal.term}`, { year: goal.targetYear })}</dd>
      {[
        ["continues", goal.years.filter(({ year }) => year < goal.year)] as const,
        ["goes-on", goal.years.filter(({ year }) => year > goal.year)] as const,
      ].map(([text, years]) =>
        years.length > 0 ? (
          <Fragment key={text}>
            <dt>{t(`page.goal.${text}`)}</dt>
            <dd>
              <Years body={goal.body} years={years} />
            </dd>
          </Fragment>
        ) : null,
      )}
      <dt>{t("page.goal.situation")}</dt>
      <dd lang={WRITTEN}>{goal.basis.situation}</dd>
      <RestsOn goal={goal} grounds={grounds} />
      <dt>{t("page.goal.assignment")}</dt>
      <dd lang={WRITTEN}>
        {document ? <Link href={document.href}>{document.title}</Link> : goal.basis.document?.title}
        {goal.basis.document ? ": " : null}
        {goal.basis.assignment}
      </dd>
      {goal.changeReason === "" ? null : (
        <>
          <dt>{t("grounds.change-reason")}</dt>
          <dd lang={WRITTEN}>{goal.changeReason}</dd>
        </>
      )}
    </dl>
  );
}
