import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../kernel/format.ts";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { fieldId } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { Section } from "../../platform/ui/page.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import type { YearWheel } from "../contract.ts";
import { dayWords } from "../rules/day-words.ts";
import { dayOfStep, isFixed, type MeetingsOf, type StepDay } from "../rules/step-day.ts";
import { newStep, type StepDraft, StepForm } from "./step-form.tsx";

/** The wheel's steps, each opened beside to be changed. */
export function StepsPart({
  steps,
  year,
  meetingsOf,
  onChange,
}: {
  readonly steps: YearWheel["steps"];
  readonly year: number;
  readonly meetingsOf: MeetingsOf;
  readonly onChange: (steps: YearWheel["steps"]) => void;
}) {
  const t = useTexts("year");
  const toast = useToast();
  const [open, setOpen] = useState<StepDraft>();
  const remove = (step: StepDraft) => {
    const left = steps.filter(({ id }) => id !== step.id);
    onChange(left.map((one) => ({ ...one, after: one.after.filter((id) => id !== step.id) })));
    toast(t("edit.step-removed", { step: step.short }), { undo: () => onChange(steps) });
  };
  return (
    <Section
      title={t("edit.steps-section")}
      lead={t("edit.steps-lead")}
      action={
        <Button variant="secondary" onClick={() => setOpen(newStep())}>
          {t("edit.add-step")}
        </Button>
      }
    >
      <PlainTable
        caption={t("wheel-page.caption", { year })}
        columns={[
          { id: "name", header: t("wheel-page.step"), written: true },
          { id: "when", header: t("edit.when"), stays: true },
          { id: "do", header: t("edit.change") },
        ]}
        rows={steps.map((step, i) => {
          const day = (of: StepDay, at: string) => (
            <span key={at} id={fieldId(`steps.${i}.${at}`)} tabIndex={-1}>
              <SaidDay of={of} year={year} meetingsOf={meetingsOf} />
            </span>
          );
          return {
            key: step.id,
            name: step.short,
            cells: [
              <span key="name" lang={WRITTEN}>
                {step.name}
              </span>,
              <span key="when">
                {isSame(step) ? null : <>{day(step.from, "from")} – </>}
                {day(step.due, "due")}
                {step.electionYearDue ? (
                  <span className="small wheel-line">
                    {t("wheel-page.election-due")}: {day(step.electionYearDue, "electionYearDue")}
                  </span>
                ) : null}
              </span>,
              <Button
                key="do"
                variant="tertiary"
                data-size="sm"
                aria-label={t("edit.change-step", { step: step.short })}
                onClick={() => setOpen(step)}
              >
                {t("edit.change")}
              </Button>,
            ],
          };
        })}
      />
      {open ? (
        <StepForm
          step={open}
          others={steps.filter(({ id }) => id !== open.id)}
          year={year}
          meetingsOf={meetingsOf}
          onClose={() => setOpen(undefined)}
          onRemove={
            open.id !== "" && steps.length > 1
              ? () => {
                  remove(open);
                  setOpen(undefined);
                }
              : undefined
          }
          onDone={(done) => {
            const there = open.id !== "";
            onChange(there ? steps.map((one) => (one.id === open.id ? done : one)) : [...steps, done]);
            setOpen(undefined);
          }}
        />
      ) : null}
    </Section>
  );
}

/** Whether a step is a day alone. */
const isSame = ({ from, due }: StepDraft): boolean => JSON.stringify(from) === JSON.stringify(due);

/** How a day is said, and what it comes to in the year where that is by a rule. */
function SaidDay({
  of,
  year,
  meetingsOf,
}: {
  readonly of: StepDay;
  readonly year: number;
  readonly meetingsOf: MeetingsOf;
}) {
  const language = useLanguage();
  const { nameOf } = useBodies();
  const said = dayWords(of, language, nameOf);
  if (isFixed(of) && of.workday === undefined) return said;
  return (
    <>
      {said}{" "}
      <span className="quiet small">({dayText(dayOfStep(of, year, meetingsOf), language, "short")})</span>
    </>
  );
}
