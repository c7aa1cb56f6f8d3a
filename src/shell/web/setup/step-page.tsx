import { type ComponentType, lazy, Suspense } from "react";
import { getSetup, markStep } from "../../../organisation/setup/contract.ts";
import { SETUP_STEPS, type SetupStepId } from "../../../organisation/setup/rules/steps.ts";
import { Link, useGo, usePathParams } from "../../../platform/ui/link.tsx";
import { Skeleton } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { NotFoundPage } from "../not-found-page.tsx";
import "./setup.css";

/** What each step is done with: the chapter that it belongs to knows. */
const CONTENT: Readonly<Record<SetupStepId, ComponentType>> = {
  organisation: lazy(() =>
    import("../../../organisation/setup/pages/organisation-step.tsx").then((m) => ({
      default: m.OrganisationStep,
    })),
  ),
  people: lazy(() =>
    import("../../../organisation/setup/pages/people-step.tsx").then((m) => ({ default: m.PeopleStep })),
  ),
  mandates: lazy(() =>
    import("../../../organisation/setup/pages/mandates-step.tsx").then((m) => ({ default: m.MandatesStep })),
  ),
  wheel: lazy(() =>
    import("../../../year/pages/wheel-step.tsx").then((m) => ({ default: m.WheelFromToday })),
  ),
  vision: lazy(() =>
    import("../../../goals/pages/earlier-goals.tsx").then((m) => ({ default: m.EarlierGoals })),
  ),
  allocations: lazy(() =>
    import("../../../budget/matter/pages/earlier/earlier-budget.tsx").then((m) => ({
      default: m.EarlierBudget,
    })),
  ),
  population: lazy(() =>
    import("../../../budget/population/start/pages/start-population.tsx").then((m) => ({
      default: m.StartPopulation,
    })),
  ),
  ledger: lazy(() =>
    import("../../../ledger/pages/ledger-step.tsx").then((m) => ({ default: m.LedgerStep })),
  ),
};

/** One step of the moving in: why it is there, what it is done with, a picture of what there is, and the way on. */
export function StepPage() {
  const { step } = usePathParams();
  const known = SETUP_STEPS.find((one) => one === step);
  return known ? <Step key={known} step={known} /> : <NotFoundPage />;
}

function Step({ step }: { readonly step: SetupStepId }) {
  const t = useTexts("shell");
  const read = useApi(getSetup, {});
  const { save, saving } = useSave(markStep);
  const go = useGo();
  const Content = CONTENT[step];
  const at = SETUP_STEPS.indexOf(step);
  const next = SETUP_STEPS[at + 1];
  const own = read.data?.steps.find((one) => one.step === step);
  const on = next === undefined ? "/kom-igang" : `/kom-igang/${next}`;
  const mark = async (to: "done" | "later") => {
    if (await save({ params: { step }, body: { mark: to } })) go(on);
  };
  const settled = own?.state === "done";
  return (
    <Page
      title={t("setup.step-title", { number: at + 1, name: t(`setup.step.${step}.name`) })}
      lead={t(`setup.step.${step}.why`)}
      above={<Link href="/kom-igang">{t("setup.title")}</Link>}
    >
      <Suspense fallback={<Skeleton lines={10} />}>
        <Content />
      </Suspense>
      {read.data ? (
        <div className="setup-on">
          {settled ? (
            <Link href={on} className="ds-button" data-variant="secondary">
              {next === undefined ? t("setup.all") : t("setup.next", { step: t(`setup.step.${next}.name`) })}
            </Link>
          ) : (
            <>
              <MayButton may={read.data.may} variant="secondary" busy={saving} onPress={() => mark("done")}>
                {t("setup.done")}
              </MayButton>
              {read.data.may.allowed ? (
                <MayButton may={read.data.may} variant="tertiary" busy={saving} onPress={() => mark("later")}>
                  {t("setup.wait")}
                </MayButton>
              ) : null}
            </>
          )}
        </div>
      ) : null}
    </Page>
  );
}
