import type { ReactNode } from "react";
import { api } from "../../platform/ui/api.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import type { MayAnswer } from "../../platform/ui/may-button.tsx";
import { Num, When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { SeenImport } from "../../platform/ui/seen-import.tsx";
import { useSendFile } from "../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { importLedger, type LedgerImport, undoImport } from "../contract.ts";

const ORE_A_TKR = 100_000;
const ORE_A_KR = 100;

/** A file of the accounts: checked and shown first, stored when a person has seen what it holds, and undone at once if wrong. */
export function ImportFile({ may }: { readonly may: MayAnswer | undefined }) {
  const t = useTexts("followup");
  const sending = useSendFile(importLedger);
  return (
    <SeenImport<LedgerImport>
      may={may}
      accept=".se,.si,.sie,.txt"
      words={{
        choose: t("page.imports.choose"),
        store: t("page.imports.store"),
        cancel: t("page.imports.cancel"),
      }}
      sending={sending}
      ask={(file, preview) => sending.send({ query: { preview }, file })}
      told={({ importId: id, filename }) => ({
        text: t("page.imports.stored", { file: filename }),
        undo: id === null ? undefined : () => api(undoImport, { params: { id } }),
      })}
    >
      {(preview, buttons) => <Preview of={preview}>{buttons}</Preview>}
    </SeenImport>
  );
}

function Preview({ of, children }: { readonly of: LedgerImport; readonly children: ReactNode }) {
  const t = useTexts("followup");
  const ledger = useTexts("ledger");
  return (
    <Section
      title={t("page.imports.preview", { file: of.filename })}
      lead={t("page.imports.preview-lead")}
      level={3}
    >
      <p>
        {t("page.imports.from")} {of.program}. <When at={of.firstDay} /> – <When at={of.lastDay} />.{" "}
        <Num value={of.vouchers} /> {t("page.imports.vouchers")}, <Num value={of.rows} />{" "}
        {t("page.imports.rows").toLocaleLowerCase()}.
      </p>
      {of.unknownCodes.length > 0 ? (
        <DataTable
          caption={ledger("page.codes.without-caption", { year: of.year })}
          captionShown
          rows={of.unknownCodes}
          rowKey={(row) => row.code}
          columns={[
            { id: "code", header: ledger("page.codes.code"), value: (row) => row.code },
            {
              id: "rows",
              header: ledger("page.codes.rows"),
              value: (row) => row.rows,
              cell: (row) => <Num value={row.rows} />,
              numeric: true,
            },
            {
              id: "net",
              header: ledger("page.codes.net"),
              value: (row) => Math.round(row.amountOre / ORE_A_KR),
              cell: (row) => <Num value={Math.round(row.amountOre / ORE_A_KR)} />,
              numeric: true,
            },
          ]}
        />
      ) : null}
      {of.replaces ? (
        <p>
          {ledger("ledger.import.replaces", { filename: of.replaces.filename })}{" "}
          <When at={of.replaces.importedOn} />, {ledger("ledger.import.replaces-to")}{" "}
          <When at={of.replaces.lastDay} />: <Num value={of.replaces.vouchers} /> {t("page.imports.vouchers")}
          , <Num value={of.replaces.rows} /> {t("page.imports.rows").toLocaleLowerCase()}.
        </p>
      ) : null}
      {of.warnings.length > 0 ? (
        <>
          <p>{ledger("ledger.import.notes")}:</p>
          <ul>
            {of.warnings.map((warning, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line can have the same thing forgiven twice
              <li key={`${warning.code} ${warning.at ?? ""} ${place}`}>
                {dataText(ledger, "remark", warning.code, warning.params)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <DataTable
        caption={t("page.imports.by-body")}
        captionShown
        rows={of.sumByBody}
        rowKey={(row) => row.body ?? "-"}
        search={false}
        columns={[
          { id: "name", header: t("report.body"), value: (row) => row.name },
          {
            id: "rows",
            header: t("page.imports.rows"),
            value: (row) => row.rows,
            cell: (row) => <Num value={row.rows} />,
            numeric: true,
          },
          {
            id: "net",
            header: t("page.imports.net"),
            value: (row) => Math.round(row.netCostOre / ORE_A_TKR),
            cell: (row) => <Num value={Math.round(row.netCostOre / ORE_A_TKR)} />,
            numeric: true,
          },
        ]}
      />
      {children}
    </Section>
  );
}
