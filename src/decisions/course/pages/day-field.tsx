import { isDay } from "../../../kernel/day.ts";
import { TextField } from "../../../platform/ui/fields.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";

/** A day that must be given. */
export function DayField({
  tried,
  ...field
}: {
  readonly at: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** Somebody has tried to send it: that it is missing is told. */
  readonly tried: boolean;
  readonly problem?: unknown;
}) {
  const t = useTexts("decisions");
  return (
    <TextField
      type="date"
      fault={tried && !isDay(field.value) ? t("course.day-fault") : undefined}
      {...field}
    />
  );
}
