import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { FoldedForm } from "../../../decisions/course/pages/folded-form.tsx";
import { GROUNDS, groundText, type SecrecyGround } from "../../../decisions/secrecy/rules/grounds.ts";
import { dayText, numberText, withUnit } from "../../../kernel/format.ts";
import { isBlank } from "../../../kernel/written.ts";
import { addressOf } from "../../../platform/ui/api.ts";
import { ChooseFile } from "../../../platform/ui/choose-file.tsx";
import { SelectField, TextField } from "../../../platform/ui/fields.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../../platform/ui/send-file.tsx";
import { Status } from "../../../platform/ui/status.tsx";
import { useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { addEvidence, type EvidenceView, fetchEvidence, removeEvidence } from "../contract.ts";
import { ENDINGS, EVIDENCE_LIMITS } from "../rules/evidence.ts";

const ACCEPT = Object.values(ENDINGS).flat().join(",");
const MEGABYTE = 1_000_000;

/** What shows what a control found at one time: the files, who put them there, and the place to add one (K-4). */
export function EvidenceFiles({
  at,
  time,
  day,
  files,
  mayAdd,
  onAdded,
}: {
  readonly at: { readonly body: string; readonly year: number; readonly control: string };
  readonly time: number;
  /** The day that the control was carried out: its times are told apart by it. */
  readonly day: string;
  readonly files: readonly EvidenceView[];
  readonly mayAdd: boolean;
  readonly onAdded: () => void;
}) {
  const t = useTexts("control");
  if (files.length === 0 && !mayAdd) return null;
  return (
    <section className="stack">
      <h4 className="ds-heading" data-size="2xs">
        {t("evidence.file.title")}
      </h4>
      {files.length > 0 ? (
        <ul className="plain-list stack">
          {files.map((file) => (
            <File key={file.id} file={file} mayRemove={mayAdd} />
          ))}
        </ul>
      ) : (
        <p className="quiet small">{t("evidence.file.none")}</p>
      )}
      {mayAdd ? <Add at={at} time={time} day={day} onAdded={onAdded} /> : null}
    </section>
  );
}

function File({ file, mayRemove }: { readonly file: EvidenceView; readonly mayRemove: boolean }) {
  const t = useTexts("control");
  const language = useLanguage();
  const { removed } = file;
  return (
    <li>
      {file.reads ? (
        <a className="ds-link" href={addressOf(fetchEvidence, { params: { evidence: file.id } })} download>
          {file.filename}
        </a>
      ) : (
        <span className="quiet">{file.filename || t("evidence.file.unread")}</span>
      )}{" "}
      {file.ground ? (
        <Status
          value="runs-out"
          word={t("evidence.file.secret", { ground: groundText(file.ground, language) })}
        />
      ) : null}
      <br />
      <span className="quiet small">
        {withUnit(numberText(Math.ceil(file.size / 1000), language), "kB", language)},{" "}
        {t("evidence.file.by", { name: file.by })}, <When at={file.on} />
      </span>
      {removed ? (
        <p className="small">
          {t("evidence.file.removed", { name: removed.by, reason: removed.reason })} (<When at={removed.on} />
          )
        </p>
      ) : null}
      {file.reads ? (
        <details>
          <summary className="small">{t("evidence.file.hash")}</summary>
          <code className="hash">{file.sha256}</code>
        </details>
      ) : null}
      {file.reads && mayRemove ? <Remove file={file} /> : null}
    </li>
  );
}

function Remove({ file }: { readonly file: EvidenceView }) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, saving, problem } = useSave(removeEvidence);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  return (
    <FoldedForm
      title={t("evidence.file.remove")}
      name={t("evidence.file.remove-what", { file: file.filename })}
      button={t("evidence.file.remove")}
      saving={saving}
      problem={problem}
      onSend={async () => {
        setTried(true);
        if (isBlank(reason)) return;
        const done = await save({ params: { evidence: file.id }, body: { reason: reason.trim() } });
        if (done) toast(t("evidence.file.removed-said"));
      }}
    >
      <TextField
        at={`remove-${file.id}`}
        label={t("evidence.file.remove-why")}
        value={reason}
        onChange={setReason}
        maxLength={500}
        fault={tried && isBlank(reason) ? t("evidence.file.missing") : undefined}
      />
    </FoldedForm>
  );
}

function Add({
  at,
  time,
  day,
  onAdded,
}: {
  readonly at: { readonly body: string; readonly year: number; readonly control: string };
  readonly time: number;
  readonly day: string;
  readonly onAdded: () => void;
}) {
  const t = useTexts("control");
  const language = useLanguage();
  const toast = useToast();
  const file = useSendFile(addEvidence);
  const [ground, setGround] = useState<SecrecyGround | "">("");
  const send = async (chosen: globalThis.File) => {
    const query = { ...at, time, ...(ground === "" ? {} : { ground }) };
    if (!(await file.send({ query, file: chosen }))) return;
    toast(t("evidence.file.added"));
    onAdded();
  };
  const name = t("evidence.file.add-label", { day: dayText(day, language) });
  return (
    <details>
      <summary aria-label={name}>{t("evidence.file.add")}</summary>
      <div className="form">
        <ErrorSummary problem={file.problem} />
        <p className="quiet small">{t("evidence.file.help", { maxMb: EVIDENCE_LIMITS.bytes / MEGABYTE })}</p>
        <SelectField
          at={`ground-${time}`}
          label={t("evidence.file.ground")}
          value={ground}
          onChange={(next) => setGround(next as SecrecyGround | "")}
          options={[
            { value: "", label: t("evidence.file.no-ground") },
            ...GROUNDS.map((one) => ({ value: one, label: groundText(one, language) })),
          ]}
        />
        {file.underWay ? <FileUnderWay of={file.underWay} onCancel={file.cancel} /> : null}
        <ChooseFile accept={ACCEPT} label={name} onChosen={send}>
          {(choose) => (
            <div>
              <Button variant="secondary" data-size="sm" onClick={choose}>
                {t("evidence.file.add")}
              </Button>
            </div>
          )}
        </ChooseFile>
      </div>
    </details>
  );
}
