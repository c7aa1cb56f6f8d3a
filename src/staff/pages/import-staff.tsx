import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../platform/ui/api.ts";
import { ChooseFile } from "../../platform/ui/choose-file.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { importStaff, type StaffPreview, undoStaffImport } from "../contract.ts";
import { useMonthName } from "./month-name.ts";

/** A table of staff figures: checked and shown first, stored when a person has seen what it holds, and undone at once if wrong. */
export function ImportStaff({ may }: { readonly may: MayAnswer | undefined }) {
  const t = useTexts("staff");
  const toast = useToast();
  const client = useQueryClient();
  const { send, cancel, underWay, problem } = useSendFile(importStaff);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<StaffPreview>();
  const clear = () => {
    setFile(undefined);
    setPreview(undefined);
  };
  const check = async (chosen: File) => {
    setFile(chosen);
    setPreview(await send({ query: { preview: "true" }, file: chosen }));
  };
  const store = async () => {
    if (!file) return;
    const answer = await send({ query: { preview: "false" }, file });
    if (!answer) return;
    clear();
    await client.invalidateQueries();
    const { number } = answer;
    toast(t("page.imports.stored"), {
      undo:
        number === null
          ? undefined
          : async () => {
              await api(undoStaffImport, { params: { number } });
              await client.invalidateQueries();
            },
    });
  };
  return (
    <div className="import-file">
      <ChooseFile
        accept=".xlsx,.csv,.tsv,.txt"
        label={t("page.imports.choose")}
        onChosen={(chosen) => void check(chosen)}
      >
        {(choose) =>
          !underWay && !preview ? (
            <div className="stack">
              {may?.allowed ? <p className="quiet small">{t("page.imports.columns")}</p> : null}
              <MayButton may={may} variant="secondary" onPress={choose}>
                {t("page.imports.choose")}
              </MayButton>
            </div>
          ) : null
        }
      </ChooseFile>
      <ErrorSummary problem={problem} />
      {underWay ? <FileUnderWay of={underWay} onCancel={cancel} /> : null}
      {preview && !underWay ? (
        <Preview of={preview}>
          <MayButton may={may} onPress={() => void store()}>
            {t("page.imports.store")}
          </MayButton>
          <MayButton may={may} variant="tertiary" onPress={clear}>
            {t("page.imports.cancel")}
          </MayButton>
        </Preview>
      ) : null}
    </div>
  );
}

function Preview({ of, children }: { readonly of: StaffPreview; readonly children: React.ReactNode }) {
  const t = useTexts("staff");
  const monthName = useMonthName();
  return (
    <div className="stack">
      <p role="status">
        <strong>{t("page.imports.preview", { file: of.filename })}</strong>{" "}
        {t("page.imports.summary", { rows: of.rows, units: of.units })}
      </p>
      {of.notes.length > 0 ? (
        <ul>
          {of.notes.map(({ code, params }) => (
            <li key={String(params.cell)}>{dataText(t, "remark", code, params)}</li>
          ))}
        </ul>
      ) : null}
      <PlainTable
        caption={t("page.imports.preview", { file: of.filename })}
        columns={[
          { id: "month", stays: true, header: t("page.month") },
          { id: "headcount", header: t("page.headcount"), numeric: true },
          { id: "fullTime", header: t("page.full-time"), numeric: true },
          { id: "sick", stays: true, header: t("page.sick-leave"), numeric: true },
          { id: "replaces", header: t("page.imports.replaces"), written: true },
        ]}
        rows={of.months.map(({ month, headcount, fullTime, sickLeave, replaces }) => ({
          key: month,
          cells: [
            monthName(month),
            <Num key="headcount" value={headcount} />,
            <Num key="fullTime" value={fullTime} decimals={1} />,
            sickLeave === null ? "–" : <Num key="sick" value={sickLeave} decimals={1} />,
            replaces ?? "–",
          ],
        }))}
      />
      <div className="row">{children}</div>
    </div>
  );
}
