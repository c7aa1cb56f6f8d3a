import { dayText, monthText } from "../../kernel/format.ts";
import { BodyField } from "../../organisation/pages/body-field.tsx";
import { useSole } from "../../organisation/pages/use-bodies.ts";
import { SelectField, TextField } from "../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import {
  DAY_SORTS,
  type DaySort,
  dayOfStep,
  isFixed,
  MAX_WEEKS,
  type MeetingsOf,
  type StepDay,
} from "../rules/step-day.ts";
import "./wheel.css";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const NTH = ["-1", "-2", "1", "2", "3", "4", "5", "6", "8", "10", "15"] as const;
const WORKDAYS = ["none", "before", "after"] as const;

/** A day as it is being written: a number that is half written is kept as it stands. */
const numberIn = (text: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.parseInt(text, 10) || least));

/** How a step's day is said: a date, a day of the month, or weeks before a meeting; with what it comes to. */
export function DayField({
  at,
  legend,
  value,
  onChange,
  year,
  meetingsOf,
}: {
  readonly at: string;
  readonly legend: string;
  readonly value: StepDay;
  readonly onChange: (value: StepDay) => void;
  readonly year: number;
  readonly meetingsOf: MeetingsOf;
}) {
  const t = useTexts("year");
  const language = useLanguage();
  const executive = useSole("executive")?.id ?? "";
  const sort = isFixed(value) ? "fixed" : value.rule;
  const { month } = value;
  const begin = (as: string): StepDay => {
    if (as === "nth") return { rule: "nth", nth: -1, of: "workday", month };
    if (as === "meeting") return { rule: "meeting", body: executive, month, which: "last", weeksBefore: 4 };
    return { month, day: 1 };
  };
  const months = (
    <SelectField
      at={`${at}.month`}
      label={t("edit.month")}
      value={String(month)}
      onChange={(next) => onChange({ ...value, month: Number(next) })}
      options={MONTHS.map((one) => ({ value: String(one), label: monthText(one, language) }))}
    />
  );
  return (
    <fieldset className="wheel-set">
      <legend>{legend}</legend>
      <div className="wheel-day">
        <SelectField
          at={at}
          label={t("edit.day-sort")}
          value={sort}
          onChange={(as) => onChange(begin(as))}
          options={(["fixed", "nth", "meeting"] as const).map((one) => ({
            value: one,
            label: t(`edit.day-sort-value.${one}`),
          }))}
        />
        {isFixed(value) ? (
          <>
            <TextField
              at={`${at}.day`}
              label={t("edit.day")}
              inputMode="numeric"
              maxLength={2}
              value={String(value.day)}
              onChange={(day) => onChange({ ...value, day: numberIn(day, 1, 31) })}
            />
            {months}
            <SelectField
              at={`${at}.workday`}
              label={t("edit.workday")}
              value={value.workday ?? "none"}
              onChange={(workday) => {
                const { workday: _, ...day } = value;
                onChange(workday === "before" || workday === "after" ? { ...day, workday } : day);
              }}
              options={WORKDAYS.map((one) => ({ value: one, label: t(`edit.workday-${one}`) }))}
            />
          </>
        ) : value.rule === "nth" ? (
          <>
            <SelectField
              at={`${at}.nth`}
              label={t("edit.nth")}
              value={String(value.nth)}
              onChange={(nth) => onChange({ ...value, nth: Number(nth) })}
              options={NTH.map((one) => ({ value: one, label: t(`edit.nth-value.${one}`) }))}
            />
            <SelectField
              at={`${at}.of`}
              label={t("edit.which-day")}
              value={value.of}
              onChange={(of) => onChange({ ...value, of: of as DaySort })}
              options={DAY_SORTS.map((one) => ({ value: one, label: t(`edit.day-value.${one}`) }))}
            />
            {months}
          </>
        ) : (
          <>
            <TextField
              at={`${at}.weeksBefore`}
              label={t("edit.weeks")}
              inputMode="numeric"
              maxLength={2}
              value={String(value.weeksBefore)}
              onChange={(weeks) => onChange({ ...value, weeksBefore: numberIn(weeks, 0, MAX_WEEKS) })}
            />
            <BodyField
              at={`${at}.body`}
              label={t("edit.organ")}
              value={value.body}
              onChange={(body) => onChange({ ...value, body })}
            />
            <SelectField
              at={`${at}.which`}
              label={t("edit.which-meeting")}
              value={value.which}
              onChange={(which) => onChange({ ...value, which: which === "first" ? "first" : "last" })}
              options={(["first", "last"] as const).map((one) => ({ value: one, label: t(`edit.${one}`) }))}
            />
            {months}
          </>
        )}
      </div>
      <p className="quiet small" role="status">
        {[year, year + 1].map((one) => dayText(dayOfStep(value, one, meetingsOf), language)).join(" · ")}
      </p>
    </fieldset>
  );
}
