import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { type Day, isDay } from "../../kernel/day.ts";
import { isBlank } from "../../kernel/written.ts";
import { SelectField, TextArea, TextField } from "../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type ControlInHand, type ControlsInHand, registerCarriedOut } from "../contract.ts";
import { CONTROL_RESULTS, type ControlResultWord } from "../rules/carried-out.ts";
import { isWhole, MeasureFields, NO_MEASURE } from "./measure-fields.tsx";

/** What a control showed this time: a few fields and a button, made for a phone (K-4). */
export function RegisterForm({
  all,
  of,
  drawn,
  today,
}: {
  readonly all: ControlsInHand;
  readonly of: ControlInHand;
  /** The sample that was drawn last, in words; undefined where it has been told of already. */
  readonly drawn: string | undefined;
  readonly today: string;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, saving, problem } = useSave(registerCarriedOut);
  const [result, setResult] = useState<ControlResultWord>("no-deviation");
  const [doneOn, setDoneOn] = useState<string>();
  const [ownSample, setSample] = useState<string>();
  const [finding, setFinding] = useState("");
  const [measure, setMeasure] = useState({ ...NO_MEASURE, responsible: of.responsible });
  const [tried, setTried] = useState(false);
  const day = doneOn ?? today;
  const sample = ownSample ?? drawn ?? "";
  const deviates = result === "deviation";
  const missing = (text: string) => (tried && isBlank(text) ? t("page.edit.missing") : undefined);
  const register = async () => {
    setTried(true);
    if (!isDay(day) || (result !== "no-deviation" && isBlank(finding))) return;
    if (deviates && !isWhole(measure)) return;
    const stored = await save({
      params: { body: all.body, year: all.year, control: of.control },
      body: {
        result,
        doneOn: day as Day,
        sample: sample.trim(),
        finding: finding.trim(),
        measure: deviates
          ? { text: measure.text.trim(), responsible: measure.responsible, due: measure.due as Day }
          : null,
      },
    });
    if (!stored) return;
    toast(`${t("page.carry-out.saved")} ${t("page.carry-out.evidence-next")}`);
    setResult("no-deviation");
    setDoneOn(undefined);
    setSample(undefined);
    setFinding("");
    setMeasure({ ...NO_MEASURE, responsible: of.responsible });
    setTried(false);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void register();
      }}
    >
      <ErrorSummary problem={problem} />
      <SelectField
        at="result"
        label={t("page.carry-out.result")}
        value={result}
        onChange={(next) => setResult(next as ControlResultWord)}
        options={CONTROL_RESULTS.map((value) => ({ value, label: t(`control.result.${value}`) }))}
      />
      <TextField
        at="doneOn"
        type="date"
        label={t("page.result.done-on")}
        value={day}
        onChange={setDoneOn}
        problem={problem}
        fault={tried && !isDay(day) ? t("page.edit.day-fault") : undefined}
      />
      {result === "not-done" ? null : (
        <TextField
          at="sample"
          label={t("page.report.sample")}
          value={sample}
          onChange={setSample}
          maxLength={500}
        />
      )}
      <TextArea
        at="finding"
        label={t(result === "not-done" ? "page.result.why-not" : "page.result.finding")}
        value={finding}
        onChange={setFinding}
        maxLength={4000}
        rows={3}
        problem={problem}
        fault={result === "no-deviation" ? undefined : missing(finding)}
      />
      {deviates ? (
        <MeasureFields
          at="measure"
          body={all.body}
          measure={measure}
          onChange={setMeasure}
          tried={tried}
          problem={problem}
        />
      ) : null}
      <Button type="submit" loading={saving}>
        {t("page.carry-out.save")}
      </Button>
    </form>
  );
}
