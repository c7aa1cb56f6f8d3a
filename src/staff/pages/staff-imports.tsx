import { Button } from "@digdir/designsystemet-react";
import { askMay } from "../../organisation/contract.ts";
import { useSole } from "../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../platform/ui/data-table.tsx";
import { Loaded } from "../../platform/ui/loading.tsx";
import { Num, When } from "../../platform/ui/number.tsx";
import { Section } from "../../platform/ui/page.tsx";
import { ErrorSummary } from "../../platform/ui/problem-panel.tsx";
import { Status } from "../../platform/ui/status.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi, useSave } from "../../platform/ui/use-api.ts";
import { listStaffImports, type StaffImportView, undoStaffImport } from "../contract.ts";
import { ImportStaff } from "./import-staff.tsx";
import { useMonthName } from "./month-name.ts";

/** Where the staff figures come from: what has been read in, and a new table for those who may (T-4). */
export function StaffImports() {
  const t = useTexts("staff");
  const monthName = useMonthName();
  const imports = useApi(listStaffImports, {});
  // Read in at the executive, as the accounts are (KL 6:1)
  const executive = useSole("executive")?.id;
  const may = useApi(
    askMay,
    { query: { action: "import:staff-figures", body: executive ?? "" } },
    { when: executive !== undefined },
  ).data;
  const undo = useSave(undoStaffImport);
  const span = (months: readonly string[]) =>
    months.length === 1
      ? monthName(months[0] as string)
      : `${monthName(months[0] ?? "")} – ${monthName(months.at(-1) ?? "")}`;
  const word = ({ undoneOn, inForce }: StaffImportView) =>
    t(
      undoneOn
        ? "page.imports.undone"
        : inForce.length > 0
          ? "page.imports.in-force"
          : "page.imports.replaced",
    );
  return (
    <Section title={t("page.imports.title")} lead={t("page.imports.lead")}>
      {undo.problem ? <ErrorSummary problem={undo.problem} /> : null}
      <Loaded of={imports} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{t("page.imports.none")}</p>
          ) : (
            <DataTable
              caption={t("page.imports.caption")}
              rows={rows}
              rowKey={(row) => String(row.number)}
              search={false}
              columns={[
                { id: "file", header: t("page.imports.file"), value: (row) => row.name },
                {
                  id: "months",
                  header: t("page.imports.months"),
                  value: (row) => row.months[0] ?? "",
                  cell: (row) => span(row.months),
                },
                {
                  id: "on",
                  header: t("page.imports.on"),
                  value: (row) => row.importedOn,
                  cell: (row) => <When at={row.importedOn} />,
                },
                { id: "by", header: t("page.imports.by"), value: (row) => row.importedBy },
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
                  value: word,
                  cell: (row) => (
                    <Status
                      value={row.undoneOn ? "superseded" : row.inForce.length > 0 ? "in-force" : "past"}
                      word={word(row)}
                    />
                  ),
                },
                ...(may?.allowed
                  ? [
                      {
                        id: "undo",
                        stays: true as const,
                        header: t("page.imports.undo"),
                        value: () => null,
                        unsortable: true as const,
                        cell: (row: StaffImportView) =>
                          row.undoneOn ? null : (
                            <Button
                              variant="tertiary"
                              data-size="sm"
                              aria-label={t("page.imports.undo-what", { what: row.name })}
                              onClick={() => void undo.save({ params: { number: row.number } })}
                            >
                              {t("page.imports.undo")}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      <ImportStaff may={may} />
    </Section>
  );
}
