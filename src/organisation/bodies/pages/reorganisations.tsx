import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import type { Day } from "../../../kernel/day.ts";
import { dayText } from "../../../kernel/format.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { TextArea } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { useMayOf } from "../../pages/may-read.tsx";
import { useSession } from "../../pages/use-bodies.ts";
import { listReorganisations, type Reorganisation, takeBackReorganisation } from "../contract.ts";
import { REORGANISATION_LIMITS } from "../rules/steps.ts";
import { useStepWords } from "./step-words.ts";

/** What has been registered to change and when: to come, in force since its day, taken back. */
export function Reorganisations() {
  const t = useTexts("organisation");
  const language = useLanguage();
  const today = useSession()?.today ?? "";
  const read = useApi(listReorganisations, {});
  const may = useMayOf("council", "edit:organisation")?.allowed === true;
  const [chosen, setChosen] = useState<Reorganisation>();
  const [taken, setTaken] = useState<string>();
  // The button that opened the dialog is gone: who took something back goes on at what was taken back
  useEffect(() => {
    if (taken !== undefined) document.getElementById(headingOf(taken))?.focus();
  }, [taken]);
  return (
    <Section title={t("bodies.changes.title")} lead={t("bodies.changes.lead")}>
      <Loaded of={read} lines={2}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t("bodies.changes.none")}>{t("bodies.changes.none-detail")}</EmptyState>
          ) : (
            <ul className="plain-list reorganisations">
              {all.map((one) => (
                <li key={one.id}>
                  <h3
                    className="ds-heading"
                    data-size="2xs"
                    lang={WRITTEN}
                    id={headingOf(one.id)}
                    tabIndex={-1}
                  >
                    {one.name}
                  </h3>
                  <p className="row">
                    {one.takenBack ? (
                      <Status value="past" word={t("bodies.changes.taken-back")} />
                    ) : one.day > today ? (
                      <Status value="to-come" word={t("bodies.changes.to-come")} />
                    ) : (
                      <Status value="in-force" word={t("bodies.changes.in-force")} />
                    )}
                    <span>
                      {t("bodies.changes.from", { day: dayText(one.day, language) })} ·{" "}
                      <span lang={WRITTEN}>{one.decision}</span>
                    </span>
                  </p>
                  <p lang={WRITTEN}>{one.reason}</p>
                  <StepsTaken steps={one.steps} />
                  <p className="quiet small">
                    {t("bodies.changes.by", {
                      name: one.registeredByName,
                      day: dayText(one.registeredOn, language),
                    })}
                    {one.takenBack
                      ? ` ${t("bodies.changes.back-by", {
                          name: one.takenBack.name,
                          day: dayText(one.takenBack.on as Day, language),
                          reason: one.takenBack.reason,
                        })}`
                      : ""}
                  </p>
                  {may && one.day > today && !one.takenBack ? (
                    <Button
                      variant="secondary"
                      data-size="sm"
                      aria-label={t("bodies.changes.take-back-which", { name: one.name })}
                      onClick={() => setChosen(one)}
                    >
                      {t("bodies.changes.take-back")}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {chosen ? (
        <TakeBack
          one={chosen}
          onClose={() => setChosen(undefined)}
          onTaken={() => {
            setTaken(chosen.id);
            setChosen(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}

/** More steps than these are opened by who wants to read them. */
const STEPS_SHOWN = 10;

function StepsTaken({ steps }: { readonly steps: Reorganisation["steps"] }) {
  const t = useTexts("organisation");
  const words = useStepWords();
  const list = (
    <ul>
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is registered never changes its order
        <li key={i}>{words(step, steps)}</li>
      ))}
    </ul>
  );
  return steps.length <= STEPS_SHOWN ? (
    list
  ) : (
    <details>
      <summary>{t("bodies.changes.steps", { count: steps.length })}</summary>
      {list}
    </details>
  );
}

const headingOf = (id: string): string => `reorganisation-${id}`;

function TakeBack({
  one,
  onClose,
  onTaken,
}: {
  readonly one: Reorganisation;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}) {
  const t = useTexts("organisation");
  const toast = useToast();
  const { save, saving, problem } = useSave(takeBackReorganisation);
  const [reason, setReason] = useState("");
  const take = async () => {
    if (!(await save({ params: { id: one.id }, body: { reason } }))) return;
    toast(t("bodies.changes.taken"));
    onTaken();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("bodies.changes.take-back-which", { name: one.name })}
      footer={
        <>
          <Button loading={saving} onClick={() => void take()}>
            {t("bodies.changes.take-back")}
          </Button>
          <Button variant="tertiary" onClick={onClose}>
            {t("bodies.changes.cancel")}
          </Button>
        </>
      }
    >
      <ErrorSummary problem={problem} />
      <p>{t("bodies.changes.take-back-lead")}</p>
      <TextArea
        at="reason"
        label={t("bodies.changes.reason")}
        value={reason}
        maxLength={REORGANISATION_LIMITS.reason}
        problem={problem}
        onChange={setReason}
      />
    </Dialog>
  );
}
