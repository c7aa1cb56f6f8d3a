import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../kernel/written.ts";
import { Dialog } from "../../platform/ui/dialog.tsx";
import { SelectField, TextArea } from "../../platform/ui/fields.tsx";
import { WRITTEN } from "../../platform/ui/language.ts";
import { MayButton } from "../../platform/ui/may-button.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { useSave } from "../../platform/ui/use-api.ts";
import { checkMeasure, type MeasureInHand } from "../contract.ts";
import { CHECK_VERDICTS, type CheckVerdict } from "../rules/measure.ts";

/** What another has said of a measure that is done, and the place to say it (K-4). */
export function MeasureCheck({ of }: { readonly of: MeasureInHand }) {
  const t = useTexts("control");
  const [open, setOpen] = useState(false);
  const { check } = of;
  return (
    <>
      {of.awaitsCheck ? (
        <>
          <Status value="waiting" word={t("page.measure.awaits")} />
          {of.mayCheck.allowed ? (
            <Button
              variant="secondary"
              data-size="sm"
              aria-label={t("page.measure.check-what", { what: of.text })}
              onClick={() => setOpen(true)}
            >
              {t("page.measure.check")}
            </Button>
          ) : null}
        </>
      ) : check ? (
        <span className="quiet small">
          {t(check.verdict === "enough" ? "page.measure.checked" : "page.measure.returned", {
            name: check.by,
            text: check.text,
          })}
        </span>
      ) : null}
      {open ? <Check of={of} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Check({ of, onClose }: { readonly of: MeasureInHand; readonly onClose: () => void }) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, saving, problem } = useSave(checkMeasure);
  const [verdict, setVerdict] = useState<CheckVerdict>("enough");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (isBlank(text)) return;
    if (!(await save({ body: { thing: of.thing, verdict, text: text.trim() } }))) return;
    toast(t("page.measure.saved"));
    onClose();
  };
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={t("page.measure.title")}
      footer={
        <MayButton may={of.mayCheck} busy={saving} onPress={send}>
          {t("page.measure.save")}
        </MayButton>
      }
    >
      <div className="form">
        <ErrorSummary problem={problem} />
        <p className="quiet small">{t("page.measure.lead")}</p>
        <p>
          <strong lang={WRITTEN}>{of.text}</strong>
          <br />
          <span className="small">
            {t("page.measure.done")}: <span lang={WRITTEN}>{of.stateReason}</span>
          </span>
        </p>
        <SelectField
          at="verdict"
          label={t("page.measure.verdict")}
          value={verdict}
          onChange={(next) => setVerdict(next as CheckVerdict)}
          options={CHECK_VERDICTS.map((value) => ({ value, label: t(`control.verdict.${value}`) }))}
          problem={problem}
        />
        <TextArea
          at="text"
          label={t("page.measure.text")}
          value={text}
          onChange={setText}
          rows={3}
          maxLength={2000}
          problem={problem}
          fault={tried && isBlank(text) ? t("page.edit.missing") : undefined}
        />
      </div>
    </Dialog>
  );
}
