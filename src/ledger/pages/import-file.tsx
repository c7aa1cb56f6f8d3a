import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../platform/ui/api.ts";
import { ChooseFile } from "../../platform/ui/choose-file.tsx";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { type MayAnswer, MayButton } from "../../platform/ui/may-button.tsx";
import { Num, When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { FileUnderWay, useSendFile } from "../../platform/ui/send-file.tsx";
import { dataText, useTexts } from "../../platform/ui/texts.ts";
import { useToast } from "../../platform/ui/toast.tsx";
import { importLedger, type LedgerImport, undoImport } from "../contract.ts";

const ORE_A_TKR = 100_000;
const ORE_A_KR = 100;

/** A file of the accounts: checked and shown first, stored when a person has seen what it holds, and undone at once if wrong. */
export function ImportFile({ may }: { readonly may: MayAnswer | undefined }) {
  const t = useTexts("followup");
  const toast = useToast();
  const client = useQueryClient();
  const { send, cancel, underWay, problem } = useSendFile(importLedger);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<LedgerImport>();

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
    const id = answer.importId;
    toast(t("page.imports.stored", { file: answer.filename }), {
      undo:
        id === null
          ? undefined
          : async () => {
              await api(undoImport, { params: { id } });
              await client.invalidateQueries();
            },
    });
  };
  return (
    <div className="import-file">
      <ChooseFile
        accept=".se,.si,.sie,.txt"
        label={t("page.imports.choose")}
        onChosen={(file) => void check(file)}
      >
        {(choose) =>
          !underWay && !preview ? (
            <MayButton may={may} variant="secondary" onPress={choose}>
              {t("page.imports.choose")}
            </MayButton>
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

function Preview({ of, children }: { readonly of: LedgerImport; readonly children: React.ReactNode }) {
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
      <div className="row">{children}</div>
    </Section>
  );
}
