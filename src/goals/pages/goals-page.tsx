import { ToggleGroup } from "@digdir/designsystemet-react";
import { THREAD_PAGE } from "../../decisions/thread/kind.ts";
import { useMayWrite } from "../../decisions/writers/pages/use-may-write.ts";
import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import { aboveOf, type Body, carriesOut, continuing } from "../../organisation/rules/organisation.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Icon } from "../../platform/ui/icon.tsx";
import { Link, useGo, useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type GoalTree, getGoalTree } from "../contract.ts";
import { BODY_GOALS } from "../kind.ts";
import { BeginGoverning, PeriodNotice } from "../vision/pages/period-notice.tsx";
import { VisionBanner } from "../vision/pages/vision-banner.tsx";
import { GoalThread } from "./goal-thread.tsx";
import { GoalTreeList } from "./goal-tree-list.tsx";
import { Plans } from "./plans.tsx";
import "./goals.css";

/** Mål och plan: from the vision to what every body wants to achieve (model §2.1, V-1 – V-4, V-9). */
export function GoalsPage() {
  const t = useTexts("goals");
  const { year } = useChoice();
  const tree = useApi(getGoalTree, { params: { year } });
  return (
    <Page title={t("page.title")} lead={t("page.lead", { year })} cite="§2.1" action={<WriteGoals />}>
      <Loaded of={tree} lines={10}>
        {(data) => <Goals tree={data} />}
      </Loaded>
    </Page>
  );
}

/** A body's goals are written for one body: the one that is chosen. */
function WriteGoals() {
  const t = useTexts("goals");
  const go = useGo();
  const { body, year } = useChoice();
  const { bodies, nameOf } = useBodies();
  const signedIn = useSession()?.person != null;
  const kind = bodies.find((b) => b.id === body)?.kind;
  const hasGoals = kind !== undefined && BODY_GOALS.bodies.some((one) => one === kind);
  const may = useMayWrite({ kind: BODY_GOALS.kind, body: body ?? "", year }, { when: hasGoals });
  if (!body || !hasGoals || !signedIn) return null;
  return (
    <MayButton may={may} onPress={() => go(`/mal/${body}/${year}/skriv`)}>
      {t("page.write-for", { body: nameOf(body) })}
    </MayButton>
  );
}

function Goals({ tree }: { readonly tree: GoalTree }) {
  const t = useTexts("goals");
  const { body, year, choose } = useChoice();
  const { bodies, nameOf } = useBodies();
  const [view, setView] = useSearchParam("visa");
  const signedIn = useSession()?.person != null;
  const filter = body === undefined ? undefined : goalBody(bodies, body);
  // With the goals of a body that has ended, and that the chosen one goes on with
  const isChosen = (one: string) =>
    filter === undefined || continuing(bodies as readonly Body[], one) === filter;
  // A shared goal is also its contributors' (P-3)
  const goals = tree.goals.filter((goal) => isChosen(goal.body) || goal.contributors.some(isChosen));
  const governing = { vision: tree.vision !== null, strategic: tree.strategicGoals.length > 0 };
  const begin = <BeginGoverning year={year} {...governing} />;
  if (!governing.vision && !governing.strategic && tree.goals.length === 0)
    return signedIn ? (
      begin
    ) : (
      <EmptyState title={t("page.no-tree", { year })}>{t("page.no-tree-detail")}</EmptyState>
    );
  return (
    <>
      <PeriodNotice />
      {tree.vision ? (
        <VisionBanner
          vision={tree.vision}
          evaluated={{ evaluation: tree.evaluation, year: tree.strategicYear }}
        />
      ) : null}
      {begin}
      {tree.deviations
        .filter((deviation) => isChosen(deviation.body))
        .map((deviation) => (
          <Deviation key={deviation.body} deviation={deviation} />
        ))}
      <Section
        title={t("page.thread")}
        lead={
          filter === undefined ? (
            t("page.thread-whole", { count: goals.length })
          ) : (
            <>
              {t("page.only", { body: nameOf(filter) })}{" "}
              <button type="button" className="ds-link" onClick={() => choose({ body: undefined })}>
                {t("page.show-all")}
              </button>
            </>
          )
        }
        cite="§2.1"
        action={
          filter !== undefined && goals.length === 0 ? undefined : (
            <ToggleGroup
              value={view === "bild" ? "bild" : "lista"}
              onChange={(value) => setView(value === "bild" ? "bild" : undefined)}
              data-toggle-group={t("page.view")}
              data-size="sm"
            >
              <ToggleGroup.Item value="lista">{t("page.as-list")}</ToggleGroup.Item>
              <ToggleGroup.Item value="bild">{t("page.as-picture")}</ToggleGroup.Item>
            </ToggleGroup>
          )
        }
      >
        {filter !== undefined && goals.length === 0 ? (
          <EmptyState title={t("page.no-own-goals", { body: nameOf(filter), year })}>
            {t("page.no-own-goals-detail")}
          </EmptyState>
        ) : view === "bild" ? (
          <>
            <p className="quiet small">{t("page.thread-lead")}</p>
            <GoalThread
              tree={tree}
              goals={goals}
              deep={filter !== undefined}
              label={t("page.thread-picture")}
            />
          </>
        ) : (
          <GoalTreeList tree={tree} goals={goals} filtered={filter !== undefined} />
        )}
        <p>
          <Link href={THREAD_PAGE}>{t("page.whole-thread")}</Link>
        </p>
      </Section>
      <Plans filter={filter} />
    </>
  );
}

/** Goals belong to the body that an administration or unit works for. */
function goalBody(bodies: ReturnType<typeof useBodies>["bodies"], id: string): string | undefined {
  let body = bodies.find((b) => b.id === id);
  for (let steps = 0; body && steps < 5; steps++) {
    if (!carriesOut(body) && !body.continuedBy) break;
    const above: string | null = aboveOf(body as Body);
    body = bodies.find((b) => b.id === above);
  }
  // The council's goals are the strategic ones: it is the whole
  return body === undefined || body.kind === "council" ? undefined : body.id;
}

function Deviation({ deviation }: { readonly deviation: GoalTree["deviations"][number] }) {
  const t = useTexts("goals");
  return (
    <div className="deviation" data-color="warning">
      <Icon name="late" size={22} />
      <div>
        <p>
          <strong>{t("page.deviation", { body: deviation.bodyName, count: deviation.count })}</strong>
        </p>
        <p>
          {t("page.deviation-detail")}{" "}
          {deviation.reason
            ? t("page.deviation-reason", { reason: deviation.reason })
            : t("page.deviation-none")}
        </p>
      </div>
    </div>
  );
}
