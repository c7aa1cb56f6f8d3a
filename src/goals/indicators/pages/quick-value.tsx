import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { placeOfThing } from "../../../decisions/rules/carried-on.ts";
import type { Day } from "../../../kernel/day.ts";
import { dayText, numberText } from "../../../kernel/format.ts";
import { numberIn } from "../../../kernel/number-in.ts";
import { isBlank } from "../../../kernel/written.ts";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { fieldId, TextField } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { getGoalTree, type MeasuredGoal } from "../../contract.ts";
import { Computed } from "../computed/pages/computed.tsx";
import type { IndicatorView } from "../contract.ts";
import { decimalsOf } from "../rules/decimals.ts";
import { periodDue } from "../rules/periods.ts";
import { useStoreValue } from "./use-store-value.ts";
import "./indicators.css";

/** A value that is due, registered where it stands on one's own list: one field, one button (V-7, A-14). */
export function QuickValue({ thing, year }: { readonly thing: string; readonly year: number }) {
  const place = placeOfThing(thing);
  const [id = "", own = ""] = place?.ids ?? [];
  const { data } = useApi(getGoalTree, { params: { year } }, { when: place !== undefined });
  const all: readonly MeasuredGoal[] = data ? [...data.goals, ...data.strategicGoals] : [];
  const goal = all.find((one) => one.matter === place?.matter && one.id === id);
  const indicator = goal?.indicators.find((one) => one.id === own);
  return goal && indicator ? (
    <Computed
      goal={goal}
      indicator={indicator}
      signedIn
      written={<Field goal={goal} indicator={indicator} />}
    />
  ) : null;
}

function Field({ goal, indicator }: { readonly goal: MeasuredGoal; readonly indicator: IndicatorView }) {
  const t = useTexts("goals");
  const language = useLanguage();
  const today = useSession()?.today as Day | undefined;
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const measured = indicator.values
    .filter(({ year }) => year === goal.year)
    .map(({ day, to }) => ({ day: day as Day, to: to as Day | null }));
  const period = today && periodDue(indicator, goal.year, measured, today);
  const day = period?.to ?? today;
  const { present, store, saving, problem } = useStoreValue(goal, indicator, day);
  if (!day || !present.data?.may.allowed) return null;
  const value = numberIn(text, indicator.unit);
  // Somebody may have registered one of the day, and then it is corrected
  const before = present.data.value;
  const at = `quick-${goal.body}-${goal.id}-${indicator.id}`;
  const last = indicator.values.at(-1);
  const figure = (number: number) => numberText(number, language, decimalsOf(number));
  const save = async () => {
    setTried(true);
    if (value === undefined) return document.getElementById(fieldId(at))?.focus();
    if (before !== null && isBlank(reason)) return document.getElementById(fieldId(`${at}-reason`))?.focus();
    await store({
      value,
      reason: before === null ? undefined : reason.trim(),
      period: period && { from: period.from, to: period.to },
    });
  };
  return (
    <form
      className="quick-value"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save();
      }}
    >
      <ErrorSummary problem={problem} />
      <TextField
        at={at}
        label={t("indicators.quick.value", { name: indicator.name, unit: indicator.unit })}
        help={[
          period
            ? t("indicators.quick.of", {
                from: dayText(period.from, language),
                to: dayText(period.to, language),
              })
            : undefined,
          last
            ? t("indicators.quick.last", {
                value: figure(last.value),
                unit: indicator.unit,
                day: dayText(last.day, language),
              })
            : undefined,
        ]
          .filter((part) => part !== undefined)
          .join(". ")}
        value={text}
        inputMode="decimal"
        onChange={setText}
        fault={tried && value === undefined ? t("page.goal.not-a-number") : undefined}
      />
      {before === null ? null : (
        <TextField
          at={`${at}-reason`}
          label={t("page.goal.correct-why")}
          value={reason}
          maxLength={500}
          onChange={setReason}
          fault={tried && isBlank(reason) ? t("page.goal.not-without-reason") : undefined}
        />
      )}
      <Button type="submit" loading={saving}>
        {t("indicators.quick.save")}
      </Button>
    </form>
  );
}
