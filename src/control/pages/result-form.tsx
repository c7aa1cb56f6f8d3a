import { Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { type Day, isDay } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { PersonField } from "../../organisation/pages/person-field.tsx";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Control, ControlResult } from "../contract.ts";
import { CONTROL_RESULTS } from "../rules/carried-out.ts";

const NO_MEASURE = { text: "", responsible: "", due: "" };

/** What one control showed: one minute, and a deviation gets its measure (K-4). */
export function ResultForm({
  control,
  result: start,
  body,
  today,
  onDone,
  onClose,
}: {
  readonly control: Control;
  readonly result: ControlResult | undefined;
  readonly body: string;
  readonly today: string;
  readonly onDone: (result: ControlResult) => void;
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const [result, setResult] = useState<ControlResult["result"]>(start?.result ?? "no-deviation");
  const [doneOn, setDoneOn] = useState<string>(start?.doneOn ?? today);
  const [sample, setSample] = useState(start?.sample ?? "");
  const [finding, setFinding] = useState(start?.finding ?? "");
  const [measured, setMeasured] = useState(start?.measure != null);
  const [measure, setMeasure] = useState<typeof NO_MEASURE>(
    start?.measure ?? { ...NO_MEASURE, responsible: control.responsible },
  );
  const [tried, setTried] = useState(false);
  const wanted = measured || result === "deviation";
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const dayFault = result === "not-done" || isDay(doneOn) ? undefined : t("page.edit.day-fault");
  const dueFault = !wanted || isDay(measure.due) ? undefined : t("page.edit.day-fault");
  const done = () => {
    setTried(true);
    if (dayFault || dueFault) return;
    if (wanted && [measure.text, measure.responsible].some((text) => isBlank(text))) return;
    onDone({
      control: control.id,
      doneOn: result === "not-done" ? null : (doneOn as Day),
      sample,
      finding,
      result,
      measure: wanted ? { ...start?.measure, ...measure, due: measure.due as Day } : null,
    });
  };
  return (
    <DrawerForm title={t("page.result.title")} onDone={done} onClose={onClose}>
      <p>
        <strong>{control.text}</strong>
        <br />
        <span className="quiet">
          {control.method}. {control.scope}
        </span>
      </p>
      <SelectField
        at="result.result"
        label={t("page.result.result")}
        value={result}
        onChange={(next) => setResult(next as ControlResult["result"])}
        options={CONTROL_RESULTS.map((value) => ({ value, label: t(`control.result.${value}`) }))}
      />
      {result === "not-done" ? null : (
        <TextField
          at="result.doneOn"
          type="date"
          label={t("page.result.done-on")}
          value={doneOn}
          onChange={setDoneOn}
          fault={tried ? dayFault : undefined}
        />
      )}
      <TextField
        at="result.sample"
        label={t("page.report.sample")}
        value={sample}
        onChange={setSample}
        maxLength={500}
      />
      <TextArea
        at="result.finding"
        label={t(result === "not-done" ? "page.result.why-not" : "page.result.finding")}
        value={finding}
        onChange={setFinding}
        maxLength={4000}
      />
      {result === "deviation" ? null : (
        <Switch
          label={t("page.result.with-measure")}
          checked={measured}
          onChange={(event) => setMeasured(event.target.checked)}
        />
      )}
      {wanted ? (
        <fieldset className="stack measure-fields">
          <legend>{t("page.report.measure")}</legend>
          <TextField
            at="result.measure.text"
            label={t("page.result.measure-text")}
            value={measure.text}
            onChange={(text) => setMeasure({ ...measure, text })}
            maxLength={500}
            fault={missing(measure.text)}
          />
          <PersonField
            at="result.measure.responsible"
            label={t("page.responsible")}
            body={body}
            value={measure.responsible}
            onChange={(responsible) => setMeasure({ ...measure, responsible })}
            fault={missing(measure.responsible)}
          />
          <TextField
            at="result.measure.due"
            type="date"
            label={t("page.result.measure-due")}
            value={measure.due}
            onChange={(due) => setMeasure({ ...measure, due })}
            fault={tried ? dueFault : undefined}
          />
        </fieldset>
      ) : null}
    </DrawerForm>
  );
}
