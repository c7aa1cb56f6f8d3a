import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { isBlank } from "../../../kernel/written.ts";
import { ChooseFile } from "../../../platform/ui/choose-file.tsx";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { TextArea, TextField } from "../../../platform/ui/fields.tsx";
import { ErrorSummary } from "../../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../../platform/ui/send-file.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useSave } from "../../../platform/ui/use-api.ts";
import { drawSample, readSampleList } from "../contract.ts";
import { rowsOf, SAMPLE_LIMITS } from "../rules/sampling.ts";

/** Draws a sample from a list that is pasted or read in: what is read is seen before anything is drawn (K-4). */
export function DrawSample({
  at,
  onClose,
}: {
  readonly at: { readonly body: string; readonly year: number; readonly control: string };
  readonly onClose: () => void;
}) {
  const t = useTexts("control");
  const toast = useToast();
  const { save, saving, problem } = useSave(drawSample);
  const file = useSendFile(readSampleList);
  const [listName, setListName] = useState("");
  const [list, setList] = useState("");
  const [size, setSize] = useState("10");
  const [left, setLeft] = useState(0);
  const [tried, setTried] = useState(false);
  const rows = rowsOf(list);
  const count = Number(size);
  const sizeFault =
    Number.isInteger(count) && count >= 1 && count <= Math.min(SAMPLE_LIMITS.size, Math.max(1, rows.length))
      ? undefined
      : t("evidence.sample.size-fault", { max: SAMPLE_LIMITS.size });
  const listFault =
    rows.length >= 1 && rows.length <= SAMPLE_LIMITS.rows
      ? undefined
      : t("evidence.sample.list-fault", { max: SAMPLE_LIMITS.rows });
  const nameFault = isBlank(listName) ? t("page.edit.missing") : undefined;
  const send = async () => {
    setTried(true);
    if (sizeFault || listFault || nameFault) return;
    const body = {
      listName: listName.trim(),
      rows: rows.map((row) => row.slice(0, SAMPLE_LIMITS.rowLength)),
      size: count,
    };
    if (!(await save({ params: at, body }))) return;
    toast(t("evidence.sample.drawn"));
    onClose();
  };
  const read = async (chosen: File) => {
    const found = await file.send({ file: chosen });
    if (!found) return;
    setList(found.rows.join("\n"));
    setLeft(found.left);
    if (isBlank(listName)) setListName(chosen.name.replace(/\.\w{1,5}$/, "").slice(0, SAMPLE_LIMITS.name));
    toast(t("evidence.sample.read-done", { count: found.rows.length }));
  };
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={t("evidence.sample.draw")}
      footer={
        <Button loading={saving} onClick={() => !saving && void send()}>
          {t("evidence.sample.send")}
        </Button>
      }
    >
      <div className="form">
        <ErrorSummary problem={problem ?? file.problem} />
        <TextField
          at="sample.listName"
          label={t("evidence.sample.list-name")}
          help={t("evidence.sample.list-name-help")}
          value={listName}
          onChange={setListName}
          maxLength={SAMPLE_LIMITS.name}
          fault={tried ? nameFault : undefined}
        />
        <TextArea
          at="sample.rows"
          label={t("evidence.sample.rows")}
          help={t("evidence.sample.rows-help")}
          value={list}
          onChange={(text) => {
            setList(text);
            setLeft(0);
          }}
          rows={8}
          fault={tried ? listFault : undefined}
        />
        <p role="status" className="quiet small">
          {rows.length > 0 ? t("evidence.sample.count", { count: rows.length }) : null}
          {left > 0 ? ` ${t("evidence.sample.read-left", { left })}` : null}
        </p>
        {file.underWay ? <FileUnderWay of={file.underWay} onCancel={file.cancel} /> : null}
        <ChooseFile accept=".xlsx,.csv,.txt" label={t("evidence.sample.read-label")} onChosen={read}>
          {(choose) => (
            <div>
              <Button variant="secondary" data-size="sm" onClick={choose}>
                {t("evidence.sample.read")}
              </Button>
            </div>
          )}
        </ChooseFile>
        <TextField
          at="size"
          label={t("evidence.sample.size")}
          value={size}
          inputMode="numeric"
          onChange={setSize}
          problem={problem}
          fault={tried ? sizeFault : undefined}
        />
      </div>
    </Dialog>
  );
}
