import { Button } from "@digdir/designsystemet-react";
import { useRef, useState } from "react";
import { dayText } from "../../../kernel/format.ts";
import { numberIn } from "../../../kernel/number-in.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { fieldId, SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import type { MeasuredGoal } from "../../contract.ts";
import type { IndicatorView } from "../contract.ts";
import { periodsOf } from "../rules/periods.ts";
import { useStoreValue } from "./use-store-value.ts";
import { ValuesTable } from "./values-table.tsx";

/** One minute: one field, one button, and Undo (V-7); beside it a table of values by sex, unit and area. */
export function RegisterValue({
  goal,
  indicator,
}: {
  readonly goal: MeasuredGoal;
  readonly indicator: IndicatorView;
}) {
  const t = useTexts("goals");
  const language = useLanguage();
  const session = useSession();
  const [text, setText] = useState("");
  const [day, setDay] = useState<string>();
  const [span, setSpan] = useState("");
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [table, openTable] = useState(false);
  const value = numberIn(text, indicator.unit);
  const periods = periodsOf(indicator.frequency, goal.year).filter(
    ({ from }) => session !== undefined && from <= session.today,
  );
  const period = periods.find(({ from }) => from === span);
  const onDay = day ?? session?.today ?? "";
  const before = indicator.values.find((v) => v.day === onDay && v.year === goal.year);
  const at = `value-${indicator.id}`;
  const { present, store, saving, problem } = useStoreValue(goal, indicator, onDay);
  const signedIn = session?.person != null;
  const may = useKept(present.data?.may);
  const register = async () => {
    setTried(true);
    if (value === undefined) return document.getElementById(fieldId(at))?.focus();
    if (before && isBlank(reason)) return document.getElementById(fieldId(`${at}-reason`))?.focus();
    const stored = await store({
      value,
      reason: before ? reason.trim() : undefined,
      period,
      note: isBlank(note) ? undefined : note.trim(),
    });
    if (!stored) return;
    setText("");
    setReason("");
    setNote("");
    setTried(false);
  };
  if (!signedIn) return null;
  if (!may?.allowed)
    return (
      <MayButton variant="secondary" may={may} onPress={() => {}}>
        {t("page.goal.register")}
      </MayButton>
    );
  return (
    <>
      <form
        className="register"
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void register();
        }}
      >
        <ErrorSummary problem={problem} />
        <TextField
          at={at}
          label={t("page.goal.register-for", { name: indicator.name, unit: indicator.unit })}
          value={text}
          inputMode="decimal"
          onChange={setText}
          fault={tried && value === undefined ? t("page.goal.not-a-number") : undefined}
        />
        <TextField
          at={`${at}-day`}
          type="date"
          label={t("page.goal.value-day")}
          value={onDay}
          onChange={setDay}
        />
        {periods.length > 0 ? (
          <SelectField
            at={`${at}-period`}
            label={t("indicators.period")}
            value={span}
            onChange={setSpan}
            options={[
              { value: "", label: "–" },
              ...periods.map(({ from, to }) => ({
                value: from,
                label: `${dayText(from, language)} – ${dayText(to, language)}`,
              })),
            ]}
          />
        ) : null}
        <TextField
          at={`${at}-note`}
          label={t("indicators.note")}
          optional={t("indicators.note-optional")}
          value={note}
          maxLength={500}
          onChange={setNote}
        />
        {before ? (
          <TextField
            at={`${at}-reason`}
            label={t("page.goal.correct-why")}
            help={t("page.goal.correct-help")}
            value={reason}
            maxLength={500}
            onChange={setReason}
            fault={tried && isBlank(reason) ? t("page.goal.not-without-reason") : undefined}
          />
        ) : null}
        <Button type="submit" variant="secondary" loading={saving}>
          {t("page.goal.register")}
        </Button>
        <Button type="button" variant="tertiary" onClick={() => openTable(true)}>
          {t("indicators.table.open")}
        </Button>
      </form>
      {table ? <ValuesTable goal={goal} indicator={indicator} onClose={() => openTable(false)} /> : null}
    </>
  );
}

/** The answer of the day before stays while that of another day is fetched: the form does not go away under the hand. */
function useKept<T>(present: T | undefined): T | undefined {
  const kept = useRef(present);
  if (present !== undefined) kept.current = present;
  return present ?? kept.current;
}
