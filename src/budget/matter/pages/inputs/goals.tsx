import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { dayText } from "../../../../kernel/format.ts";
import { isBlank, isWritten } from "../../../../kernel/written.ts";
import { TextArea, TextField } from "../../../../platform/ui/fields.tsx";
import { Link } from "../../../../platform/ui/link.tsx";
import { Section } from "../../../../platform/ui/page.tsx";
import { useLanguage, useTexts } from "../../../../platform/ui/texts.ts";
import { useStepDue } from "../../../../year/pages/use-step-due.ts";
import { BudgetView } from "../content-views.tsx";
import { RestoringEditor } from "../restoring-editor.tsx";
import { DefinitionFields } from "./definition.tsx";
import type { InputsEditing, PartProps } from "./editing.ts";

const MAX_TEXT = 4000;
const MAX_FOLLOW_UPS = 12;

/** What sound economy means this year, the financial goals, further follow-ups, and exceptional reasons (P-5, U-5, E-7). */
export function InputsGoals({ editing, kind, body, year }: PartProps) {
  const t = useTexts("budget");
  const { budget, change, problem, readOnly } = editing;
  if (readOnly)
    return (
      <Section title={t("inputs.section.goals")} cite="§1.2">
        <BudgetView content={budget} body={body} year={year} />
      </Section>
    );
  return (
    <>
      <Section title={t("content.sound-economy")} lead={t("inputs.sound-lead")} cite="§1.2">
        <TextArea
          at="soundEconomy"
          label={t("content.sound-economy")}
          value={budget.soundEconomy}
          onChange={(soundEconomy) => change({ soundEconomy })}
          rows={5}
          maxLength={MAX_TEXT}
          problem={problem}
        />
        <DefinitionFields {...editing} />
      </Section>
      <Section title={t("content.financial-goals")} cite="§1.2">
        {budget.financialGoals.length > 0 ? (
          <ul>
            {budget.financialGoals.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t("page.no-goals")}</p>
        )}
        {kind === "budget" ? (
          <p>
            <Link href={`/ekonomi/stallning/${body}/${year}`}>{t("inputs.position")}</Link>
          </p>
        ) : (
          <p className="quiet">{t("inputs.goals-in-budget")}</p>
        )}
      </Section>
      <FollowUps {...editing} year={year} />
      <Exceptional {...editing} />
      <RestoringEditor budget={budget} change={change} problem={problem} />
    </>
  );
}

/** The days of further follow-ups that the executive asks for (U-5). */
function FollowUps({ budget, change, problem, year }: InputsEditing & { readonly year: number }) {
  const t = useTexts("budget");
  const language = useLanguage();
  const { furtherFollowUps } = budget;
  const usual = useStepDue(year, ({ kind }) => kind === "interim-report");
  const [days, setDays] = useState<readonly string[]>(furtherFollowUps);
  // What is half written is kept here; whole days are what is stored
  const write = (next: readonly string[]) => {
    setDays(next);
    change({
      furtherFollowUps: next.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)) as typeof furtherFollowUps,
    });
  };
  return (
    <Section title={t("content.follow-ups")} lead={t("inputs.follow-ups-lead")} cite="§2.5">
      {days.map((day, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name but its place
        <div className="inputs-day" key={i}>
          <TextField
            at={`furtherFollowUps.${i}`}
            type="date"
            label={t("inputs.follow-up", { number: i + 1 })}
            value={day}
            problem={problem}
            onChange={(next) => write(days.with(i, next))}
          />
          <Button variant="tertiary" onClick={() => write(days.toSpliced(i, 1))}>
            {t("internal.remove", {
              name: day ? dayText(day, language) : t("inputs.follow-up", { number: i + 1 }),
            })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          variant="secondary"
          disabled={days.length >= MAX_FOLLOW_UPS}
          onClick={() => write([...days, usual])}
        >
          {t("inputs.follow-up-add")}
        </Button>
      </div>
    </Section>
  );
}

/** Exceptional reasons for a deficit, with how it is restored (KL 11:5, 11:12): both, or none. */
function Exceptional({ budget, change, problem }: InputsEditing) {
  const t = useTexts("budget");
  const [written, setWritten] = useState(budget.exceptional ?? { reasons: "", restoringPlan: "" });
  const write = (part: Partial<typeof written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    const whole = isWritten(next.reasons) && isWritten(next.restoringPlan);
    change({ exceptional: whole ? next : null });
  };
  const half = isBlank(written.reasons) !== isBlank(written.restoringPlan);
  return (
    <Section title={t("content.exceptional")} lead={t("inputs.exceptional-lead")} cite="KL 11:5">
      {(["reasons", "restoringPlan"] as const).map((key) => (
        <TextArea
          key={key}
          at={`exceptional.${key}`}
          label={t(key === "reasons" ? "content.exceptional" : "content.restoring")}
          value={written[key]}
          onChange={(text) => write({ [key]: text })}
          rows={3}
          maxLength={MAX_TEXT}
          problem={problem}
          {...(half && isBlank(written[key]) ? { fault: t("inputs.exceptional-both") } : {})}
        />
      ))}
    </Section>
  );
}
