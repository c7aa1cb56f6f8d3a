import { isDay } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";

export interface MeasureDraft {
  readonly text: string;
  readonly responsible: string;
  readonly due: string;
}
export const NO_MEASURE: MeasureDraft = { text: "", responsible: "", due: "" };

/** Whether a measure says what, by whom and when. */
export const isWhole = ({ text, responsible, due }: MeasureDraft): boolean =>
  !isBlank(text) && !isBlank(responsible) && isDay(due);

/** The measure after a deviation: what, by whom and when (K-4). `at`: where its fields stand in what is sent. */
export function MeasureFields({
  at,
  body,
  measure,
  onChange,
  tried,
  problem,
}: {
  readonly at: string;
  readonly body: string;
  readonly measure: MeasureDraft;
  readonly onChange: (measure: MeasureDraft) => void;
  /** Somebody has tried to send it: what is missing is told. */
  readonly tried: boolean;
  readonly problem?: unknown;
}) {
  const t = useTexts("control");
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  return (
    <fieldset className="stack measure-fields">
      <legend>{t("page.report.measure")}</legend>
      <TextField
        at={`${at}.text`}
        label={t("page.result.measure-text")}
        value={measure.text}
        onChange={(text) => onChange({ ...measure, text })}
        maxLength={500}
        fault={missing(measure.text)}
      />
      <PersonField
        at={`${at}.responsible`}
        label={t("page.responsible")}
        body={body}
        value={measure.responsible}
        onChange={(responsible) => onChange({ ...measure, responsible })}
        problem={problem}
        fault={missing(measure.responsible)}
      />
      <TextField
        at={`${at}.due`}
        type="date"
        label={t("page.result.measure-due")}
        value={measure.due}
        onChange={(due) => onChange({ ...measure, due })}
        problem={problem}
        fault={tried && !isDay(measure.due) ? t("page.edit.day-fault") : undefined}
      />
    </fieldset>
  );
}
