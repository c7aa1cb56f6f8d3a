import { dayText } from "../../../kernel/format.ts";
import { getSetup, markStep, type StepShape } from "../../../organisation/setup/contract.ts";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { type MayAnswer, MayButton } from "../../../platform/ui/may-button.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { Status, type StatusValue } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import "./setup.css";

const SHOWN: Readonly<Record<StepShape["state"], StatusValue>> = {
  "to-do": "to-come",
  begun: "under-way",
  done: "done",
  later: "waiting",
};

/** How a municipality moves in: its steps, how far each has come, and why it is there. */
export function SetupPage() {
  const t = useTexts("shell");
  const language = useLanguage();
  const read = useApi(getSetup, {});
  const steps = read.data?.steps ?? [];
  const next = steps.find(({ state }) => state === "to-do" || state === "begun");
  const done = steps.filter(({ state }) => state === "done").length;
  const go = useGo();
  const startedOn = read.data?.startedOn;
  return (
    <Page
      title={t("setup.title")}
      lead={startedOn ? t("setup.lead-from", { day: dayText(startedOn, language) }) : t("setup.lead")}
      cite="§3.2"
      action={
        next && read.data ? (
          <MayButton may={read.data.may} onPress={() => go(`/kom-igang/${next.step}`)}>
            {t("setup.go-on", { step: t(`setup.step.${next.step}.name`) })}
          </MayButton>
        ) : null
      }
    >
      <Loaded of={read} lines={12}>
        {({ steps: all, may }) => (
          <>
            <p className="setup-progress">
              <progress value={done} max={all.length} aria-label={t("setup.progress-label")} />
              <span>{t("setup.progress", { done, of: all.length })}</span>
            </p>
            <ol className="setup-steps">
              {all.map((step) => (
                <Step key={step.step} of={step} may={may} />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Step({
  of: { step, state, count, mark },
  may,
}: {
  readonly of: StepShape;
  readonly may: MayAnswer;
}) {
  const t = useTexts("shell");
  const { save, saving } = useSave(markStep);
  // All the steps have the same button
  const whose = <span className="ds-sr-only">: {t(`setup.step.${step}.name`)}</span>;
  const set = (to: StepShape["mark"]) => save({ params: { step }, body: { mark: to } });
  return (
    <li data-state={state}>
      <div className="setup-what">
        <h2 className="ds-heading" data-size="xs">
          <Link href={`/kom-igang/${step}`}>{t(`setup.step.${step}.name`)}</Link>
        </h2>
        <p>{t(`setup.step.${step}.why`)}</p>
        {count > 0 ? <p className="quiet small">{t(`setup.step.${step}.count`, { count })}</p> : null}
      </div>
      <div className="setup-state">
        <Status value={SHOWN[state]} word={t(`setup.state.${state}`)} />
        {!may.allowed || (state === "done" && mark === null) ? null : state === "later" ||
          state === "done" ? (
          <MayButton may={may} variant="tertiary" busy={saving} onPress={() => set(null)}>
            {t("setup.take-up")}
            {whose}
          </MayButton>
        ) : (
          <MayButton may={may} variant="tertiary" busy={saving} onPress={() => set("later")}>
            {t("setup.wait")}
            {whose}
          </MayButton>
        )}
      </div>
    </li>
  );
}
