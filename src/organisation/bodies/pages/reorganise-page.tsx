import { Button } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Day } from "../../../kernel/day.ts";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { Link, useGo } from "../../../platform/ui/link.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { previewReorganisation, registerReorganisation } from "../contract.ts";
import { REORGANISATION_LIMITS } from "../rules/steps.ts";
import { emptyDraft, SORTS, type Sort, type StepDraft, stepsOf } from "./drafts.ts";
import { ForThoseWhoReorganise } from "./may-reorganise.tsx";
import { Preview } from "./preview.tsx";
import { type Facts, GroundFields, NameField, NO_FACTS } from "./reorganisation-facts.tsx";
import { StepEditor } from "./step-editor.tsx";
import { useChoices } from "./use-choices.ts";
import "./bodies.css";

/** Changing the organisation from a day on: steps, what follows of them, and then one registration. */
export function ReorganisePage() {
  const t = useTexts("organisation");
  return (
    <Page
      title={t("bodies.reorganise.title")}
      lead={t("bodies.reorganise.lead")}
      cite="§3"
      above={<Link href="/beslut/organisation">{t("bodies.body.above")}</Link>}
    >
      <ForThoseWhoReorganise>
        <Reorganise />
      </ForThoseWhoReorganise>
    </Page>
  );
}

function Reorganise() {
  const t = useTexts("organisation");
  const go = useGo();
  const toast = useToast();
  const [facts, setFacts] = useState<Facts & { readonly day: string }>({ ...NO_FACTS, day: "" });
  const [drafts, setDrafts] = useState<readonly StepDraft[]>([]);
  const [sort, setSort] = useState<Sort>("merge");
  const [previewed, setPreviewed] = useState("");
  const choices = useChoices(drafts);
  const preview = useSave(previewReorganisation);
  const register = useSave(registerReorganisation);
  const [shown, setShown] = useState<Awaited<ReturnType<typeof preview.save>>>();
  const list = useRef<HTMLOListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const steps = stepsOf(drafts, choices.taken);
  const asked = JSON.stringify([facts.day, steps]);
  const seen = shown && previewed === asked ? shown.value : undefined;
  const stopped = seen?.remarks.some(({ level }) => level === "stops") ?? true;
  const set = (change: Partial<typeof facts>) => setFacts({ ...facts, ...change });
  const look = async () => {
    const answer = await preview.save({ body: { day: facts.day as Day, steps: steps as never } });
    setShown(answer);
    setPreviewed(answer ? asked : "");
  };
  /** Who has added a step goes on in it, and who has taken one away goes on where steps are added. */
  const add = () => {
    flushSync(() => setDrafts([...drafts, emptyDraft(sort)]));
    list.current?.lastElementChild?.querySelector<HTMLElement>("select, input")?.focus();
  };
  const remove = (key: string) => {
    setDrafts(drafts.filter((one) => one.key !== key));
    adder.current?.focus();
  };
  const store = async () => {
    const done = await register.save({ body: { ...facts, day: facts.day as Day, steps: steps as never } });
    if (!done) return;
    toast(t("bodies.reorganise.done"));
    go("/beslut/organisation");
  };
  return (
    <>
      <Section title={t("bodies.reorganise.what")}>
        <ErrorSummary problem={register.problem ?? preview.problem} />
        <div className="form reorganise-facts">
          <NameField facts={facts} set={set} problem={register.problem} />
          <TextField
            at="day"
            type="date"
            label={t("bodies.reorganise.day")}
            value={facts.day}
            problem={register.problem ?? preview.problem}
            onChange={(day) => set({ day })}
          />
          <GroundFields facts={facts} set={set} problem={register.problem} />
        </div>
      </Section>
      <Section title={t("bodies.reorganise.steps")} lead={t("bodies.reorganise.steps-lead")}>
        {drafts.length === 0 ? (
          <EmptyState title={t("bodies.reorganise.no-steps")}>
            {t("bodies.reorganise.no-steps-detail")}
          </EmptyState>
        ) : (
          <ol className="reorganise-steps" ref={list}>
            {drafts.map((draft, i) => (
              <StepEditor
                key={draft.key}
                at={`steps.${i}`}
                number={i + 1}
                draft={draft}
                choices={choices}
                problem={preview.problem ?? register.problem}
                onChange={(next) => setDrafts(drafts.map((one) => (one.key === draft.key ? next : one)))}
                onRemove={() => remove(draft.key)}
              />
            ))}
          </ol>
        )}
        <div className="row reorganise-add">
          <SelectField
            at="sort"
            label={t("bodies.reorganise.sort")}
            value={sort}
            onChange={(value) => setSort(value as Sort)}
            options={SORTS.map((one) => ({ value: one, label: t(`bodies.sort.${one}`) }))}
          />
          <Button
            variant="secondary"
            disabled={drafts.length >= REORGANISATION_LIMITS.steps}
            ref={adder}
            onClick={add}
          >
            {t("bodies.reorganise.add")}
          </Button>
        </div>
      </Section>
      <Section title={t("bodies.reorganise.preview")} lead={t("bodies.reorganise.preview-lead")}>
        <Button
          variant={seen && !stopped ? "secondary" : "primary"}
          loading={preview.saving}
          disabled={drafts.length === 0 || facts.day === ""}
          onClick={() => void look()}
        >
          {t("bodies.reorganise.look")}
        </Button>
        <div role="status">{seen ? <Preview preview={seen} /> : null}</div>
        {seen && !stopped ? (
          <Button loading={register.saving} onClick={() => void store()}>
            {t("bodies.reorganise.register")}
          </Button>
        ) : null}
      </Section>
    </>
  );
}
