import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { askMay } from "../../organisation/contract.ts";
import { useSole } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { Link } from "../../platform/ui/link.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Num, When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { listImports, undoImport } from "../contract.ts";
import { ImportFile } from "./import-file.tsx";

/**
 * Where the figures come from: the accounts that have been read in, and a new file for those who may (T-4). `of` says whose they are.
 */
export function Imports({ year, of }: { readonly year: number; readonly of?: ReactNode }) {
  const t = useTexts("followup");
  const ledger = useTexts("ledger");
  const imports = useApi(listImports, { query: { year } });
  // The executive leads the economy: the accounts are read in there (KL 6:1)
  const executive = useSole("executive")?.id;
  const may = useApi(
    askMay,
    { query: { action: "import:ledger", body: executive ?? "" } },
    { when: executive !== undefined },
  ).data;
  const undo = useSave(undoImport);
  return (
    <Section title={t("page.imports.title")} lead={t("page.imports.lead")}>
      {of}
      {undo.problem ? <ErrorSummary problem={undo.problem} /> : null}
      <Loaded of={imports} lines={3}>
        {(rows) => (
          <DataTable
            caption={t("page.imports.caption")}
            rows={rows}
            rowKey={(row) => String(row.importId)}
            search={false}
            empty={
              <EmptyState title={t("page.imports.none", { year })}>
                {t("page.imports.none-detail")}
              </EmptyState>
            }
            columns={[
              { id: "file", header: t("page.imports.file"), value: (row) => row.filename },
              {
                id: "on",
                header: t("page.imports.on"),
                value: (row) => row.importedOn,
                cell: (row) => <When at={row.importedOn} />,
              },
              { id: "by", header: t("page.imports.by"), value: (row) => row.importedByName },
              {
                id: "to",
                header: t("page.imports.to"),
                value: (row) => row.lastDay,
                cell: (row) => <When at={row.lastDay} />,
              },
              {
                id: "rows",
                header: t("page.imports.rows"),
                value: (row) => row.rows,
                cell: (row) => <Num value={row.rows} />,
                numeric: true,
              },
              {
                id: "state",
                stays: true,
                header: t("page.imports.state"),
                value: (row) =>
                  t(
                    row.undoneOn
                      ? "page.imports.undone"
                      : row.inForce
                        ? "page.imports.in-force"
                        : "page.imports.replaced",
                  ),
                cell: (row) =>
                  row.undoneOn ? (
                    <Status value="superseded" word={t("page.imports.undone")} />
                  ) : row.inForce ? (
                    <Status value="in-force" word={t("page.imports.in-force")} />
                  ) : (
                    <Status value="past" word={t("page.imports.replaced")} />
                  ),
              },
              ...(may?.allowed
                ? [
                    {
                      id: "undo",
                      stays: true,
                      header: t("page.imports.undo"),
                      value: () => null,
                      unsortable: true,
                      cell: (row: (typeof rows)[number]) =>
                        row.undoneOn ? null : (
                          <Button
                            variant="tertiary"
                            data-size="sm"
                            aria-label={t("page.imports.undo-what", { what: row.filename })}
                            onClick={() => void undo.save({ params: { id: row.importId } })}
                          >
                            {t("page.imports.undo")}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      <ImportFile may={may} />
      <p>
        <Link href={`/uppfoljning/koder?ar=${year}`}>{ledger("page.codes.link")}</Link>
      </p>
    </Section>
  );
}
