import { useMemo } from "react";
import { listDecisions } from "../../../decisions/contract.ts";
import { Awaiting } from "../../../decisions/pages/awaiting.tsx";
import { getGoalTree } from "../../../goals/contract.ts";
import { useLookedAt } from "../../../organisation/pages/use-looked-at.ts";
import { useBodies, useSession } from "../../../organisation/pages/use-session.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { Icon } from "../../../platform/ui/icon.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getCalendar, getWheel } from "../../../year/contract.ts";
import { LivingFigure } from "./living-figure.tsx";
import { Mine, Now } from "./mine.tsx";
import { planDecisionsOf } from "./parts.ts";
import "./start.css";

/** The front door: the model's figure, live, and beside it what is mine to do now. */
export function StartPage() {
  const t = useTexts("shell");
  const session = useSession();
  const { body, year, yearChosen } = useChoice();
  const { owner } = useLookedAt();
  const wheelYear = yearChosen ? year : Number(session?.today.slice(0, 4) ?? year);
  const tree = useApi(getGoalTree, { params: { year } });
  const wheel = useApi(getWheel, { params: { year: wheelYear }, query: { body } });
  const plans = useApi(listDecisions, { query: { kind: "operations-plan", year } });
  const bodies = useBodies();
  const planDecisions = useMemo(() => planDecisionsOf(plans.data ?? [], bodies), [plans.data, bodies]);
  const problem = tree.error ?? wheel.error;
  return (
    <Page
      title={t("page.start.title", { municipality: session?.municipality.name ?? "", year: wheelYear })}
      lead={`${t("page.start.lead")} ${
        year === wheelYear ? "" : t("page.start.years", { goals: year, wheel: wheelYear })
      }`}
      action={
        <a className="ds-link calendar-link" href={addressOf(getCalendar, { query: { body } })}>
          <Icon name="calendar" /> {t("page.start.calendar")}
        </a>
      }
    >
      {problem ? (
        <ProblemPanel problem={problem} retry={() => void Promise.all([tree.refetch(), wheel.refetch()])} />
      ) : tree.data && wheel.data ? (
        <LivingFigure
          tree={tree.data}
          wheel={wheel.data}
          plans={planDecisions}
          year={year}
          body={owner}
          beside={
            <>
              {session?.person ? <Mine tree={tree.data} person={session.person.id} /> : null}
              <Awaiting
                title={t("page.start.awaiting")}
                shown={3}
                words={(key, values) => t(`page.start.awaits.${key}`, { ...values })}
              />
              {session?.person ? null : <Now wheel={wheel.data} />}
            </>
          }
          besideFirst={session?.person != null}
        />
      ) : (
        <Skeleton lines={12} />
      )}
    </Page>
  );
}
