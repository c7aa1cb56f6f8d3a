import type { ReactNode } from "react";
import { api } from "../../platform/ui/api.ts";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { Num } from "../../platform/ui/number.tsx";
import { PlainTable } from "../../platform/ui/plain-table.tsx";
import { SeenImport } from "../../platform/ui/seen-import.tsx";
import { useSendFile } from "../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { importStaff, type StaffPreview, undoStaffImport } from "../contract.ts";
import { useMonthName } from "./month-name.ts";

/** A table of staff figures: checked and shown first, stored when a person has seen what it holds, and undone at once if wrong. */
export function ImportStaff({ may }: { readonly may: MayAnswer | undefined }) {
  const t = useTexts("staff");
  const sending = useSendFile(importStaff);
  return (
    <SeenImport<StaffPreview>
      may={may}
      accept=".xlsx,.csv,.tsv,.txt"
      words={{
        choose: t("page.imports.choose"),
        store: t("page.imports.store"),
        cancel: t("page.imports.cancel"),
      }}
      help={t("page.imports.columns")}
      sending={sending}
      ask={(file, preview) => sending.send({ query: { preview }, file })}
      told={({ number }) => ({
        text: t("page.imports.stored"),
        undo: number === null ? undefined : () => api(undoStaffImport, { params: { number } }),
      })}
    >
      {(preview, buttons) => <Preview of={preview}>{buttons}</Preview>}
    </SeenImport>
  );
}

function Preview({ of, children }: { readonly of: StaffPreview; readonly children: ReactNode }) {
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
      {children}
    </div>
  );
}
