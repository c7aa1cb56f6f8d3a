import { Button, Checkbox, Fieldset } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { yearOf } from "../../kernel/day.ts";
import { dayText, monthText } from "../../kernel/format.ts";
import { BodyField } from "../../organisation/pages/body-field.tsx";
import { useBodies } from "../../organisation/pages/use-bodies.ts";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import type { YearWheel } from "../contract.ts";
import { type LAST, MAX_MEETINGS, meetingsIn, readDays, WEEKDAYS } from "../rules/meetings.ts";
import { DAY_SORTS } from "../rules/step-day.ts";

/** An organ's meetings as a wheel has them. */
export type Calendar = YearWheel["meetings"][number];

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** Which of the month, as a meeting's rule can say it. */
export const NTH = ["1", "2", "3", "4", "5", "-1"] as const;
/** Organs seldom meet in July. */
const USUAL_MONTHS = MONTHS.filter((month) => month !== 7);

/** One organ's meetings in a year: typed or pasted, by a rule, or as the year before. */
export function MeetingForm({
  calendar: start,
  year,
  taken,
  onDone,
  onClose,
}: {
  readonly calendar: Calendar;
  readonly year: number;
  readonly taken: readonly string[];
  readonly onDone: (calendar: Calendar) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("year");
  const language = useLanguage();
  const { nameOf } = useBodies();
  const [body, setBody] = useState(start.body);
  const [rule, setRule] = useState(start.rule);
  const [text, setText] = useState(start.days.filter((day) => yearOf(day) === year).join("\n"));
  const [tried, setTried] = useState(false);
  const { days, faults } = readDays(text, year);
  const others = start.days.filter((day) => yearOf(day) !== year && yearOf(day) >= year - 2);
  const whole: Calendar = { body, days: [...others, ...days].sort().slice(0, MAX_MEETINGS), rule };
  const fault =
    faults.length > 0 ? t("edit.days-fault", { faults: faults.slice(0, 5).join("; ") }) : undefined;
  const bodyFault =
    body === ""
      ? t("edit.missing")
      : taken.includes(body)
        ? t("edit.organ-taken", { name: nameOf(body) })
        : undefined;
  const shown = meetingsIn(whole, year);
  return (
    <DrawerForm
      title={start.body === "" ? t("edit.add-organ") : t("edit.organ-title", { name: nameOf(start.body) })}
      onDone={() => {
        setTried(true);
        if (!fault && !bodyFault) onDone(whole);
      }}
      onClose={onClose}
    >
      {start.body === "" ? (
        <BodyField
          at="meeting.body"
          label={t("edit.organ")}
          value={body}
          onChange={setBody}
          fault={tried ? bodyFault : undefined}
        />
      ) : null}
      <TextArea
        at="meeting.days"
        label={t("edit.paste", { year })}
        help={t("edit.paste-help")}
        value={text}
        onChange={setText}
        rows={8}
        maxLength={4000}
        fault={fault}
      />
      {others.length > 0 || rule ? (
        <div>
          <Button
            variant="secondary"
            data-size="sm"
            onClick={() => setText(meetingsIn({ ...whole, days: others }, year).join("\n"))}
          >
            {t("edit.next-from", { year })}
          </Button>
        </div>
      ) : null}
      <SelectField
        at="meeting.rule"
        label={t("edit.rule")}
        value={rule === null ? "" : String(rule.nth)}
        onChange={(nth) =>
          setRule(
            nth === ""
              ? null
              : {
                  nth: Number(nth) as typeof LAST,
                  weekday: rule?.weekday ?? 3,
                  months: rule?.months ?? USUAL_MONTHS,
                },
          )
        }
        options={[
          { value: "", label: t("edit.rule-none") },
          ...NTH.map((one) => ({ value: one, label: t(`edit.nth-value.${one}`) })),
        ]}
      />
      {rule ? (
        <>
          <SelectField
            at="meeting.weekday"
            label={t("edit.which-day")}
            value={String(rule.weekday)}
            onChange={(weekday) => setRule({ ...rule, weekday: Number(weekday) })}
            options={WEEKDAYS.map((one) => ({
              value: String(one),
              label: t(`edit.day-value.${DAY_SORTS[one] ?? "monday"}`),
            }))}
          />
          <Fieldset>
            <Fieldset.Legend>{t("edit.months")}</Fieldset.Legend>
            <div className="wheel-months">
              {MONTHS.map((month) => (
                <Checkbox
                  key={month}
                  label={monthText(month, language)}
                  checked={rule.months.includes(month)}
                  onChange={(event) => {
                    const next = event.target.checked
                      ? [...rule.months, month]
                      : rule.months.filter((one) => one !== month);
                    // A rule has a month at least: the last one stays
                    if (next.length > 0) setRule({ ...rule, months: next });
                  }}
                />
              ))}
            </div>
          </Fieldset>
        </>
      ) : null}
      <p className="quiet small" role="status">
        {shown.length === 0
          ? t("edit.no-days")
          : `${t("edit.days-taken", { count: shown.length })}: ${shown.map((day) => dayText(day, language, "short")).join(", ")}`}
      </p>
    </DrawerForm>
  );
}
