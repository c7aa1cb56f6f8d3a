import { SelectField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

/** On which day of the week a week's letter comes. */
export function WeekdayField({
  at,
  value,
  onChange,
}: {
  readonly at: string;
  readonly value: number;
  readonly onChange: (weekday: number) => void;
}) {
  const t = useTexts("year");
  return (
    <SelectField
      at={at}
      label={t("reminders.weekday")}
      help={t("reminders.weekday-help")}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      options={WEEKDAYS.map((day) => ({ value: String(day), label: t(`reminders.weekdays.${day}`) }))}
    />
  );
}
