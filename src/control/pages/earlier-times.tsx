import { type ReactNode, useState } from "react";
import { FoldedForm } from "../../decisions/course/pages/folded-form.tsx";
import { ThingButton } from "../../decisions/course/pages/thing-button.tsx";
import { dayText } from "../../kernel/format.ts";
import { isBlank } from "../../kernel/written.ts";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { TextField } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { When } from "../../platform/ui/number.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { type ControlInHand, type ControlsInHand, takeBackCarriedOut } from "../contract.ts";
import "./control.css";

/** Each time that a control was carried out, newest first, with what it showed; one that was wrong is taken back with its reason. */
export function EarlierTimes({
  all,
  of,
  evidence,
}: {
  readonly all: ControlsInHand;
  readonly of: ControlInHand;
  /** What shows what was found at one time. */
  readonly evidence: (one: { readonly time: number; readonly doneOn: string }) => ReactNode;
}) {
  const t = useTexts("control");
  if (of.carriedOut.length === 0) return <EmptyState title={t("page.carry-out.none")} />;
  return (
    <ul className="results">
      {[...of.carriedOut].reverse().map((one) => (
        <li className="sheet stack" key={one.time}>
          <div className="row">
            <Status value={one.result} word={t(`control.result.${one.result}`)} />
            <When at={one.doneOn} />
            <span className="quiet small">{t("page.carry-out.by", { name: one.by })}</span>
          </div>
          {one.finding ? (
            <p className="prose" lang={WRITTEN}>
              {one.finding}
            </p>
          ) : null}
          {one.sample ? (
            <p className="quiet small">
              {t("page.report.sample")}: {one.sample}
            </p>
          ) : null}
          {one.measure ? (
            <p>
              <strong>{t("page.report.measure")}:</strong> {one.measure.text}, {t("page.report.by")}{" "}
              <When at={one.measure.due} /> <ThingButton thing={one.measure.thing} name={one.measure.text} />
            </p>
          ) : null}
          {evidence(one)}
          {of.may.allowed ? <TakeBack all={all} of={of} time={one.time} day={one.doneOn} /> : null}
        </li>
      ))}
    </ul>
  );
}

function TakeBack({
  all,
  of,
  time,
  day,
}: {
  readonly all: ControlsInHand;
  readonly of: ControlInHand;
  readonly time: number;
  readonly day: string;
}) {
  const t = useTexts("control");
  const language = useLanguage();
  const toast = useToast();
  const { save, saving, problem } = useSave(takeBackCarriedOut);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("page.carry-out.take-back")}
      name={t("page.carry-out.take-back-what", { day: dayText(day, language) })}
      button={t("page.carry-out.take-back")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (isBlank(reason)) return;
        const params = { body: all.body, year: all.year, control: of.control, time };
        if (await save({ params, body: { reason: reason.trim() } })) toast(t("page.carry-out.taken-back"));
      }}
    >
      <TextField
        at={`take-back-${time}`}
        label={t("page.carry-out.take-back-why")}
        value={reason}
        onChange={setReason}
        maxLength={500}
        fault={tried && isBlank(reason) ? t("page.edit.missing") : undefined}
      />
    </FoldedForm>
  );
}
