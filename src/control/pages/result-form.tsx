import { Switch } from "@digdir/designsystemet-react";
import { useState } from "react";
import { DrawerForm } from "../../decisions/pages/drawer-form.tsx";
import { type Day, isDay } from "../../kernel/day.ts";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { useTexts } from "../../platform/ui/texts.ts";
import type { Control, ControlResult } from "../contract.ts";
import { CONTROL_RESULTS } from "../rules/carried-out.ts";
import { isWhole, type MeasureDraft, MeasureFields, NO_MEASURE } from "./measure-fields.tsx";

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
  const [measure, setMeasure] = useState<MeasureDraft>(
    start?.measure ?? { ...NO_MEASURE, responsible: control.responsible },
  );
  const [tried, setTried] = useState(false);
  const wanted = measured || result === "deviation";
  const dayFault = result === "not-done" || isDay(doneOn) ? undefined : t("page.edit.day-fault");
  const done = () => {
    setTried(true);
    if (dayFault || (wanted && !isWhole(measure))) return;
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
        <strong lang={WRITTEN}>{control.text}</strong>
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
        <MeasureFields
          at="result.measure"
          body={body}
          measure={measure}
          onChange={setMeasure}
          tried={tried}
        />
      ) : null}
    </DrawerForm>
  );
}
